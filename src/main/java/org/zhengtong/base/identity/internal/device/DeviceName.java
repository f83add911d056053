package org.zhengtong.base.identity.internal.device;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser says of itself, in two names. Both are products' own names; empty when the browser does not say.
 *
 * <p>Many browsers also carry the names of others, so the more special ones are asked for first.
 */
public record DeviceName(String browser, String system) {
    private static final Map<String, String> BROWSERS = ordered(
            "MicroMessenger/", "WeChat",
            "DingTalk/", "DingTalk",
            "Edg", "Edge",
            "OPR/", "Opera",
            "QQBrowser/", "QQ Browser",
            "UCBrowser/", "UC Browser",
            "HuaweiBrowser/", "Huawei Browser",
            "ArkWeb/", "Huawei Browser",
            "SamsungBrowser/", "Samsung Internet",
            "MiuiBrowser/", "Mi Browser",
            "Firefox/", "Firefox",
            "FxiOS/", "Firefox",
            "Chrome/", "Chrome",
            "CriOS/", "Chrome",
            "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "HarmonyOS", "HarmonyOS",
            "OpenHarmony", "HarmonyOS",
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "Mac OS X", "macOS",
            "CrOS", "ChromeOS",
            "UOS", "UOS",
            "Kylin", "Kylin",
            "Linux", "Linux");

    /** The names in a {@code User-Agent} header. */
    public static DeviceName of(String userAgent) {
        return new DeviceName(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var place = 0; place < pairs.length; place += 2) {
            map.put(pairs[place], pairs[place + 1]);
        }
        return map;
    }
}
