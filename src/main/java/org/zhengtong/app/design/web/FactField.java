package org.zhengtong.app.design.web;

import java.util.List;
import java.util.Set;

/**
 * A field of a page of single values.
 *
 * @param values what is chosen or typed; a field of one value has one at most
 * @param options value and label of what can be chosen
 * @param hint below the label, empty for none
 */
public record FactField(
        String name, Widget widget, String label, String hint, Set<String> values, List<Option> options, String unit) {

    /** How it is filled in. */
    public enum Widget {
        LINE,
        SHORT,
        AREA,
        ONE_OF,
        SOME_OF,
        LIST,
        DEPARTMENT,
        DAYS
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    /** The one value; empty when there is none. */
    public String value() {
        return values.stream().findFirst().orElse("");
    }
}
