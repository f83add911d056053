package org.zhengtong.data.sharing.internal.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.DataGrant.Standing;
import org.zhengtong.data.sharing.DataGrant.State;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.internal.SharingJson;

/** Grants in {@code sharing.data_grant}. */
@Component
public class GrantStore {

    static final String COLUMNS = """
        number, request_id, resource, resource_name, register, provider, consumer, terms, valid_until, state,
        state_reason, state_by, state_at, granted_at, granted_by
        """;

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DataGrant grant) {
        jdbc.sql("""
            insert into sharing.data_grant
              (number, request_id, resource, resource_name, register, provider, consumer, terms, valid_until, state,
               state_at, granted_at, granted_by)
            values (:number, :request, :resource, :name, :register, :provider, :consumer, cast(:terms as jsonb), :until,
                    :state, :at, :at, :by)
            """)
                .param("number", grant.number().value())
                .param("request", grant.request())
                .param("resource", grant.resource().value())
                .param("name", grant.resourceName())
                .param("register", grant.subject().value())
                .param("provider", grant.provider().value())
                .param("consumer", grant.consumer().value())
                .param("terms", SharingJson.write(grant.terms()))
                .param("until", grant.validUntil())
                .param("state", grant.state().name())
                .param("at", grant.grantedAt().atOffset(ZoneOffset.UTC))
                .param("by", grant.grantedBy())
                .update();
    }

    public Optional<DataGrant> find(GrantNumber number) {
        return find(number, "");
    }

    Optional<DataGrant> lock(GrantNumber number) {
        return find(number, " for update");
    }

    private Optional<DataGrant> find(GrantNumber number, String ending) {
        return jdbc.sql("select " + COLUMNS + " from sharing.data_grant where number = :number" + ending)
                .param("number", number.value())
                .query(GrantStore::toGrant)
                .optional();
    }

    /** All grants of a resource that may be used on a day. */
    List<DataGrant> inForce(ResourceCode resource, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
             from sharing.data_grant
            where resource = :resource
              and state = 'ACTIVE'
              and valid_until >= :day
            order by number
            """)
                .param("resource", resource.value())
                .param("day", day)
                .query(GrantStore::toGrant)
                .list();
    }

    /** All grants of a register, whatever became of them. */
    public List<DataGrant> of(RegisterCode register) {
        return jdbc.sql("select " + COLUMNS + " from sharing.data_grant where register = :register order by number")
                .param("register", register.value())
                .query(GrantStore::toGrant)
                .list();
    }

    /** Grants of a department for something that may be used on a day, newest first. */
    public List<DataGrant> held(DepartmentId consumer, Subject subject, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
             from sharing.data_grant
            where consumer = :consumer
              and register = :subject
              and state = 'ACTIVE'
              and valid_until >= :day
            order by number desc
            """)
                .param("consumer", consumer.value())
                .param("subject", subject.value())
                .param("day", day)
                .query(GrantStore::toGrant)
                .list();
    }

    /** All grants for a node that may be used on a day. */
    List<DataGrant> givenTo(String node, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
             from sharing.data_grant
            where terms ->> 'node' = :node
              and state = 'ACTIVE'
              and valid_until >= :day
            order by number
            """)
                .param("node", node)
                .param("day", day)
                .query(GrantStore::toGrant)
                .list();
    }

    void setStanding(GrantNumber number, Standing standing) {
        jdbc.sql("""
            update sharing.data_grant
            set state = :state, state_reason = :reason, state_by = :by, state_at = :at
            where number = :number
            """)
                .param("number", number.value())
                .param("state", standing.state().name())
                .param("reason", standing.reason())
                .param("by", standing.by())
                .param("at", standing.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    static DataGrant toGrant(ResultSet row, int number) throws SQLException {
        return new DataGrant(
                new GrantNumber(row.getString("number")),
                row.getLong("request_id"),
                new ResourceCode(row.getString("resource")),
                row.getString("resource_name"),
                new Subject(row.getString("register")),
                new DepartmentId(row.getString("provider")),
                new DepartmentId(row.getString("consumer")),
                SharingJson.terms(row.getString("terms")),
                row.getObject("valid_until", LocalDate.class),
                new Standing(
                        State.valueOf(row.getString("state")),
                        row.getString("state_reason"),
                        row.getString("state_by"),
                        row.getObject("state_at", OffsetDateTime.class).toInstant()),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                row.getString("granted_by"));
    }
}
