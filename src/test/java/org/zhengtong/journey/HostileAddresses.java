package org.zhengtong.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.zhengtong.service.casework.CaseworkFixtures;

/** What can be asked of the platform, read from its controllers, and what strangers put into the places of it. */
final class HostileAddresses {

    /** What broke pages before: every page gets these. */
    private static final List<String> FOR_ALL = Stream.concat(
                    Stream.of("%00", "%FF%FE"),
                    Stream.of("", "-1", "0", "000000", "9223372036854775807", "+999999999-12-31", "NaN")
                            .map(HostileAddresses::encoded))
            .toList();

    /** Every page gets a sixth of these, the next page the next sixth. */
    private static final List<String> IN_TURN = Stream.concat(
                    Stream.of("a%00b", "%ED%A0%80", "..%2f..%2fetc%2fpasswd", "..;/..;/", "%0d%0aSet-Cookie:%20a=b"),
                    Stream.of(
                                    "2147483648",
                                    "-9223372036854775808",
                                    "99999999999999999999",
                                    "1e999999999",
                                    "999999",
                                    "-999999999-01-01",
                                    "0000-00-00",
                                    "2026-02-30",
                                    "9999-12-31",
                                    "2026-02-30_370104-20260302-0017-5.2",
                                    "999999999999-999999999999-999999999999",
                                    "999999999999999999~' or 1=1 --",
                                    "NO_SUCH_WORD",
                                    "'\"><script>alert(1)</script>",
                                    "${7*7}{{7*7}}%s%n{0}",
                                    "\\",
                                    "😀\u202e؀",
                                    "x".repeat(1500))
                            .map(HostileAddresses::encoded))
            .toList();

    private static final int TURNS = 6;

    /** Values for one page, encoded for an address. */
    static List<String> values(Page page) {
        var turn = Math.floorMod(page.pattern().hashCode(), TURNS);
        return Stream.concat(
                        FOR_ALL.stream(),
                        IntStream.range(0, IN_TURN.size())
                                .filter(at -> at % TURNS == turn)
                                .mapToObj(IN_TURN::get))
                .toList();
    }

    /** Stand for things that are there, so that what comes behind them is read. */
    private static final Map<String, String> THERE = Map.of(
            "year", "2026",
            "code", CaseworkFixtures.COMPANY_ESTABLISHMENT.value(),
            "item", CaseworkFixtures.COMPANY_ESTABLISHMENT.value(),
            "zoom", "3",
            "key", "project-budget");

    private static final Pattern PLACE = Pattern.compile("\\{\\*?([a-zA-Z]+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    private HostileAddresses() {}

    /** A thing that can be asked for: its address with places, and the names of what it reads. */
    record Page(RequestMethod method, String pattern, List<String> names, Class<?> room) {

        boolean hasPlaces() {
            return PLACE.matcher(pattern).find();
        }

        String with(String value) {
            return filled(_ -> value);
        }

        String withThingsThatAreThere() {
            return filled(name -> THERE.getOrDefault(name, "1"));
        }

        private String filled(Function<String, String> value) {
            return PLACE.matcher(pattern)
                    .replaceAll(place -> Matcher.quoteReplacement(
                            (place.group().startsWith("{*") ? "/" : "") + value.apply(place.group(1))));
        }

        /** Every name with the value; the first of them twice, and at one value as a list. */
        String fields(String value) {
            var some = value.length() > 1000 ? names.stream().limit(1).toList() : names;
            var fields = some.stream().map(name -> name + "=" + value).collect(Collectors.toCollection(ArrayList::new));
            if (!fields.isEmpty() && value.length() < 1000) {
                fields.add(names.getFirst() + "=1");
            }
            if (!fields.isEmpty() && value.equals("NaN")) {
                fields.add(names.getFirst() + "%5B%5D=" + value);
                fields.add(names.getLast() + "%5B0%5D=" + value);
            }
            return String.join("&", fields);
        }
    }

    static List<Page> pages(RequestMappingHandlerMapping mappings, RequestMethod method) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("org.zhengtong"))
                .filter(mapping ->
                        mapping.getKey().getMethodsCondition().getMethods().contains(method))
                .flatMap(mapping -> pages(method, mapping.getKey(), mapping.getValue()))
                .sorted(Comparator.comparing(Page::pattern))
                .toList();
    }

    private static Stream<Page> pages(RequestMethod method, RequestMappingInfo mapping, HandlerMethod handler) {
        var names = Arrays.stream(handler.getMethodParameters())
                .flatMap(HostileAddresses::names)
                .distinct()
                .toList();
        return mapping.getPatternValues().stream()
                .map(pattern -> new Page(method, pattern, names, handler.getBeanType()));
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            return Stream.of(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
        }
        var type = parameter.getParameterType();
        return type.isRecord() && type.getPackageName().contains(".web")
                ? Arrays.stream(type.getRecordComponents()).map(part -> part.getName())
                : Stream.empty();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
