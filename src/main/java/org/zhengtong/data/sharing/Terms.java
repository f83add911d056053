package org.zhengtong.data.sharing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit.Condition;

/** What a grant gives: perhaps fewer items, some masked, a smaller quota than was asked for. */
public record Terms(
        String purpose,
        String basis,
        Set<ItemName> items,
        Map<ItemName, Masking> masks,
        List<Condition> rows,
        int quota,
        Set<Way> ways,
        String node) {

    public Terms {
        items = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(items));
        masks = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(masks));
        rows = List.copyOf(rows);
        ways = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(ways));
    }

    /** Exactly what was asked for. */
    public static Terms of(Wish wish) {
        return new Terms(
                wish.purpose(),
                wish.basis(),
                wish.items(),
                Map.of(),
                wish.rows(),
                wish.quota(),
                wish.ways(),
                wish.node());
    }

    /** The same with other items, masks and quota, never more than there were. */
    public Terms narrowed(Set<ItemName> fewer, Map<ItemName, Masking> masked, int smaller) {
        var kept = new TreeSet<>(items);
        kept.retainAll(fewer);
        var shown = new TreeMap<>(masked);
        shown.keySet().retainAll(kept);
        return new Terms(purpose, basis, kept, shown, rows, Math.min(quota, smaller), ways, node);
    }
}
