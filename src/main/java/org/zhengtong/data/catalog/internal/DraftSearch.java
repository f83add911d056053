package org.zhengtong.data.catalog.internal;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogDraft;

/** Lists of drafts: those of one's departments, and what waits for review. */
@Component
class DraftSearch {
    private static final String WHERE = """
             from catalog.draft
            where (:everything or department = any (:departments) or department like any (:divisions))
                and (:state = '' or state = :state)
                and (:department = '' or department = :department)
                and (:text = '' or name ilike :like or code like :like)
            """;

    private final JdbcClient jdbc;

    DraftSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CatalogDesk.Page mine(CatalogDesk.Query query, DataScope scope) {
        var after = query.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(query.after());
        var drafts = bound(
                        "select " + DraftStore.COLUMNS + WHERE + " and id < :after order by id desc limit :most",
                        query,
                        scope)
                .param("after", after)
                .param("most", query.most() + 1)
                .query((row, number) -> DraftStore.draft(row))
                .list();
        return page(drafts, count(WHERE, query, scope), query.most(), false);
    }

    CatalogDesk.Page toReview(CatalogDesk.Query query, DataScope scope) {
        var place = query.after().split("_", 2);
        var dueOn = place.length == 2 ? LocalDate.parse(place[0]) : LocalDate.of(1900, 1, 1);
        var id = place.length == 2 ? Long.parseLong(place[1]) : 0L;
        var where = WHERE + " and state in ('FILED', 'APPROVED')";
        var drafts = bound(
                        "select " + DraftStore.COLUMNS + where
                                + " and (due_on, id) > (:dueOn, :id) order by due_on, id limit :most",
                        query,
                        scope)
                .param("dueOn", Date.valueOf(dueOn))
                .param("id", id)
                .param("most", query.most() + 1)
                .query((row, number) -> DraftStore.draft(row))
                .list();
        return page(drafts, count(where, query, scope), query.most(), true);
    }

    long countToReview(DataScope scope) {
        return count(
                WHERE + " and state in ('FILED', 'APPROVED')", new CatalogDesk.Query("", null, null, "", 0), scope);
    }

    private long count(String where, CatalogDesk.Query query, DataScope scope) {
        return bound("select count(*)" + where, query, scope).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, CatalogDesk.Query query, DataScope scope) {
        var department = query.department();
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("state", query.state() == null ? "" : query.state().name())
                .param("department", department == null ? "" : department.value())
                .param("text", query.text())
                .param("like", "%" + query.text().replaceAll("([%_\\\\])", "\\\\$1") + "%");
    }

    private static CatalogDesk.Page page(List<CatalogDraft> found, long total, int most, boolean byDueDate) {
        var more = found.size() > most;
        var drafts = more ? found.subList(0, most) : found;
        return new CatalogDesk.Page(drafts, total, more ? key(drafts.getLast(), byDueDate) : null);
    }

    private static @Nullable String key(CatalogDraft last, boolean byDueDate) {
        var filed = last.filed();
        return byDueDate && filed != null ? filed.dueOn() + "_" + last.id() : String.valueOf(last.id());
    }

    /** Filed drafts whose review is due on this day or was before it. */
    List<CatalogDraft> dueBy(LocalDate day) {
        return jdbc.sql(
                        "select " + DraftStore.COLUMNS
                                + " from catalog.draft where state in ('FILED', 'APPROVED') and due_on <= :day order by due_on, id limit 500")
                .param("day", Date.valueOf(day))
                .query((row, number) -> DraftStore.draft(row))
                .list();
    }
}
