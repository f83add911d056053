package org.zhengtong.data.registers.internal.loading;

import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.RuleSql;

/**
 * The statements that merge a staged chunk. Parameters: {@code :bad} rows to leave out, {@code :from} first valid day,
 * {@code :now}, {@code :base} last position, {@code :by} who writes.
 *
 * <p>A version that a later one follows keeps its row and gets an end ({@code zt_valid_to} with {@code zt_ended_at}, the moment
 * from which the end was known); a version that was wrong gets {@code zt_superseded_at}.
 */
final class MergeSql {

    private final RegisterShape shape;
    private final List<RegisterItem> items;
    private final LoadMapping mapping;
    private final String staging;

    MergeSql(LoadMapping mapping, String staging) {
        this.shape = mapping.shape();
        this.items = mapping.items();
        this.mapping = mapping;
        this.staging = staging;
    }

    private String columns(String prefix) {
        return items.stream()
                        .map(item -> prefix + RegisterShape.column(item.name()))
                        .collect(Collectors.joining(", "))
                + (mapping.spatial() ? ", " + prefix + "zt_box" : "");
    }

    private String typed() {
        return items.stream()
                        .map(item -> RuleSql.typed(item, "s." + RegisterShape.column(item.name())) + " as "
                                + RegisterShape.column(item.name()))
                        .collect(Collectors.joining(", "))
                + (mapping.spatial() ? ", s.zt_box" : "");
    }

    private static String digest(String rows) {
        return "encode(sha256(convert_to(coalesce(string_agg(" + rows + "), ''), 'UTF8')), 'hex')";
    }

    /** Puts rows into a register that knows none of their keys; answers with their number and the digest of what was stored. */
    String fresh() {
        return """
                with stored as (
                  insert into %s (%s, zt_valid_from, zt_recorded_at, zt_position, zt_by)
                  select %s, cast(:from as date), cast(:now as timestamptz), :base + s.zt_row + 1, cast(:by as text)
                  from %s s
                  where s.zt_row <> all(cast(:bad as integer[]))
                  returning %s, zt_position)
                select count(*) as written, %s as digest
                from stored
                """.formatted(
                        shape.current(),
                        columns(""),
                        typed(),
                        staging,
                        columns(""),
                        digest(RuleSql.canonical(items, "") + ", '' order by zt_position"));
    }

    /** Compares with what is stored and writes what differs; answers with counts, and the rows that cannot be taken. */
    String merge() {
        return """
                with ranked as (
                  select s.zt_row, %1$s, row_number() over (partition by s.%2$s order by s.zt_row) as nth
                  from %3$s s
                  where s.zt_row <> all(cast(:bad as integer[]))),
                compared as (
                  select r.*, c.zt_valid_from as old_from, c.zt_by as old_by, c.zt_valid_from is null as added,
                         c.zt_valid_from is not null
                           and ((%4$s) is distinct from (%5$s) or c.zt_valid_to is not null) as differs
                  from ranked r
                  left join %6$s c on c.%2$s = r.%2$s),
                judged as materialized (
                  select *, case when nth > 1 or differs and old_by = :by then 'duplicate'
                                 when added and not :complete then 'unknown_key'
                                 when differs and :from < old_from then 'older' end as broken
                  from compared),
                kept as (
                  insert into %7$s (%8$s, zt_ended_at, zt_superseded_at)
                  select %9$s, c.zt_valid_from,
                         case when c.zt_valid_to is null and c.zt_valid_from < :from then cast(:from as date) else c.zt_valid_to end,
                         c.zt_recorded_at, c.zt_position, c.zt_by%10$s,
                         case when c.zt_valid_to is null and c.zt_valid_from < :from then cast(:now as timestamptz) end,
                         case when c.zt_valid_from >= :from or c.zt_valid_to > :from then cast(:now as timestamptz) end
                  from judged j
                  join %6$s c on c.%2$s = j.%2$s
                  where j.differs and j.broken is null
                  union all
                  select %9$s, c.zt_valid_from, cast(:from as date), cast(:now as timestamptz), c.zt_position, c.zt_by%10$s,
                         null, null
                  from judged j
                  join %6$s c on c.%2$s = j.%2$s
                  where j.differs and j.broken is null and c.zt_valid_from < :from and c.zt_valid_to > :from),
                moved as (
                  update %6$s c
                  set %11$s, zt_valid_from = :from, zt_valid_to = null, zt_recorded_at = :now,
                      zt_position = :base + j.zt_row + 1, zt_by = :by
                  from judged j
                  where c.%2$s = j.%2$s and j.differs and j.broken is null),
                entered as (
                  insert into %6$s (%12$s, zt_valid_from, zt_recorded_at, zt_position, zt_by)
                  select %12$s, :from, :now, :base + zt_row + 1, :by
                  from judged
                  where added and broken is null)
                select count(*) filter (where added and broken is null) as added,
                       count(*) filter (where differs and broken is null) as changed,
                       count(*) filter (where not added and not differs and broken is null) as unchanged,
                       array_agg(zt_row order by zt_row) filter (where broken is not null) as broken_rows,
                       array_agg(broken order by zt_row) filter (where broken is not null) as broken_rules
                from judged
                """.formatted(
                typed(),
                shape.key(),
                staging,
                plain("c."),
                plain("r."),
                shape.current(),
                shape.history(),
                shape.columns("") + ", " + String.join(", ", RegisterShape.FACTS) + (shape.spatial() ? ", zt_box" : ""),
                shape.columns("c."),
                shape.spatial() ? ", c.zt_box" : "",
                sets(),
                columns(""));
    }

    /** Items alone, for comparing. */
    private String plain(String prefix) {
        return items.stream()
                .map(item -> prefix + RegisterShape.column(item.name()))
                .collect(Collectors.joining(", "));
    }

    private String sets() {
        return items.stream()
                        .map(item -> RegisterShape.column(item.name()) + " = j." + RegisterShape.column(item.name()))
                        .collect(Collectors.joining(", "))
                + (mapping.spatial() ? ", zt_box = j.zt_box" : "");
    }

    /** The digest of the staged rows as the register holds them now. */
    String storedDigest() {
        return """
                select %s as digest
                from %s s
                join %s c on c.%4$s = s.%4$s
                where s.zt_row <> all(cast(:bad as integer[]))
                """.formatted(
                        digest(RuleSql.canonical(items, "c.") + ", '' order by s.zt_row"),
                        staging,
                        shape.current(),
                        shape.key());
    }
}
