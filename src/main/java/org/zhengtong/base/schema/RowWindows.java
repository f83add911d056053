package org.zhengtong.base.schema;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of long tables a page shows: the number of the first, by the table's pointer; 0 where nothing is said. */
public record RowWindows(Map<String, Integer> from) {
    /** Every table from its first row. */
    public static final RowWindows FIRST = new RowWindows(Map.of());

    private static final Pattern ONE = Pattern.compile("(/[A-Za-z0-9_/-]{1,300}):([0-9]{1,4})");
    private static final int MOST = 50;

    public RowWindows {
        from = Map.copyOf(from);
    }

    /** As {@link #written} has it; what is not so written is left out. */
    public static RowWindows of(@Nullable String written) {
        var from = new TreeMap<String, Integer>();
        for (var part : (written == null ? "" : written).split(",", MOST)) {
            var one = ONE.matcher(part);
            if (one.matches()) {
                from.put(one.group(1), Integer.parseInt(one.group(2)));
            }
        }
        return new RowWindows(from);
    }

    /** The first row of this table. */
    public int first(String pointer) {
        return from.getOrDefault(pointer, 0);
    }

    /** The same with another first row of one table. */
    public RowWindows with(String pointer, int first) {
        var more = new TreeMap<>(from);
        more.put(pointer, first);
        return new RowWindows(more);
    }

    /** For an address or a hidden field: {@code /page/table:50,/page/other:100}; empty when nothing is said. */
    public String written() {
        return new TreeMap<>(from)
                .entrySet().stream()
                        .filter(each -> each.getValue() > 0)
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining(","));
    }
}
