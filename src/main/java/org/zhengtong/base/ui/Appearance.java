package org.zhengtong.base.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a visitor chose for all pages, kept in cookies so that it works without JavaScript and without an account.
 *
 * @param language {@code zh} or {@code en}
 * @param theme {@code light} or {@code dark}
 * @param contrast {@code normal} or {@code high}
 * @param size {@code normal} or {@code large}
 */
public record Appearance(String language, String theme, String contrast, String size) {

    /** The choices there are; the first of each is the default. */
    public static final Map<String, Set<String>> CHOICES = Map.of(
            "lang", Set.of("zh", "en"),
            "theme", Set.of("light", "dark"),
            "contrast", Set.of("normal", "high"),
            "size", Set.of("normal", "large"));

    /** Cookie of a choice: {@code zt-lang}, {@code zt-theme}… */
    public static final String COOKIE_PREFIX = "zt-";

    /** The choices that came with {@code request}; anything unknown counts as not chosen. */
    public static Appearance of(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        var chosen = Stream.of(cookies)
                .filter(cookie -> cookie.getName().startsWith(COOKIE_PREFIX))
                .collect(Collectors.toMap(
                        cookie -> cookie.getName().substring(COOKIE_PREFIX.length()), Cookie::getValue, (a, _) -> a));
        return new Appearance(
                choice(chosen, "lang", "zh"),
                choice(chosen, "theme", "light"),
                choice(chosen, "contrast", "normal"),
                choice(chosen, "size", "normal"));
    }

    private static String choice(Map<String, String> chosen, String name, String fallback) {
        var value = chosen.getOrDefault(name, fallback);
        return CHOICES.getOrDefault(name, Set.of()).contains(value) ? value : fallback;
    }

    /** Chinese of China, or English. */
    public Locale locale() {
        return "en".equals(language) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
