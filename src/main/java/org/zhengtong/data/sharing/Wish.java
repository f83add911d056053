package org.zhengtong.data.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;

/**
 * What a department asks for.
 *
 * @param purpose what for, in words
 * @param basis the law, or the service item, that needs it
 * @param items as few as serve the purpose
 * @param rows which records; empty for all
 * @param quota most calls a day
 * @param until last day; null while nothing was chosen
 * @param node where a subscription is delivered to; empty for this node
 */
public record Wish(
        String purpose,
        String basis,
        Set<ItemName> items,
        List<Condition> rows,
        int quota,
        @Nullable LocalDate until,
        Set<Way> ways,
        String node) {

    public Wish {
        items = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(items));
        rows = List.copyOf(rows);
        ways = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ways));
    }

    /** Nothing asked for yet. */
    public static final Wish NOTHING = new Wish("", "", Set.of(), List.of(), 1_000, null, Set.of(), "");
}
