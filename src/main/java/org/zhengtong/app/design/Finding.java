package org.zhengtong.app.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that keeps a draft from being published.
 *
 * @param part the page where it is mended
 * @param place field, row or step on that page; null for the page as a whole
 * @param key text key of the sentence
 */
public record Finding(Part part, @Nullable String place, String key, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(Part part, @Nullable String place, String key, String... arguments) {
        return new Finding(part, place, key, List.of(arguments));
    }

    /** The pages of a draft in the order they are filled in. */
    public enum Part {
        ITEM,
        GUIDE,
        LIMITS,
        MATERIALS,
        FORM,
        PROCEDURE,
        RESULT;

        /** In an address. */
        public String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
