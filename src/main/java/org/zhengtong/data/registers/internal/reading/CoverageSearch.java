package org.zhengtong.data.registers.internal.reading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.Shapes;

/** How full each item is: counted over all records of a small register, over a sample of a large one. */
@Component
public class CoverageSearch {

    private static final int COUNTED = 20_000;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Shapes shapes;
    private final Cache<RegisterCode, Map<ItemName, Integer>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(200).build();

    CoverageSearch(JdbcClient jdbc, Shapes shapes) {
        this.jdbc = jdbc;
        this.shapes = shapes;
    }

    /** Share of records that have the item, in hundredths; nothing for a register without records. */
    public Map<ItemName, Integer> of(RegisterCode register) {
        return known.get(register, _ -> count(shapes.require(register)));
    }

    private Map<ItemName, Integer> count(RegisterShape shape) {
        var counts = shape.items().stream()
                .map(item -> "count(" + RegisterShape.column(item.name()) + ")")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select count(*), " + counts + " from (select * from " + shape.current() + " limit " + COUNTED
                        + ") looked_at")
                .query((row, _) -> {
                    var shares = new LinkedHashMap<ItemName, Integer>();
                    var all = row.getLong(1);
                    for (var at = 0; all > 0 && at < shape.items().size(); at++) {
                        shares.put(shape.items().get(at).name(), (int) Math.floorDiv(100 * row.getLong(at + 2), all));
                    }
                    return (Map<ItemName, Integer>) shares;
                })
                .single();
    }
}
