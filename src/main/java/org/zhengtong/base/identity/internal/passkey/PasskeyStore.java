package org.zhengtong.base.identity.internal.passkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Passkey;

/** The stored passkeys and the challenges that wait for an answer. */
@Component
class PasskeyStore {

    /** A key with the account it opens. */
    record OwnedKey(long id, AccountId account, StoredKey key) {}

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Passkey> list(AccountId account) {
        return jdbc.sql("""
                select id, name, backed_up, created_at, used_at
                from identity.passkey
                where account_id = :account
                    and removed_at is null
                order by id desc
                """)
                .param("account", account.value())
                .query((row, number) -> new Passkey(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("backed_up"),
                        instant(row, "created_at"),
                        row.getString("used_at") == null ? null : instant(row, "used_at")))
                .list();
    }

    List<byte[]> credentialIds(AccountId account) {
        return jdbc.sql("""
                select credential_id
                from identity.passkey
                where account_id = :account
                    and removed_at is null
                """)
                .param("account", account.value())
                .query((row, number) -> row.getBytes("credential_id"))
                .list();
    }

    Optional<OwnedKey> lock(byte[] credentialId) {
        return jdbc.sql("""
                select id, account_id, credential_id, public_key, attestation, client_data, transports, signature_count, backed_up
                from identity.passkey
                where credential_id = :credential
                    and removed_at is null
                for update
                """)
                .param("credential", credentialId)
                .query(PasskeyStore::toKey)
                .optional();
    }

    /** False when the key is registered already, to whomever. */
    boolean add(AccountId account, String name, StoredKey key, Instant at) {
        return jdbc.sql("""
                insert into identity.passkey (account_id, name, credential_id, public_key, attestation, client_data,
                    transports, signature_count, backed_up, created_at)
                values (:account, :name, :credential, :publicKey, :attestation, :clientData,
                    :transports, :count, :backedUp, :at)
                on conflict (credential_id) do nothing
                """)
                        .param("account", account.value())
                        .param("name", name)
                        .param("credential", key.credentialId())
                        .param("publicKey", key.publicKey())
                        .param("attestation", key.attestation())
                        .param("clientData", key.clientData())
                        .param("transports", key.transports())
                        .param("count", key.signatureCount())
                        .param("backedUp", key.backedUp())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    void used(long id, long signatureCount, Instant at) {
        jdbc.sql("""
                update identity.passkey
                set signature_count = :count, used_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("count", signatureCount)
                .param("at", utc(at))
                .update();
    }

    boolean rename(AccountId account, long id, String name) {
        return jdbc.sql("""
                update identity.passkey
                set name = :name
                where id = :id
                    and account_id = :account
                    and removed_at is null
                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean remove(AccountId account, long id, Instant at) {
        return jdbc.sql("""
                update identity.passkey
                set removed_at = :at
                where id = :id
                    and account_id = :account
                    and removed_at is null
                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    boolean restore(AccountId account, long id, Instant removedAfter) {
        return jdbc.sql("""
                update identity.passkey
                set removed_at = null
                where id = :id
                    and account_id = :account
                    and removed_at > :after
                """)
                        .param("id", id)
                        .param("account", account.value())
                        .param("after", utc(removedAfter))
                        .update()
                == 1;
    }

    /** The account's random number in its passkeys; {@code fresh} becomes it when there is none. */
    byte[] handle(AccountId account, byte[] fresh) {
        jdbc.sql("""
                insert into identity.passkey_user (account_id, handle)
                values (:account, :fresh)
                on conflict (account_id) do nothing
                """).param("account", account.value()).param("fresh", fresh).update();
        return jdbc.sql("""
                select handle
                from identity.passkey_user
                where account_id = :account
                """)
                .param("account", account.value())
                .query((row, number) -> row.getBytes("handle"))
                .single();
    }

    void keepChallenge(byte[] challenge, @Nullable AccountId account, Instant expiresAt, Instant now) {
        jdbc.sql("""
                delete from identity.passkey_challenge
                where expires_at <= :now
                """).param("now", utc(now)).update();
        jdbc.sql("""
                insert into identity.passkey_challenge (challenge, account_id, expires_at)
                values (:challenge, :account, :expiresAt)
                """)
                .param("challenge", challenge)
                .param("account", account == null ? null : account.value())
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    /** Uses a challenge up; false when it is unknown, old, used or another account's. */
    boolean useChallenge(byte[] challenge, @Nullable AccountId account, Instant now) {
        return jdbc.sql("""
                delete from identity.passkey_challenge
                where challenge = :challenge
                    and account_id is not distinct from :account::bigint
                    and expires_at > :now
                """)
                        .param("challenge", challenge)
                        .param("account", account == null ? null : account.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static OwnedKey toKey(ResultSet row, int number) throws SQLException {
        return new OwnedKey(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                new StoredKey(
                        row.getBytes("credential_id"),
                        row.getBytes("public_key"),
                        row.getBytes("attestation"),
                        row.getBytes("client_data"),
                        row.getString("transports"),
                        row.getLong("signature_count"),
                        row.getBoolean("backed_up")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
