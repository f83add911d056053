package org.zhengtong.data.registers.internal.writing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.RuleSql;

/** Versions of one record: what is present, what was, and the moves between. The caller holds the register's lock. */
@Component
class VersionStore {

    private static final String PERIOD = "zt_valid_from, zt_valid_to, zt_recorded_at, zt_position, zt_by";

    private final JdbcClient jdbc;

    VersionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The present version, values as they are written. */
    record Present(
            Map<ItemName, @Nullable String> values,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedAt,
            long position,
            String by) {}

    /** A write: by whom, when, at which position. */
    record Stamp(Instant at, long position, String by) {
        OffsetDateTime time() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    Optional<Present> find(RegisterShape shape, RecordKey key) {
        var written = shape.items().stream()
                .map(item -> RuleSql.written(item, RegisterShape.column(item.name())) + ", ")
                .collect(Collectors.joining());
        return jdbc.sql("select " + written + PERIOD + " from " + shape.current() + " where " + shape.key() + " = ?")
                .param(key.value())
                .query((row, _) -> {
                    var values = new LinkedHashMap<ItemName, @Nullable String>();
                    var at = 1;
                    for (var item : shape.items()) {
                        values.put(item.name(), row.getString(at++));
                    }
                    return new Present(
                            values,
                            row.getObject("zt_valid_from", LocalDate.class),
                            row.getObject("zt_valid_to", LocalDate.class),
                            row.getObject("zt_recorded_at", OffsetDateTime.class)
                                    .toInstant(),
                            row.getLong("zt_position"),
                            String.valueOf(row.getString("zt_by")));
                })
                .optional();
    }

    /** Judges values by the rules that bulk loads are judged by. */
    List<RowFault> faults(RegisterShape shape, Map<ItemName, @Nullable String> values, @Nullable String box) {
        var items = shape.items();
        var given = items.stream()
                .map(item -> "cast(? as text) as " + RegisterShape.column(item.name()))
                .collect(Collectors.joining(", "));
        var coded = items.stream()
                .filter(RuleSql::byBytes)
                .map(item -> RuleSql.bytes("s." + RegisterShape.column(item.name())) + " as zb_"
                        + item.name().column())
                .toList();
        var judged = items.stream()
                .map(item -> RuleSql.brokenRule(
                        item,
                        "s." + RegisterShape.column(item.name()),
                        RuleSql.byBytes(item) ? "c.zb_" + item.name().column() : "null",
                        "s.zt_box"))
                .collect(Collectors.joining(", "));
        var statement = jdbc.sql("select " + judged + " from (select " + given + ", cast(? as box) as zt_box) s"
                + (coded.isEmpty() ? "" : " cross join lateral (select " + String.join(", ", coded) + " offset 0) c"));
        for (var item : items) {
            statement = statement.param(values.get(item.name()));
        }
        return statement
                .param(box)
                .query((row, _) -> {
                    var faults = new ArrayList<RowFault>();
                    for (var at = 0; at < items.size(); at++) {
                        var rule = row.getString(at + 1);
                        if (rule != null) {
                            faults.add(fault(items.get(at), rule));
                        }
                    }
                    return faults;
                })
                .single();
    }

    private static RowFault fault(RegisterItem item, String rule) {
        return new RowFault(item.title().chinese(), item.name(), rule, RuleSql.wanted(item, rule));
    }

    /** Whatever counts from the day on counts no longer; what reaches over the day keeps its earlier part. */
    void clearFrom(RegisterShape shape, RecordKey key, LocalDate from, Stamp stamp) {
        clearHistory(shape, key, from, stamp);
        var columns = shape.allColumns("");
        jdbc.sql("""
                insert into %1$s (%2$s, zt_ended_at, zt_superseded_at)
                select %3$s, zt_valid_from,
                       case when zt_valid_to is null and zt_valid_from < :from then cast(:from as date) else zt_valid_to end,
                       zt_recorded_at, zt_position, zt_by%4$s,
                       case when zt_valid_to is null and zt_valid_from < :from then cast(:at as timestamptz) end,
                       case when zt_valid_from >= :from or zt_valid_to > :from then cast(:at as timestamptz) end
                from %5$s
                where %6$s = :key
                union all
                select %3$s, zt_valid_from, cast(:from as date), cast(:at as timestamptz), zt_position, zt_by%4$s, null, null
                from %5$s
                where %6$s = :key and zt_valid_from < :from and zt_valid_to > :from
                """.formatted(
                                shape.history(),
                                columns,
                                shape.columns(""),
                                shape.spatial() ? ", zt_box" : "",
                                shape.current(),
                                shape.key()))
                .param("from", from)
                .param("at", stamp.time())
                .param("key", key.value())
                .update();
    }

