package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationHistory.FormerName;
import org.zhengtong.base.organization.OrganizationHistory.PastPost;
import org.zhengtong.base.organization.OrganizationHistory.Succession;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffId;

/** What departments were called, where they came from and where they went. */
@Component
class SuccessionStore {

    private final JdbcClient jdbc;

    SuccessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void rename(DepartmentId department, FormerName before, long change) {
        jdbc.sql("""
                insert into organization.former_name (department_id, until, name, short_name, change_id)
                values (:id, :until, :name, :shortName, :change)
                on conflict (department_id, until) do nothing
                """)
                .param("id", department.value())
                .param("until", before.until())
                .param("name", before.name())
                .param("shortName", before.shortName())
                .param("change", change)
                .update();
    }

    void forgetNames(long change) {
        jdbc.sql("delete from organization.former_name where change_id = :change")
                .param("change", change)
                .update();
    }

    void pass(Succession passed, long change) {
        jdbc.sql("""
                insert into organization.succession (from_id, to_id, kind, heir, effective_on, change_id)
                values (:from, :to, :kind, :heir, :on, :change)
                """)
                .param("from", passed.from().value())
                .param("to", passed.to().value())
                .param("kind", passed.merged() ? "MERGED" : "SPLIT")
                .param("heir", passed.heir())
                .param("on", passed.effectiveOn())
                .param("change", change)
                .update();
    }

    void close(Collection<DepartmentId> departments, LocalDate on) {
        var ids = departments.stream().map(DepartmentId::value).toArray(String[]::new);
        jdbc.sql("""
                update organization.department
                set closed_on = :on, edited_at = coalesce(edited_at, now())
                where id = any (:ids)
                """).param("ids", ids).param("on", on).update();
        jdbc.sql("""
                update organization.post
                set closed_on = :on, edited_at = coalesce(edited_at, now())
                where department_id = any (:ids)
                    and closed_on is null
                """).param("ids", ids).param("on", on).update();
    }

    /** Departments that stood below those that ceased stand below their heir. */
    void reparent(DepartmentId from, DepartmentId to) {
        jdbc.sql("""
                update organization.department
                set parent = nullif(:to, id), edited_at = coalesce(edited_at, now())
                where parent = :from
                """).param("from", from.value()).param("to", to.value()).update();
    }

    List<FormerName> names(DepartmentId department) {
        return jdbc.sql("""
                select name, short_name, until
                from organization.former_name
                where department_id = :id
                order by until desc
                """)
                .param("id", department.value())
                .query((row, number) -> new FormerName(
                        row.getString("name"), row.getString("short_name"), row.getObject("until", LocalDate.class)))
                .list();
    }

    List<Succession> all() {
        return jdbc.sql("""
                select from_id, to_id, kind, heir, effective_on
                from organization.succession
                order by effective_on desc, from_id, to_id
                """).query(SuccessionStore::toSuccession).list();
    }

    List<PastPost> pastPosts(StaffId staff) {
        return jdbc.sql("""
                select h.post_id, coalesce(p.name, h.post_id) as name, h.since, h.until
                from organization.past_post h
                left join organization.post p on p.id = h.post_id
                where h.staff_id = :staff
                order by h.until desc, h.id desc
                """)
                .param("staff", staff.value())
                .query((row, number) -> new PastPost(
                        new PostId(row.getString("post_id")),
                        row.getString("name"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    private static Succession toSuccession(ResultSet row, int number) throws SQLException {
        return new Succession(
                new DepartmentId(row.getString("from_id")),
                new DepartmentId(row.getString("to_id")),
                row.getString("kind").equals("MERGED"),
                row.getBoolean("heir"),
                row.getObject("effective_on", LocalDate.class));
    }
}
