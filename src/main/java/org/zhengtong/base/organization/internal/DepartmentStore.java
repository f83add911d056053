package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;

/** The stored departments and the version of everything in this room. */
@Component
class DepartmentStore {

    private final JdbcClient jdbc;

    DepartmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Department> all() {
        return jdbc.sql("""
                select id, name, short_name, kind, credit_code, phone, address
                from organization.department
                order by place, id
                """).query(DepartmentStore::toDepartment).list();
    }

    Optional<Department> find(DepartmentId id) {
        return jdbc.sql("""
                select id, name, short_name, kind, credit_code, phone, address
                from organization.department
                where id = :id
                """)
                .param("id", id.value())
                .query(DepartmentStore::toDepartment)
                .optional();
    }

    void save(Department department, int place) {
        jdbc.sql("""
                insert into organization.department (id, name, short_name, kind, credit_code, phone, address, place)
                values (:id, :name, :shortName, :kind, :creditCode, :phone, :address, :place)
                on conflict (id) do update
                set name = excluded.name,
                    short_name = excluded.short_name,
                    kind = excluded.kind,
                    credit_code = excluded.credit_code,
                    phone = excluded.phone,
                    address = excluded.address,
                    place = excluded.place
                """)
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
                row.getString("address"));
    }
}
