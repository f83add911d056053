package org.zhengtong.base.identity.internal.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Agency;

/** The stored authorizations. */
@Component
class AgencyStore {
    private static final String SELECT = """
            select g.id, g.enterprise_id, e.name as enterprise_name, g.agent_id, a.name as agent_name, g.matters, g.ends_on,
                g.invited_at, g.accepted_at, g.ended_at
            from identity.agency g
            join identity.account e on e.id = g.enterprise_id
            join identity.account a on a.id = g.agent_id
            """;

    private final JdbcClient jdbc;

    AgencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agency> of(AccountId account) {
        return jdbc.sql(SELECT + """
                where g.enterprise_id = :account
                    or g.agent_id = :account
                order by g.id desc
                limit 200
                """)
                .param("account", account.value())
                .query(AgencyStore::toAgency)
                .list();
    }

    Optional<Agency> find(long id) {
        return jdbc.sql(SELECT + """
                where g.id = :id
                    and e.closed_at is null
                """)
                .param("id", id)
                .query(AgencyStore::toAgency)
                .optional();
    }

    long add(AccountId enterprise, AccountId agent, Set<String> matters, LocalDate endsOn, Instant at) {
        return jdbc.sql("""
                insert into identity.agency (enterprise_id, agent_id, matters, ends_on, invited_at)
                values (:enterprise, :agent, :matters, :endsOn, :at)
                returning id
                """)
                .param("enterprise", enterprise.value())
                .param("agent", agent.value())
                .param("matters", matters.stream().sorted().toArray(String[]::new))
                .param("endsOn", endsOn)
                .param("at", utc(at))
                .query(Long.class)
                .single();
    }

    void accept(long id, Instant at) {
        jdbc.sql("""
                update identity.agency
                set accepted_at = :at
                where id = :id
                    and accepted_at is null
                    and ended_at is null
                """).param("id", id).param("at", utc(at)).update();
    }

    void end(long id, Instant at) {
        jdbc.sql("""
                update identity.agency
                set ended_at = :at
                where id = :id
                    and ended_at is null
                """).param("id", id).param("at", utc(at)).update();
    }

    private static Agency toAgency(ResultSet row, int number) throws SQLException {
        return new Agency(
                row.getLong("id"),
                new AccountId(row.getLong("enterprise_id")),
                row.getString("enterprise_name"),
                new AccountId(row.getLong("agent_id")),
                row.getString("agent_name"),
                Set.of((String[]) row.getArray("matters").getArray()),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                instant(row, "accepted_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
