package org.zhengtong.data.catalog.internal;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.database.QueryStore;
import org.zhengtong.data.catalog.CatalogListing.Coverage;
import org.zhengtong.data.catalog.CatalogListing.Harvest;
import org.zhengtong.data.catalog.CatalogListing.HarvestSort;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogListing.Sort;
import org.zhengtong.data.catalog.Resource;

/** Lists of resources in an exact order, and sums over all of them. */
@Component
class ResourceSearch {
    private static final String WHERE = """
         from catalog.resource r
        where r.state = :state
            and (:openOnly = false or r.openness <> 'CLOSED')
            and (:text = '' or r.name ilike :like or r.code like :like or r.provider ilike :like)
            and (:provider = '' or r.provider = :provider)
            and (:classItem = '' or r.class_code like :classItem || '%')
            and (:domain = '' or r.domain = :domain)
            and (:format = '' or r.format_group = :format)
            and (:sharing = '' or r.sharing = :sharing)
            and (:openness = '' or r.openness = :openness)
            and (:cycle = '' or r.update_cycle = :cycle)
            and (:origin = '' or r.origin = :originValue)
        """;
    private static final Map<Sort, String> ORDERS = Map.of(
            Sort.CHANGED, "r.changed_at desc, r.id desc",
            Sort.NAME, "r.name, r.id",
            Sort.PROVIDER, "r.provider, r.name, r.id",
            Sort.CODE, "r.code, r.id");
    private static final Map<Sort, String> AFTERS = Map.of(
            Sort.CHANGED, "(r.changed_at, r.id) < (select changed_at, id from catalog.resource where id = :after)",
            Sort.NAME, "(r.name, r.id) > (select name, id from catalog.resource where id = :after)",
            Sort.PROVIDER,
                    "(r.provider, r.name, r.id) > (select provider, name, id from catalog.resource where id = :after)",
            Sort.CODE, "(r.code, r.id) > (select code, id from catalog.resource where id = :after)");

    private static final String HARVEST = """
         from catalog.resource
        where state = 'PUBLISHED'
            and openness <> 'CLOSED'
            and (cast(:from as timestamptz) is null or changed_at >= :from)
            and (cast(:until as timestamptz) is null or changed_at <= :until)
            and (:organization = '' or :organization in (coalesce(department, 'p-' || md5(provider)), provider))
            and (:excluded = '' or :excluded not in (coalesce(department, 'p-' || md5(provider)), provider))
            and (:classItem = '' or class_code like :classItem || '%')
        """;
    private static final Map<HarvestSort, String> HARVEST_ORDERS = Map.of(
            HarvestSort.ID, "id",
            HarvestSort.ID_DESC, "id desc",
            HarvestSort.CHANGED, "changed_at, id",
            HarvestSort.CHANGED_DESC, "changed_at desc, id desc",
            HarvestSort.CREATED, "published_at, id",
            HarvestSort.CREATED_DESC, "published_at desc, id desc",
            HarvestSort.TITLE, "name, id",
            HarvestSort.TITLE_DESC, "name desc, id desc");

    private final QueryStore database;

    ResourceSearch(QueryStore database) {
        this.database = database;
    }

    /** One more than asked for, when there are more. */
    List<Resource> list(Query query, boolean openOnly) {
        return database.read(jdbc -> list(jdbc, query, openOnly));
    }

    private static List<Resource> list(JdbcClient jdbc, Query query, boolean openOnly) {
        var after = query.after().isEmpty() ? "" : " and " + AFTERS.get(query.sort());
        var bound = bound(
                jdbc,
                "select r." + ResourceStore.COLUMNS.replace(", ", ", r.") + WHERE + after + " order by "
                        + ORDERS.get(query.sort()) + " limit :most",
                query,
                openOnly);
        return (query.after().isEmpty() ? bound : bound.param("after", Long.valueOf(query.after())))
                .param("most", query.most() + 1)
                .query((row, number) -> ResourceStore.resource(row))
                .list();
    }

    long count(Query query, boolean openOnly) {
        return database.read(jdbc -> bound(jdbc, "select count(*)" + WHERE, query, openOnly)
                .query(Long.class)
                .single());
    }

    private static JdbcClient.StatementSpec bound(JdbcClient jdbc, String sql, Query query, boolean openOnly) {
        var filters = query.filters();
        var origin = filters.getOrDefault("origin", "");
        return jdbc.sql(sql)
                .param("state", query.retired() ? "RETIRED" : "PUBLISHED")
                .param("openOnly", openOnly)
                .param("text", query.text())
                .param("like", "%" + query.text().replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("provider", filters.getOrDefault("provider", ""))
                .param("classItem", filters.getOrDefault("class_item", ""))
                .param("domain", filters.getOrDefault("domain", ""))
                .param("format", filters.getOrDefault("format", ""))
                .param("sharing", filters.getOrDefault("sharing", ""))
                .param("openness", filters.getOrDefault("openness", ""))
                .param("cycle", filters.getOrDefault("cycle", ""))
                .param("origin", origin)
                .param("originValue", origin.equals(CatalogInSearch.LOCAL) ? "" : origin);
    }

    List<Resource> harvest(Harvest harvest) {
        return database.read(jdbc -> bound(
                        jdbc,
                        "select " + ResourceStore.COLUMNS + HARVEST + " order by " + HARVEST_ORDERS.get(harvest.sort())
                                + " offset :start limit :most",
                        harvest)
                .param("start", harvest.start())
                .param("most", harvest.most())
                .query((row, number) -> ResourceStore.resource(row))
                .list());
    }

    long countHarvest(Harvest harvest) {
        return database.read(jdbc -> bound(jdbc, "select count(*)" + HARVEST, harvest)
                .query(Long.class)
                .single());
    }

    private static JdbcClient.StatementSpec bound(JdbcClient jdbc, String sql, Harvest harvest) {
        return jdbc.sql(sql)
                .param("from", ResourceStore.timestamp(harvest.from()), Types.TIMESTAMP)
                .param("until", ResourceStore.timestamp(harvest.until()), Types.TIMESTAMP)
                .param("organization", harvest.organization())
                .param("excluded", harvest.excluded())
                .param("classItem", harvest.classItem());
    }

    List<Coverage> coverage() {
        return coverage("coalesce(nullif(split_part(department, '.', 1), ''), division)", "true");
    }

    List<Coverage> openProviders() {
        return coverage("coalesce(department, 'p-' || md5(provider))", "openness <> 'CLOSED'");
    }

    private List<Coverage> coverage(String place, String condition) {
        return database.read(jdbc -> coverage(jdbc, place, condition));
    }

    private static List<Coverage> coverage(JdbcClient jdbc, String place, String condition) {
        return jdbc.sql("""
            select %s as place,
                provider,
                count(distinct class_code) as classes,
                count(*) as resources,
                sum(item_count) as items,
                count(*) filter (where sharing = 'UNCONDITIONAL') as unconditional,
                count(*) filter (where sharing = 'CONDITIONAL') as conditional,
                count(*) filter (where sharing = 'NOT_SHARED') as not_shared,
                count(*) filter (where openness <> 'CLOSED') as open
            from catalog.resource
            where state = 'PUBLISHED' and %s
            group by place, provider
            order by resources desc, provider
            """.formatted(place, condition))
                .query((row, number) -> new Coverage(
                        row.getString("place"),
                        row.getString("provider"),
                        row.getLong("classes"),
                        row.getLong("resources"),
                        row.getLong("items"),
                        row.getLong("unconditional"),
                        row.getLong("conditional"),
                        row.getLong("not_shared"),
                        row.getLong("open")))
                .list();
    }
}
