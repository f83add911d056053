package org.zhengtong.data.registers.internal.loading;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.internal.definition.RegisterShape;

/** Merges a staged chunk into the register, within the caller's transaction. */
@Component
class MergeStore {

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What every statement of a chunk knows. */
    record Facts(Collection<Integer> bad, LocalDate from, Instant now, long base, String by) {}

    /** What became of the rows; {@code broken} could only be judged beside the stored ones. */
    record Merged(long added, long changed, long unchanged, SortedMap<Integer, String> broken, String digest) {}

    /** For keys that are all new; a known one breaks the unique constraint. */
    Merged fresh(MergeSql sql, Facts facts) {
        jdbc.sql("set local work_mem = '64MB'").update();
        return bind(jdbc.sql(sql.fresh()), facts)
                .query((row, _) -> new Merged(row.getLong("written"), 0, 0, new TreeMap<>(), row.getString("digest")))
                .single();
    }

    Merged merge(MergeSql sql, Facts facts, boolean complete) {
        jdbc.sql("set local work_mem = '64MB'").update();
        var merged = bind(jdbc.sql(sql.merge()), facts)
                .param("complete", complete)
                .query((row, _) -> new Merged(
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        broken(row.getArray("broken_rows"), row.getArray("broken_rules")),
                        ""))
                .single();
        var left = new java.util.TreeSet<>(facts.bad());
        left.addAll(merged.broken().keySet());
        var digest = jdbc.sql(sql.storedDigest())
                .param("bad", left.toArray(Integer[]::new))
                .query(String.class)
                .single();
        return new Merged(merged.added(), merged.changed(), merged.unchanged(), merged.broken(), digest);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Facts facts) {
        return statement
                .param("bad", facts.bad().toArray(Integer[]::new))
                .param("from", facts.from())
                .param("now", facts.now().atOffset(ZoneOffset.UTC))
                .param("base", facts.base())
                .param("by", facts.by());
    }

    private static SortedMap<Integer, String> broken(@Nullable Array rows, @Nullable Array rules) throws SQLException {
        var broken = new TreeMap<Integer, String>();
        if (rows != null && rules != null) {
            var numbers = (Integer[]) rows.getArray();
            var names = (String[]) rules.getArray();
            for (var at = 0; at < numbers.length; at++) {
                broken.put(numbers[at], names[at]);
            }
        }
        return broken;
    }

    /** So that the next questions find a plan. */
    void analyze(RegisterShape shape) {
        jdbc.sql("analyze " + shape.current()).update();
    }
}
