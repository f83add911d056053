package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.PostId;

/** The stored departments and the version of everything in this room. */
@Component
class DepartmentStore {

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Department> all() {
        return jdbc.sql("""
                select id, name, short_name, kind, credit_code, phone, address, parent, opened_on, closed_on
                from organization.department
                order by place, id
                """).query(DepartmentStore::toDepartment).list();
    }

    Optional<Department> find(DepartmentId id) {
        return jdbc.sql("""
                select id, name, short_name, kind, credit_code, phone, address, parent, opened_on, closed_on
                from organization.department
                where id = :id
                """)
                .param("id", id.value())
                .query(DepartmentStore::toDepartment)
                .optional();
    }

    /** What was edited in the program stays as it is when its pack comes again. */
    void save(Department department, int place) {
        jdbc.sql("""
                insert into organization.department
                    (id, name, short_name, kind, credit_code, phone, address, place, parent)
                values (:id, :name, :shortName, :kind, :creditCode, :phone, :address, :place, :parent)
                on conflict (id) do update
                set name = excluded.name,
                    short_name = excluded.short_name,
                    kind = excluded.kind,
                    credit_code = excluded.credit_code,
                    phone = excluded.phone,
                    address = excluded.address,
                    place = excluded.place,
                    parent = excluded.parent
                where department.edited_at is null
                """)
                .param(
                        "parent",
                        department.parent() == null ? null : department.parent().value())
                .param("id", department.id().value())
                .param("name", department.name())
                .param("shortName", department.shortName())
                .param("kind", department.kind().name())
                .param("creditCode", department.creditCode().value())
                .param("phone", department.phone())
                .param("address", department.address())
                .param("place", place)
                .update();
    }

    List<Post> posts(DepartmentId department) {
        return jdbc.sql("""
                select id, name
                from organization.post
                where department_id = :department
                    and closed_on is null
                order by id
                """)
                .param("department", department.value())
                .query((row, number) -> new Post(new PostId(row.getString("id")), row.getString("name")))
                .list();
    }

    long version() {
        return jdbc.sql("""
                select number
                from organization.version
                """).query(Long.class).single();
    }

    void renewVersion() {
        jdbc.sql("""
                update organization.version
                set number = number + 1
                """).update();
    }

    private static Department toDepartment(ResultSet row, int number) throws SQLException {
        return new Department(
                new DepartmentId(row.getString("id")),
                row.getString("name"),
                row.getString("short_name"),
                DepartmentKind.valueOf(row.getString("kind")),
                new CreditCode(row.getString("credit_code")),
                row.getString("phone"),
                row.getString("address"),
                parent(row),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class));
    }

    private static @Nullable DepartmentId parent(ResultSet row) throws SQLException {
        var parent = row.getString("parent");
        return parent == null ? null : new DepartmentId(parent);
    }
}
