package org.zhengtong.data.sharing.internal.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.sharing.Grants.BoundSystem;

/** Which connected system acts for which department. */
@Component
public class SystemUseStore {

    private final JdbcClient jdbc;

    SystemUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<BoundSystem> find(String clientId) {
        return jdbc.sql("""
                select client_id, name, department, bound_by, bound_at
                from sharing.system_use
                where client_id = :client
                """)
                .param("client", clientId)
                .query(SystemUseStore::toSystem)
                .optional();
    }

    List<BoundSystem> of(DataScope scope) {
        return jdbc.sql("""
                select client_id, name, department, bound_by, bound_at
                from sharing.system_use
                where (:everything or department = any (:departments) or department like any (:divisions))
                order by name, client_id
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(SystemUseStore::toSystem)
                .list();
    }

    void add(BoundSystem system) {
        jdbc.sql("""
                insert into sharing.system_use (client_id, name, department, bound_by, bound_at)
                values (:client, :name, :department, :by, :at)
                """)
                .param("client", system.clientId())
                .param("name", system.name())
                .param("department", system.department().value())
                .param("by", system.by())
                .param("at", system.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(String clientId) {
        jdbc.sql("delete from sharing.system_use where client_id = :client")
                .param("client", clientId)
                .update();
    }

    private static BoundSystem toSystem(ResultSet row, int number) throws SQLException {
        return new BoundSystem(
                row.getString("client_id"),
                row.getString("name"),
                new DepartmentId(row.getString("department")),
                row.getString("bound_by"),
                row.getObject("bound_at", OffsetDateTime.class).toInstant());
    }
}
