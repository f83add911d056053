package org.zhengtong.data.registers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;

/**
 * What one reader may see on one ground.
 *
 * @param items the items that are given; others are left out
 * @param masks how some of them are shown in part
 * @param rows which records; null for all
 * @param purpose what it is for, in the reader's words
 * @param basis the ground: a grant's number, or the permission of the source's own staff
 */
public record ReadPermit(
        Set<ItemName> items,
        Map<ItemName, Masking> masks,
        @Nullable RowFilter rows,
        String purpose,
        String basis,
        Actor reader) {

    public ReadPermit {
        items = Set.copyOf(items);
        masks = Map.copyOf(masks);
    }

    /** Which records: those that meet all conditions. */
    public record RowFilter(List<Condition> conditions) {
        public RowFilter {
            conditions = List.copyOf(conditions);
        }
    }

    /** A condition on one item; values are texts in the item's written form. */
    public record Condition(ItemName item, Comparison comparison, List<String> values) {
        public Condition {
            values = List.copyOf(values);
            if (values.isEmpty() != (comparison == Comparison.EMPTY)) {
                throw new IllegalArgumentException("Not a condition: " + item + " " + comparison);
            }
        }

        public static Condition equal(ItemName item, String value) {
            return new Condition(item, Comparison.ANY_OF, List.of(value));
        }
    }

    /** How an item is compared. */
    public enum Comparison {
        ANY_OF,
        BEGINS_WITH,
        CONTAINS,
        AT_LEAST,
        AT_MOST,
        EMPTY
    }
}
