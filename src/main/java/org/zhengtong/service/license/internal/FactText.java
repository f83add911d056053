package org.zhengtong.service.license.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhengtong.service.license.internal.LicenseType.FactRule;

/** Fills the places of a fact's text: {@code {/company/name}}, {@code {/address/county:division}}, {@code {issued-on}}. */
final class FactText {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+)(?::(division|amount))?}");
    private static final Pattern NAMED = Pattern.compile("issued-on|valid-until|holder-code|(/[^/{}]+)+");

    private FactText() {}

    /** Gives a place its words; the form may be empty. */
    @FunctionalInterface
    interface Words {
        String of(String place, String form);
    }

    static String fill(FactRule rule, Words words) {
        return PLACE.matcher(rule.text()).replaceAll(place -> {
            var form = place.group(2) == null ? "" : place.group(2);
            var word = words.of(place.group(1), form);
            var values = rule.values();
            return Matcher.quoteReplacement(values == null ? word : values.getOrDefault(word, word));
        });
    }

    /** The answers that a text shows. */
    static List<String> pointers(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .filter(place -> place.startsWith("/"))
                .toList();
    }

    /** The text, if all its places are ones that can be filled. */
    static String checked(String text) {
        var places = PLACE.matcher(text);
        while (places.find()) {
            if (!NAMED.matcher(places.group(1)).matches()) {
                throw new IllegalArgumentException(places.group());
            }
        }
        if (PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
