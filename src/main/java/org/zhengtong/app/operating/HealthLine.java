package org.zhengtong.app.operating;

import java.util.List;

/**
 * How one part of the node fares.
 *
 * @param part such as {@code disk}; its name is {@code operating.health.<part>}
 * @param words which sentence of the part's says it: {@code operating.health.<part>.<words>}, what to do is the same with {@code .mend}
 * @param href page where something can be done; empty for none
 */
public record HealthLine(String part, Level level, String words, List<Object> arguments, String href) {

    /** Green, yellow, red. */
    public enum Level {
        GOOD,
        CARE,
        BAD
    }

    public static HealthLine good(String part, String words, Object... arguments) {
        return new HealthLine(part, Level.GOOD, words, List.of(arguments), "");
    }

    public static HealthLine care(String part, String words, Object... arguments) {
        return new HealthLine(part, Level.CARE, words, List.of(arguments), "");
    }

    public static HealthLine bad(String part, String words, Object... arguments) {
        return new HealthLine(part, Level.BAD, words, List.of(arguments), "");
    }

    /** The same with the page that helps. */
    public HealthLine at(String page) {
        return new HealthLine(part, level, words, arguments, page);
    }

    /** Key of the sentence. */
    public String key() {
        return "operating.health." + part + "." + words;
    }
}
