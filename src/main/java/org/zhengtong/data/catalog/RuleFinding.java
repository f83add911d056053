package org.zhengtong.data.catalog;

import java.util.List;

/**
 * A rule that something breaks.
 *
 * @param field id of the field in forms and name of the column in files, such as {@code name} or {@code items-2-length}
 * @param args values for the places of the rule's text
 */
public record RuleFinding(CatalogRule rule, String field, List<String> args) {
    public RuleFinding {
        args = List.copyOf(args);
    }

    /** A finding without further words. */
    public static RuleFinding of(CatalogRule rule, String field, Object... args) {
        return new RuleFinding(
                rule, field, List.of(args).stream().map(String::valueOf).toList());
    }

    /** Whether nothing may be filed that has it. */
    public boolean blocking() {
        return rule.blocking();
    }

    /** Key of its text. */
    public String textKey() {
        return "catalog.rule." + rule.name();
    }
}