    private void clearHistory(RegisterShape shape, RecordKey key, LocalDate from, Stamp stamp) {
        jdbc.sql("""
                with cleared as (
                  update %1$s
                  set zt_superseded_at = :at
                  where %2$s = :key and zt_superseded_at is null and zt_valid_to > :from
                  returning *)
                insert into %1$s (%3$s)
                select %4$s, zt_valid_from, cast(:from as date), cast(:at as timestamptz), zt_position, zt_by%5$s
                from cleared
                where zt_valid_from < :from
                """.formatted(
                                shape.history(),
                                shape.key(),
                                shape.allColumns(""),
                                shape.columns(""),
                                shape.spatial() ? ", zt_box" : ""))
                .param("from", from)
                .param("at", stamp.time())
                .param("key", key.value())
                .update();
    }

    /** Puts the new version in the present one's place, or beside all others when there is none. */
    void put(
            RegisterShape shape,
            Map<ItemName, @Nullable String> values,
            @Nullable String box,
            LocalDate from,
            Stamp stamp) {
        var typed = shape.items().stream()
                .map(item -> RuleSql.typed(item, "cast(? as text)"))
                .collect(Collectors.joining(", "));
        var sets = shape.items().stream()
                .map(item -> RegisterShape.column(item.name()) + " = excluded." + RegisterShape.column(item.name()))
                .collect(Collectors.joining(", "));
        var statement = jdbc.sql("insert into " + shape.current() + " (" + shape.columns("")
                + ", zt_valid_from, zt_recorded_at, zt_position, zt_by" + (shape.spatial() ? ", zt_box" : "")
                + ") values ("
                + typed + ", ?, ?, ?, ?" + (shape.spatial() ? ", cast(? as box)" : "") + ") on conflict (" + shape.key()
                + ") do update set " + sets
                + ", zt_valid_from = excluded.zt_valid_from, zt_valid_to = null, zt_recorded_at = excluded.zt_recorded_at,"
                + " zt_position = excluded.zt_position, zt_by = excluded.zt_by"
                + (shape.spatial() ? ", zt_box = excluded.zt_box" : ""));
        for (var item : shape.items()) {
            statement = statement.param(values.get(item.name()));
        }
        statement = statement
                .param(from)
                .param(stamp.time())
                .param(stamp.position())
                .param(stamp.by());
        (shape.spatial() ? statement.param(box) : statement).update();
    }

    /** The present version ends on a day; that it was thought to go on is kept. */
    void end(RegisterShape shape, RecordKey key, LocalDate on, Stamp stamp) {
        jdbc.sql("""
                with kept as (
                  insert into %1$s (%2$s, zt_superseded_at)
                  select %2$s, cast(:at as timestamptz)
                  from %3$s
                  where %4$s = :key)
                update %3$s
                set zt_valid_to = :on, zt_recorded_at = :at, zt_position = :position, zt_by = :by
                where %4$s = :key
                """.formatted(shape.history(), shape.allColumns(""), shape.current(), shape.key()))
                .param("at", stamp.time())
                .param("on", on)
                .param("position", stamp.position())
                .param("by", stamp.by())
                .param("key", key.value())
                .update();
    }

    /** Which items readers see as under check. */
    void mark(RegisterShape shape, RecordKey key, List<String> items) {
        jdbc.sql(
                        "update %s set zt_checked = case when cardinality(cast(:items as text[])) > 0 then cast(:items as text[]) end where %s = :key"
                                .formatted(shape.current(), shape.key()))
                .param("items", items.toArray(String[]::new))
                .param("key", key.value())
                .update();
    }
}
