package org.zhengtong.data.mediation.internal.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.Auth;
import org.zhengtong.data.mediation.MediatedService.Backend;
import org.zhengtong.data.mediation.MediatedService.Limits;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.Operation;
import org.zhengtong.data.mediation.ServiceCode;
import tools.jackson.databind.json.JsonMapper;

/** Services in {@code mediation.service}. */
@Component
public class ServiceStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = """
        code, name, summary, department, resource, state, operations, address, auth, auth_user, patience_millis,
        most_request, most_answer, openapi, revision, changed_at, changed_by
        """;

    private final JdbcClient jdbc;

    ServiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MediatedService> find(ServiceCode code) {
        return jdbc.sql("select " + COLUMNS + " from mediation.service where code = :code")
                .param("code", code.value())
                .query(ServiceStore::toService)
                .optional();
    }

    Optional<MediatedService> lock(ServiceCode code) {
        return jdbc.sql("select " + COLUMNS + " from mediation.service where code = :code for update")
                .param("code", code.value())
                .query(ServiceStore::toService)
                .optional();
    }

    Optional<MediatedService> behind(String resource) {
        return jdbc.sql("select " + COLUMNS + " from mediation.service where resource = :resource")
                .param("resource", resource)
                .query(ServiceStore::toService)
                .optional();
    }

    public List<MediatedService> all() {
        return jdbc.sql("select " + COLUMNS + " from mediation.service order by name, code")
                .query(ServiceStore::toService)
                .list();
    }

    /** Whether it was new. */
    boolean insert(MediatedService.Draft draft, DepartmentId department, Instant at, String by) {
        return statement("""
            insert into mediation.service
              (code, name, summary, department, resource, state, operations, address, auth, auth_user, patience_millis,
               most_request, most_answer, openapi, changed_at, changed_by)
            values (:code, :name, :summary, :department, :resource, 'DRAFT', cast(:operations as jsonb), :address, :auth,
                    :user, :patience, :request, :answer, :openapi, :at, :by)
            on conflict (code) do nothing
            """, draft, at, by)
                        .param("department", department.value())
                        .update()
                == 1;
    }

    void update(MediatedService.Draft draft, Instant at, String by) {
        statement("""
            update mediation.service
            set name = :name, summary = :summary, resource = :resource, operations = cast(:operations as jsonb),
                address = :address, auth = :auth, auth_user = :user, patience_millis = :patience, most_request = :request,
                most_answer = :answer, openapi = :openapi, revision = revision + 1, changed_at = :at, changed_by = :by
            where code = :code
            """, draft, at, by).update();
    }

    private JdbcClient.StatementSpec statement(String sql, MediatedService.Draft draft, Instant at, String by) {
        return jdbc.sql(sql)
                .param("code", draft.code().value())
                .param("name", draft.name())
                .param("summary", draft.summary())
                .param("resource", draft.resource())
                .param("operations", JSON.writeValueAsString(draft.operations()))
                .param("address", draft.backend().address())
                .param("auth", draft.backend().auth().name())
                .param("user", draft.backend().user())
                .param("patience", (int) draft.limits().patience().toMillis())
                .param("request", draft.limits().request())
                .param("answer", draft.limits().answer())
                .param("openapi", draft.openapi())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by);
    }

    void setState(ServiceCode code, State state, Instant at, String by) {
        jdbc.sql("""
            update mediation.service
            set state = :state, revision = revision + 1, changed_at = :at, changed_by = :by
            where code = :code
            """)
                .param("code", code.value())
                .param("state", state.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void keepSecret(ServiceCode code, byte[] sealed) {
        jdbc.sql("update mediation.service set secret = :secret where code = :code")
                .param("code", code.value())
                .param("secret", sealed)
                .update();
    }

    Optional<byte[]> secret(ServiceCode code) {
        return jdbc.sql("select secret from mediation.service where code = :code and secret is not null")
                .param("code", code.value())
                .query((row, _) -> row.getBytes("secret"))
                .optional();
    }

    private static MediatedService toService(ResultSet row, int number) throws SQLException {
        return new MediatedService(
                new ServiceCode(row.getString("code")),
                row.getString("name"),
                row.getString("summary"),
                new DepartmentId(row.getString("department")),
                row.getString("resource"),
                State.valueOf(row.getString("state")),
                Arrays.asList(JSON.readValue(row.getString("operations"), Operation[].class)),
                new Backend(row.getString("address"), Auth.valueOf(row.getString("auth")), row.getString("auth_user")),
                new Limits(
                        Duration.ofMillis(row.getInt("patience_millis")),
                        row.getInt("most_request"),
                        row.getInt("most_answer")),
                row.getString("openapi"),
                row.getInt("revision"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
