package org.zhengtong.base.permission.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.RoleCode;

/** Which roles posts carry. */
@Component
class PostRoleStore {

    /** A role that a post carries. */
    record PostRole(long id, PostId post, RoleCode role, DataScope scope, String grantedBy) {}

    private static final String COLUMNS =
            "select r.id, r.post_id, r.role_code, r.everything, r.departments, r.divisions, r.granted_by from permission.post_role r ";

    private final JdbcClient jdbc;

    PostRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PostRole> of(Collection<PostId> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(COLUMNS + """
                where r.post_id = any (:posts)
                    and r.revoked_at is null
                order by r.id
                """)
                .param("posts", values(posts))
                .query(PostRoleStore::toPostRole)
                .list();
    }

    List<PostRole> with(String permission) {
        return jdbc.sql(COLUMNS + """
                join permission.role_permission p on p.role_code = r.role_code
                where p.permission = :permission
                    and r.revoked_at is null
                order by r.everything, r.id
                """)
                .param("permission", permission)
                .query(PostRoleStore::toPostRole)
                .list();
    }

    List<PostRole> find(Collection<Long> ids) {
        return jdbc.sql(COLUMNS + "where r.id = any (:ids) and r.revoked_at is null")
                .param("ids", ids.toArray(Long[]::new))
                .query(PostRoleStore::toPostRole)
                .list();
    }

    List<PostRole> carrying(RoleCode role) {
        return jdbc.sql(COLUMNS + "where r.role_code = :role and r.revoked_at is null")
                .param("role", role.value())
                .query(PostRoleStore::toPostRole)
                .list();
    }

    /** Gives a post a role unless it has or ever had it: what was taken away stays away. */
    void bind(PostId post, RoleCode role, DataScope scope, String by, Instant at) {
        jdbc.sql("""
                insert into permission.post_role
                    (post_id, role_code, everything, departments, divisions, granted_by, granted_at)
                select :post, :role, :everything, :departments, :divisions, :by, :at
                where not exists (
                    select from permission.post_role where post_id = :post and role_code = :role
                )
                """)
                .param("post", post.value())
                .param("role", role.value())
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", AssignmentStore.divisions(scope))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The roles of one post pass to another, its department in their scope replaced. */
    void pass(PostId from, PostId to, Instant at) {
        jdbc.sql("""
                insert into permission.post_role
                    (post_id, role_code, everything, departments, divisions, granted_by, granted_at)
                select :to, role_code, everything, array_replace(departments, :fromDepartment, :toDepartment), divisions,
                    granted_by, :at
                from permission.post_role r
                where post_id = :from
                    and revoked_at is null
                    and not exists (
                        select
                        from permission.post_role t
                        where t.post_id = :to and t.role_code = r.role_code and t.revoked_at is null
                    )
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("fromDepartment", from.department().value())
                .param("toDepartment", to.department().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void revoke(PostId post, String by, Instant at) {
        jdbc.sql("""
                update permission.post_role
                set revoked_by = :by, revoked_at = :at
                where post_id = :post
                    and revoked_at is null
                """)
                .param("post", post.value())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    long inScope(Collection<DepartmentId> departments) {
        return jdbc.sql("""
                select count(*)
                from permission.post_role
                where revoked_at is null
                    and departments && cast(:departments as text[])
                """)
                .param(
                        "departments",
                        departments.stream().map(DepartmentId::value).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Scopes that name a department that ceases name its heir; gives the posts concerned. */
    List<PostId> rescope(DepartmentId from, DepartmentId to) {
        return jdbc.sql("""
                update permission.post_role
                set departments = array(
                    select distinct department
                    from unnest(array_replace(departments, :from, :to)) d (department)
                    order by department
                )
                where revoked_at is null
                    and :from = any (departments)
                returning post_id
                """)
                .param("from", from.value())
                .param("to", to.value())
                .query((row, number) -> new PostId(row.getString("post_id")))
                .list();
    }

    private static String[] values(Collection<PostId> posts) {
        return posts.stream().map(PostId::value).toArray(String[]::new);
    }

    private static PostRole toPostRole(ResultSet row, int number) throws SQLException {
        return new PostRole(
                row.getLong("id"),
                new PostId(row.getString("post_id")),
                new RoleCode(row.getString("role_code")),
                AssignmentStore.toScope(row),
                row.getString("granted_by"));
    }
}
