package org.zhengtong.data.registers.internal.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterItem;

/** Makes and changes the tables of registers. Names come from {@link RegisterShape}, texts are literals; nothing else is put in. */
@Component
class TableStore {

    private final JdbcClient jdbc;

    TableStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void make(RegisterShape shape) {
        table(shape, shape.current(), "", "primary key (" + shape.key() + ")");
        table(shape, shape.history(), "zt_ended_at timestamptz, zt_superseded_at timestamptz,", "");
        comments(shape);
        // Rows of one load lie beside each other in the order of their positions: ranges of pages are enough to find
        // them, and cost
        // next to nothing while loading.
        run("create index on " + shape.current()
                + " using brin (zt_position int8_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on)");
        run("create index on %s (%s, zt_recorded_at)".formatted(shape.history(), shape.key()));
        shape.definition().facts().indexes().forEach(items -> index(shape, items));
        if (shape.spatial()) {
            run("create index on %s using gist (zt_box)".formatted(shape.current()));
        }
    }

    private void table(RegisterShape shape, String name, String more, String constraint) {
        var columns = shape.items().stream()
                .map(item ->
                        RegisterShape.column(item.name()) + " " + item.type().sql())
                .collect(Collectors.joining(", "));
        var box = shape.spatial() ? "zt_box box, " : "";
        run("create table " + name + " (" + columns + ", " + box + more + """
                 zt_valid_from date not null, zt_valid_to date, zt_recorded_at timestamptz not null,
                 zt_position bigint not null, zt_by text, zt_checked text[]
                """
                + (constraint.isEmpty() ? "" : ", " + constraint) + ")"
                + (shape.partitioned() ? " partition by hash (" + shape.key() + ")" : ""));
        for (var part = 0; part < shape.definition().facts().partitions(); part++) {
            run("create table %s partition of %s for values with (modulus %d, remainder %d)"
                    .formatted(
                            name.substring(0, name.length() - 1) + "__p" + part + '"',
                            name,
                            shape.definition().facts().partitions(),
                            part));
        }
    }

    private void comments(RegisterShape shape) {
        var title = shape.definition().title().chinese();
        run("comment on table %s is %s".formatted(shape.current(), RuleSql.literal(title + "：现状")));
        run("comment on table %s is %s".formatted(shape.history(), RuleSql.literal(title + "：历史版本")));
        shape.items().forEach(item -> comment(shape, item));
    }

    private void comment(RegisterShape shape, RegisterItem item) {
        run("comment on column %s.%s is %s"
                .formatted(
                        shape.current(),
                        RegisterShape.column(item.name()),
                        RuleSql.literal(item.title().chinese())));
    }

    private void index(RegisterShape shape, List<ItemName> items) {
        run("create index if not exists %s on %s (%s)"
                .formatted(
                        indexName(shape, items),
                        shape.current(),
                        items.stream().map(RegisterShape::column).collect(Collectors.joining(", "))));
    }

    private static String indexName(RegisterShape shape, List<ItemName> items) {
        var name = RegisterShape.base(shape.definition().code()) + "__"
                + items.stream().map(ItemName::column).collect(Collectors.joining("_"));
        return RegisterShape.quoted(
                name.length() > 58 ? name.substring(0, 50) + "_" + Math.abs(name.hashCode() % 9999) : name);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    /** Brings the tables from one shape to the next; what would lose data was refused before. */
    void change(RegisterShape before, RegisterShape after) {
        for (var item : after.items()) {
            var column = RegisterShape.column(item.name());
            var old = before.definition().find(item.name());
            if (old.isEmpty()) {
                each(after, "add column " + column + " " + item.type().sql());
                if (item.type() == ItemType.GEOMETRY) {
                    each(after, "add column zt_box box");
                    run("create index on %s using gist (zt_box)".formatted(after.current()));
                }
            } else if (!old.get().type().sql().equals(item.type().sql())) {
                each(
                        after,
                        "alter column %1$s type %2$s using %1$s::%2$s"
                                .formatted(column, item.type().sql()));
            }
            comment(after, item);
        }
        before.items().stream()
                .filter(item -> after.definition().find(item.name()).isEmpty())
                .forEach(item -> each(after, "drop column " + RegisterShape.column(item.name())));
        after.definition().facts().indexes().forEach(items -> index(after, items));
        before.definition().facts().indexes().stream()
                .filter(items -> !after.definition().facts().indexes().contains(items))
                .forEach(items -> run("drop index if exists registers." + indexName(before, items)));
    }

    private void each(RegisterShape shape, String change) {
        run("alter table " + shape.current() + " " + change);
        run("alter table " + shape.history() + " " + change);
    }

    /** How many present records break each rule of another shape, by item and rule. */
    Map<RegisterItem, Map<String, Long>> broken(RegisterShape stored, RegisterShape wanted) {
        var all = new LinkedHashMap<RegisterItem, Map<String, Long>>();
        for (var item : wanted.items()) {
            var old = stored.definition().find(item.name());
            if (old.isPresent() && !old.get().equals(item) && item.type() != ItemType.GEOMETRY) {
                all.put(item, broken(stored, old.get(), item));
            }
        }
        return all;
    }

    private Map<String, Long> broken(RegisterShape stored, RegisterItem old, RegisterItem item) {
        var value = RuleSql.written(old, RegisterShape.column(old.name()));
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                select broken, count(*) as records
                from (
                  select %s as broken
                  from (select %s as value from %s) written
                  cross join lateral (select %s as bytes offset 0) as coded) judged
                where broken is not null
                group by broken
                order by broken
                """.formatted(
                                RuleSql.brokenRule(item, "value", "bytes", "null"),
                                value,
                                stored.current(),
                                RuleSql.bytes("value")))
                .query((row, _) -> counts.put(row.getString("broken"), row.getLong("records")))
                .list();
        return counts;
    }

    /** How many versions, present or past, have a value of this item. */
    long inUse(RegisterShape shape, RegisterItem item) {
        var column = RegisterShape.column(item.name());
        return jdbc.sql("""
                select (select count(%1$s) from %2$s) + (select count(%1$s) from %3$s)
                """.formatted(column, shape.current(), shape.history()))
                .query(Long.class)
                .single();
    }

    boolean empty(RegisterShape shape) {
        return jdbc.sql("select not exists (select from %s) and not exists (select from %s)"
                        .formatted(shape.current(), shape.history()))
                .query(Boolean.class)
                .single();
    }

    /** Patterns that the database cannot read. */
    List<RegisterItem> unreadablePatterns(List<RegisterItem> items) {
        var wrong = new ArrayList<RegisterItem>();
        for (var item : items) {
            if (item.rules().pattern() != null) {
                try {
                    jdbc.sql("select regexp_like('', cast(:pattern as text))")
                            .param("pattern", item.rules().pattern())
                            .query(Boolean.class)
                            .single();
                } catch (DataAccessException refused) {
                    wrong.add(item);
                    break;
                }
            }
        }
        return wrong;
    }
}
