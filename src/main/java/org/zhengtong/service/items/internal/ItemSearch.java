package org.zhengtong.service.items.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemFacets.Count;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ItemSummary;

/** Lists of items: by text and filters with keyset paging, their filter counts, and by codes. */
@Component
class ItemSearch {

    private static final String SUMMARY = """
            i.code, i.version, i.name, i.kind, i.division, i.department,
            i.committed_amount, i.committed_unit, i.procedure_key
            """;

    private final JdbcClient jdbc;

    ItemSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A found item and its place in the order. */
    record Hit(ItemSummary item, long score) {}

    /** Up to {@code limit} hits after the given place; a smaller score is better. */
    List<Hit> page(ItemMatch match, PagePlace after, int limit) {
        var params = new HashMap<>(match.params());
        params.put("score", after.score());
        params.put("code", after.code());
        params.put("limit", limit);
        return jdbc.sql("""
                select *
                from (
                    select %s, %s as score
                    from items.item i
                    where %s
                ) found
                where (score, code) > (:score, :code)
                order by score, code
                limit :limit
                """.formatted(SUMMARY, match.score(), match.condition()))
                .params(params)
                .query((row, number) -> new Hit(toSummary(row), row.getLong("score")))
                .list();
    }

    /** The number of hits and what each filter would leave of them. */
    Counts counts(ItemMatch match) {
        var rows = jdbc
                .sql("""
                with found as materialized (
                    select i.department, i.kind, i.targets, i.life_events
                    from items.item i
                    where %s
                )
                select 'total' as facet, '' as value, count(*) as items from found
                union all
                select 'department', department, count(*) from found group by department
                union all
                select 'kind', kind, count(*) from found group by kind
                union all
                select 'target', target, count(*) from found, unnest(targets) as target group by target
                union all
                select 'life_event', event, count(*) from found, unnest(life_events) as event group by event
                order by facet, items desc, value
                """.formatted(match.condition()))
                .params(match.params())
                .query((row, number) ->
                        new FacetRow(row.getString("facet"), new Count(row.getString("value"), row.getLong("items"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        FacetRow::facet, Collectors.mapping(FacetRow::count, Collectors.toList())));
        var facets = new ItemFacets(
                rows.getOrDefault("department", List.of()),
                rows.getOrDefault("life_event", List.of()),
                rows.getOrDefault("target", List.of()),
                rows.getOrDefault("kind", List.of()));
        return new Counts(rows.getOrDefault("total", List.of()).getFirst().items(), facets);
    }

    private record FacetRow(String facet, Count count) {}

    /** Number of hits and filter counts. */
    record Counts(long total, ItemFacets facets) {}

    Map<ItemCode, ItemSummary> summaries(Collection<ItemCode> codes) {
        return jdbc
                .sql("select %s from items.item i where i.code = any (:codes)".formatted(SUMMARY))
                .param("codes", codes.stream().map(ItemCode::value).toArray(String[]::new))
                .query((row, number) -> toSummary(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ItemSummary::code, summary -> summary));
    }

    Map<DivisionCode, Long> countsByDivision(Collection<DivisionCode> divisions) {
        return jdbc
                .sql("""
                select division, count(*) as items
                from items.item
                where division = any (:divisions)
                group by division
                """)
                .param("divisions", divisions.stream().map(DivisionCode::value).toArray(String[]::new))
                .query((row, number) -> Map.entry(new DivisionCode(row.getString("division")), row.getLong("items")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ItemSummary toSummary(ResultSet row) throws SQLException {
        var unit = row.getString("committed_unit");
        return new ItemSummary(
                new ItemCode(row.getString("code")),
                row.getInt("version"),
                row.getString("name"),
                ItemKind.of(row.getString("kind")),
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                unit == null ? null : new TimeLimit(row.getInt("committed_amount"), TimeLimitUnit.valueOf(unit)),
                row.getString("procedure_key") != null);
    }

    /** The condition and order of a query as SQL with its parameters. */
    record ItemMatch(String condition, String score, Map<String, Object> params) {

        /** Items that hold all typed words; the name counts most, then how often an item is used, then brevity. */
        static ItemMatch strict(ItemQuery query, List<String> words) {
            var conditions = filters(query);
            var params = filterParams(query);
            var inName = new ArrayList<String>();
            if (words.isEmpty()) {
                return new ItemMatch(String.join(" and ", conditions), "(1000 - i.popularity)::bigint", params);
            }
            conditions.add("i.terms @> cast(:terms as text[])");
            params.put("terms", ItemWords.asked(words).toArray(String[]::new));
            for (var n = 0; n < words.size(); n++) {
                params.put("word" + n, "%" + words.get(n) + "%");
                conditions.add("i.search_text like :word" + n);
                inName.add("i.name_text like :word" + n);
            }
            params.put("typed", String.join(" ", words));
            return new ItemMatch(String.join(" and ", conditions), """
                    (case when i.name_text = :typed then 0
                        when starts_with(i.name_text, :typed) then 1
                        when %s then 2
                        else 3 end * 1000000::bigint
                    + (999 - i.popularity) * 1000 + least(char_length(i.name), 999))
                    """.formatted(String.join(" and ", inName)), params);
        }

        /** Items that hold at least half of the pairs of characters; most pairs first. */
        static ItemMatch loose(ItemQuery query, List<String> words) {
            var conditions = filters(query);
            var params = filterParams(query);
            var hits = "(select count(*) from unnest(cast(:terms as text[])) as t where i.terms @> array[t])";
            conditions.add("i.terms && cast(:terms as text[])");
            conditions.add(hits + " * 2 >= cardinality(cast(:terms as text[]))");
            params.put("terms", ItemWords.asked(words).toArray(String[]::new));
            return new ItemMatch(
                    String.join(" and ", conditions),
                    "((100 - %s) * 1000000 + (999 - i.popularity) * 1000 + least(char_length(i.name), 999))"
                            .formatted(hits),
                    params);
        }

        private static List<String> filters(ItemQuery query) {
            var conditions = new ArrayList<String>();
            conditions.add("i.division = any (cast(:divisions as text[]))");
            if (query.department() != null) {
                conditions.add("i.department = :department");
            }
            if (query.kind() != null) {
                conditions.add("i.kind = :kind");
            }
            if (query.target() != null) {
                conditions.add("i.targets @> array[cast(:target as text)]");
            }
            if (query.lifeEvent() != null) {
                conditions.add("i.life_events @> array[cast(:lifeEvent as text)]");
            }
            return conditions;
        }

        private static Map<String, Object> filterParams(ItemQuery query) {
            var params = new HashMap<String, Object>();
            params.put(
                    "divisions",
                    query.divisions().stream().map(DivisionCode::value).toArray(String[]::new));
            if (query.department() != null) {
                params.put("department", query.department().value());
            }
            if (query.kind() != null) {
                params.put("kind", query.kind().code());
            }
            if (query.target() != null) {
                params.put("target", query.target().name());
            }
            if (query.lifeEvent() != null) {
                params.put("lifeEvent", query.lifeEvent());
            }
            return params;
        }
    }
}
