package org.zhengtong.data.connectors;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhengtong.data.registers.ItemName;

/** Which column is which item, and how its values are rewritten (对照); kept in versions. */
public record Mapping(int version, List<Rule> rules, Instant savedAt, String savedBy) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    public Mapping {
        rules = List.copyOf(rules);
    }

    /** How a value comes about. */
    public enum Way {
        /** As it is, without the blanks around it. */
        COPY,
        /** Translated by a list; what the list does not know stays. */
        CODES,
        /** A day written in a style of the source's own. */
        DATE,
        /** The same for all rows. */
        CONSTANT,
        /** Put together from columns. */
        JOIN
    }

    /**
     * Where an item comes from.
     *
     * @param column the column, empty for a constant or a joining
     * @param detail lines {@code old=new} of a code list, the style of a day, the constant, or a text with {@code {column}} in it
     */
    public record Rule(ItemName item, Way way, String column, String detail) {

        /** Columns that it reads. */
        public Set<String> columns() {
            return switch (way) {
                case COPY, CODES, DATE -> Set.of(column);
                case CONSTANT -> Set.of();
                case JOIN -> {
                    var found = new LinkedHashSet<String>();
                    PLACE.matcher(detail).results().forEach(place -> found.add(place.group(1)));
                    yield found;
                }
            };
        }
    }

    /** All columns that it reads. */
    public Set<String> columns() {
        var all = new LinkedHashSet<String>();
        rules.forEach(rule -> all.addAll(rule.columns()));
        return all;
    }
}
