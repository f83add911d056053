package org.zhengtong.data.registers.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.database.QueryStore;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordQuery;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterReading.RecordPage;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import tools.jackson.databind.json.JsonMapper;

/** Lists of records: search with filters and keyset paging, the feed of changes. */
@Component
class RecordSearch {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long FIRST_WINDOW = 4;

    private final JdbcClient jdbc;
    private final QueryStore database;
    private final RecordLinks links;

    RecordSearch(JdbcClient jdbc, QueryStore database, RecordLinks links) {
        this.jdbc = jdbc;
        this.database = database;
        this.links = links;
    }

    /** Where a page ends: the sorted value, as text, and the key. */
    private record Place(@Nullable String value, String key) {}

    /** A record with its place. */
    private record Found(RegisterRecord record, Place place) {}

    RecordPage page(ReadPlan plan, RecordQuery query, ReadPermit permit) {
        var found = find(plan, query, permit, query.most() + 1);
        var shown = found.subList(0, Math.min(query.most(), found.size()));
        return new RecordPage(
                shown.stream().map(Found::record).toList(),
                found.size() > query.most() ? token(shown.getLast().place()) : null);
    }

    void each(ReadPlan plan, RecordQuery query, ReadPermit permit, Consumer<RegisterRecord> each) {
        var page = query;
        while (true) {
            var found = find(plan, page, permit, query.most());
            found.forEach(one -> each.accept(one.record()));
            if (found.size() < query.most()) {
                return;
            }
            page = query.after(token(found.getLast().place()));
        }
    }

    private List<Found> find(ReadPlan plan, RecordQuery query, ReadPermit permit, int most) {
        var definition = plan.shape().definition();
        var conditions = new ConditionSql(definition);
        var sort = query.sort() == null ? definition.keyItem() : definition.require(query.sort());
        var where = where(plan, query, permit, conditions) + after(plan, query, sort, conditions);
        var way = query.descending() ? " desc" : "";
        var column = RegisterShape.column(sort.name());
        var sql = "select " + plan.columns() + ", " + plan.shape().key() + " as zt_key, cast(" + column
                + " as text) as zt_sorted from " + plan.shape().current() + " where " + where + " order by "
                + (sort.equals(definition.keyItem()) ? "" : column + way + " nulls last, ")
                + plan.shape().key() + way
                + " limit " + most;
        return database.read(asked -> bind(asked, sql, conditions)
                .query((row, _) -> new Found(
                        plan.read(row, null, permit.masks()),
                        new Place(row.getString("zt_sorted"), row.getString("zt_key"))))
                .list());
    }

    private static JdbcClient.StatementSpec bind(JdbcClient jdbc, String sql, ConditionSql conditions) {
        var statement = jdbc.sql(sql);
        conditions.parameters().forEach(statement::param);
        return statement;
    }

    private static String where(ReadPlan plan, RecordQuery query, ReadPermit permit, ConditionSql conditions) {
        var parts = new ArrayList<String>();
        if (!query.ended()) {
            parts.add("zt_valid_to is null");
        }
        if (!query.text().isBlank()) {
            parts.add(plan.shape().definition().facts().search().stream()
                    .map(item -> {
                        conditions
                                .parameters()
                                .add(ConditionSql.prefix(query.text().strip()));
                        return ConditionSql.asText(plan.shape().definition().require(item)) + " like ?";
                    })
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        query.conditions().forEach(condition -> parts.add(conditions.of(condition)));
        if (query.box() != null && plan.shape().spatial()) {
            parts.add("zt_box && box(point(?, ?), point(?, ?))");
            conditions
                    .parameters()
                    .addAll(List.of(
                            query.box().west(),
                            query.box().south(),
                            query.box().east(),
                            query.box().north()));
        }
        return (parts.isEmpty() ? "true" : String.join(" and ", parts)) + ReadPlan.filter(conditions, permit);
    }

    private String after(ReadPlan plan, RecordQuery query, RegisterItem sort, ConditionSql conditions) {
        if (query.after() == null) {
            return "";
        }
        var place = place(query.after());
        var way = query.descending() ? " < " : " > ";
        var key = plan.shape().key();
        if (sort.equals(plan.shape().definition().keyItem())) {
            conditions.parameters().add(place.key());
            return " and " + key + way + "?";
        }
        var column = RegisterShape.column(sort.name());
        if (place.value() == null) {
            conditions.parameters().add(place.key());
            return " and " + column + " is null and " + key + way + "?";
        }
        conditions.parameters().addAll(List.of(place.value(), place.value(), place.key()));
        return " and (%1$s%2$scast(? as %3$s) or %1$s = cast(? as %3$s) and %4$s%2$s? or %1$s is null)"
                .formatted(column, way, sort.type().sql(), key);
    }

    private String token(Place place) {
        return links.seal(JSON.writeValueAsString(place));
    }

    private Place place(String token) {
        return links.opened(token)
                .map(text -> JSON.readValue(text, Place.class))
                .orElseThrow(() -> new ProblemException(RegistersProblem.NOT_A_QUERY, token));
    }

    long count(ReadPlan plan, RecordQuery query, ReadPermit permit, long most) {
        var conditions = new ConditionSql(plan.shape().definition());
        var where = where(plan, query, permit, conditions);
        var sql = "select count(*) from (select from " + plan.shape().current() + " where " + where + " limit " + most
                + ") found";
        return database.read(
                asked -> bind(asked, sql, conditions).query(Long.class).single());
    }

    /**
     * Positions have gaps where a record has changed again, so the range of positions that is looked at grows until there are
     * enough or the end is reached; a range is what the index of pages answers. Never from a replica, which may lack the end.
     */
    List<RegisterRecord> changesAfter(ReadPlan plan, long position, int most, ReadPermit permit, long last) {
        var changes = new ArrayList<RegisterRecord>();
        var from = position;
        for (var window = FIRST_WINDOW * most; changes.size() < most && from < last; window *= FIRST_WINDOW) {
            var until = Math.min(last, from + window);
            changes.addAll(between(plan, from, until, most - changes.size(), permit));
            from = until;
        }
        return changes;
    }

    private List<RegisterRecord> between(ReadPlan plan, long from, long until, int most, ReadPermit permit) {
        var conditions = new ConditionSql(plan.shape().definition());
        conditions.parameters().addAll(List.of(from, until));
        var filter = ReadPlan.filter(conditions, permit);
        var sql = "select " + plan.columns() + ", " + plan.shape().key() + " as zt_key from "
                + plan.shape().current() + " where zt_position > ? and zt_position <= ?" + filter
                + " order by zt_position limit " + most;
        return bind(jdbc, sql, conditions)
                .query((row, _) -> plan.read(row, null, permit.masks()))
                .list();
    }
}
