package org.zhengtong.base.identity.internal.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.ConnectedSystem;
import org.zhengtong.base.identity.ConnectedSystems.Consent;

/** The stored systems and consents. */
@Component
class SystemStore {
    private static final String COLUMNS = """
            id, client_id, name, secret is not null as confidential, redirect_uris, logout_uris, created_at, created_by, closed_at
            """;

    private final JdbcClient jdbc;

    SystemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ConnectedSystem> search(String text) {
        return jdbc.sql("select " + COLUMNS + """
                from identity.connected_system
                where :text = ''
                    or position(lower(:text) in lower(name)) > 0
                    or position(lower(:text) in lower(array_to_string(redirect_uris, ' '))) > 0
                order by closed_at is not null, name, id
                """)
                .param("text", text)
                .query(SystemStore::toSystem)
                .list();
    }

    Optional<ConnectedSystem> find(long id) {
        return jdbc.sql("select " + COLUMNS + """
                from identity.connected_system
                where id = :id
                """)
                .param("id", id)
                .query(SystemStore::toSystem)
                .optional();
    }

    Optional<ConnectedSystem> find(String clientId) {
        return jdbc.sql("select " + COLUMNS + """
                from identity.connected_system
                where client_id = :client
                """)
                .param("client", clientId)
                .query(SystemStore::toSystem)
                .optional();
    }

    Optional<String> findSecret(long id) {
        return jdbc.sql("""
                select secret
                from identity.connected_system
                where id = :id
                    and secret is not null
                """).param("id", id).query(String.class).optional();
    }

    long add(ConnectedSystem system, @Nullable String secret) {
        return jdbc.sql("""
                insert into identity.connected_system
                    (client_id, name, secret, redirect_uris, logout_uris, created_at, created_by)
                values (:client, :name, :secret, :redirect, :logout, :at, :by)
                returning id
                """)
                .param("client", system.clientId())
                .param("name", system.name())
                .param("secret", secret)
                .param("redirect", system.redirectUris().toArray(String[]::new))
                .param("logout", system.logoutUris().toArray(String[]::new))
                .param("at", utc(system.createdAt()))
                .param("by", system.createdBy())
                .query(Long.class)
                .single();
    }

    void setSecret(long id, String secret) {
        jdbc.sql("""
                update identity.connected_system
                set secret = :secret
                where id = :id
                """).param("id", id).param("secret", secret).update();
    }

    void setClosed(long id, @Nullable Instant at) {
        jdbc.sql("""
                update identity.connected_system
                set closed_at = :at
                where id = :id
                """).param("id", id).param("at", at == null ? null : utc(at)).update();
    }

    List<Consent> consents(AccountId account) {
        return jdbc.sql("""
                select s.id, s.name, c.scopes, c.given_at
                from identity.system_consent c
                join identity.connected_system s on s.id = c.system_id
                where c.account_id = :account
                order by s.name, s.id
                """)
                .param("account", account.value())
                .query((row, number) -> new Consent(
                        row.getLong("id"), row.getString("name"), texts(row, "scopes"), instant(row, "given_at")))
                .list();
    }

    Optional<List<String>> consent(long system, AccountId account) {
        return jdbc.sql("""
                select scopes
                from identity.system_consent
                where system_id = :system
                    and account_id = :account
                """)
                .param("system", system)
                .param("account", account.value())
                .query((row, number) -> texts(row, "scopes"))
                .optional();
    }

    void saveConsent(long system, AccountId account, Collection<String> scopes, Instant at) {
        jdbc.sql("""
                insert into identity.system_consent (system_id, account_id, scopes, given_at)
                values (:system, :account, :scopes, :at)
                on conflict (system_id, account_id) do update
                set scopes = excluded.scopes, given_at = excluded.given_at
                """)
                .param("system", system)
                .param("account", account.value())
                .param("scopes", scopes.stream().sorted().toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    boolean removeConsent(long system, AccountId account) {
        return jdbc.sql("""
                delete from identity.system_consent
                where system_id = :system
                    and account_id = :account
                """)
                        .param("system", system)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private static ConnectedSystem toSystem(ResultSet row, int number) throws SQLException {
        return new ConnectedSystem(
                row.getLong("id"),
                row.getString("client_id"),
                row.getString("name"),
                row.getBoolean("confidential"),
                texts(row, "redirect_uris"),
                texts(row, "logout_uris"),
                instant(row, "created_at"),
                row.getString("created_by"),
                row.getString("closed_at") == null ? null : instant(row, "closed_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
