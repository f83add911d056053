package org.zhengtong.base.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.organization.StaffId;

/** The stored accounts. */
@Component
class AccountStore {

    /** An account as stored, without its password. */
    record StoredAccount(
            AccountId id,
            AccountKind kind,
            String name,
            @Nullable StaffId staff,
            boolean demo,
            long rightsVersion) {}

    /** What signing in needs to know. */
    record Credentials(
            AccountId id,
            AccountKind kind,
            String name,
            @Nullable String password) {}

    private static final String COLUMNS = "id, kind, name, staff_id, demo, rights_version";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AccountId nextId() {
        return jdbc.sql("""
                select nextval(pg_get_serial_sequence('identity.account', 'id')) as id
                """)
                .query((row, number) -> new AccountId(row.getLong("id")))
                .single();
    }

    void open(StoredAccount account, @Nullable String password, Instant at) {
        jdbc.sql("""
                insert into identity.account (id, kind, name, staff_id, password, demo, created_at)
                values (:id, :kind, :name, :staff, :password, :demo, :at)
                """)
                .param("id", account.id().value())
                .param("kind", account.kind().name())
                .param("name", account.name())
                .param("staff", account.staff() == null ? null : account.staff().value())
                .param("password", password)
                .param("demo", account.demo())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Gives the account a name to sign in by; false when another account has it. */
    boolean addSignInName(byte[] digest, AccountId account) {
        return jdbc.sql("""
                insert into identity.sign_in_name (digest, account_id)
                values (:digest, :account)
                on conflict (digest) do nothing
                """)
                        .param("digest", digest)
                        .param("account", account.value())
                        .update()
                == 1;
    }

    boolean isSignInName(byte[] digest) {
        return jdbc.sql("""
                select exists (select from identity.sign_in_name where digest = :digest)
                """).param("digest", digest).query(Boolean.class).single();
    }

    Optional<StoredAccount> find(AccountId id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<StoredAccount> find(Collection<AccountId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + """

                from identity.account
                where id = any (:ids)
                    and closed_at is null
                """)
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query(AccountStore::toAccount)
                .list();
    }

    List<StoredAccount> ofStaff(Collection<StaffId> staff) {
        if (staff.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + """

                from identity.account
                where staff_id = any (:staff)
                    and closed_at is null
                """)
                .param("staff", staff.stream().map(StaffId::value).toArray(String[]::new))
                .query(AccountStore::toAccount)
                .list();
    }

    Optional<Credentials> findCredentials(byte[] digest) {
        return jdbc.sql("""
                select a.id, a.kind, a.name, a.password
                from identity.sign_in_name n
                join identity.account a on a.id = n.account_id
                where n.digest = :digest
                    and a.closed_at is null
                """)
                .param("digest", digest)
                .query(AccountStore::toCredentials)
                .optional();
    }

    Optional<Credentials> findCredentials(AccountId id) {
        return jdbc.sql("""
                select id, kind, name, password
                from identity.account
                where id = :id
                    and closed_at is null
                """)
                .param("id", id.value())
                .query(AccountStore::toCredentials)
                .optional();
    }

    void forgetSignInNames(AccountId id) {
        jdbc.sql("""
                delete from identity.sign_in_name
                where account_id = :id
                """).param("id", id.value()).update();
    }

    /** Somebody real has the account from now on, even if it began in a demonstration. */
    void setPassword(AccountId id, String password) {
        jdbc.sql("""
                update identity.account
                set password = :password, demo = false
                where id = :id
                """).param("id", id.value()).param("password", password).update();
    }

    void rename(AccountId id, String name) {
        jdbc.sql("""
                update identity.account
                set name = :name
                where id = :id
                    and name <> :name
                """).param("id", id.value()).param("name", name).update();
    }

    void renewRights(Collection<AccountId> ids) {
        jdbc.sql("""
                update identity.account
                set rights_version = rights_version + 1
                where id = any (:ids)
                """)
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .update();
    }

    private static StoredAccount toAccount(ResultSet row, int number) throws SQLException {
        var staff = row.getString("staff_id");
        return new StoredAccount(
                new AccountId(row.getLong("id")),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("name"),
                staff == null ? null : new StaffId(staff),
                row.getBoolean("demo"),
                row.getLong("rights_version"));
    }

    private static Credentials toCredentials(ResultSet row, int number) throws SQLException {
        return new Credentials(
                new AccountId(row.getLong("id")),
                AccountKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("password"));
    }
}
