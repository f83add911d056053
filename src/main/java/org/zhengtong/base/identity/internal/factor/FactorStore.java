package org.zhengtong.base.identity.internal.factor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.SecondFactorRule;

/** The stored authenticators, recovery codes and the rule. */
@Component
class FactorStore {

    private final JdbcClient jdbc;

    FactorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> findSecret(AccountId account) {
        return jdbc.sql("""
                select secret_cipher
                from identity.authenticator
                where account_id = :account
                """)
                .param("account", account.value())
                .query((row, number) -> row.getBytes("secret_cipher"))
                .optional();
    }

    void saveSecret(AccountId account, byte[] cipher, long usedStep, Instant at) {
        jdbc.sql("""
                insert into identity.authenticator (account_id, secret_cipher, last_step, set_at)
                values (:account, :cipher, :step, :at)
                on conflict (account_id) do update
                set secret_cipher = excluded.secret_cipher, last_step = excluded.last_step, set_at = excluded.set_at
                """)
                .param("account", account.value())
                .param("cipher", cipher)
                .param("step", usedStep)
                .param("at", utc(at))
                .update();
    }

    /** Uses up the code of a time step; false when it, or a later one, was used before. */
    boolean useStep(AccountId account, long step) {
        return jdbc.sql("""
                update identity.authenticator
                set last_step = :step
                where account_id = :account
                    and last_step < :step
                """)
                        .param("account", account.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    boolean useRecoveryCode(AccountId account, byte[] digest, Instant at) {
        return jdbc.sql("""
                update identity.recovery_code
                set used_at = :at
                where digest = :digest
                    and account_id = :account
                    and used_at is null
                """)
                        .param("digest", digest)
                        .param("account", account.value())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    int recoveryCodesLeft(AccountId account) {
        return jdbc.sql("""
                select count(*)
                from identity.recovery_code
                where account_id = :account
                    and used_at is null
                """)
                .param("account", account.value())
                .query(Integer.class)
                .single();
    }

    void replaceRecoveryCodes(AccountId account, List<byte[]> digests) {
        forgetRecoveryCodes(account);
        digests.forEach(digest -> jdbc.sql("""
                insert into identity.recovery_code (digest, account_id)
                values (:digest, :account)
                """)
                .param("digest", digest)
                .param("account", account.value())
                .update());
    }

    void forget(AccountId account) {
        forgetRecoveryCodes(account);
        jdbc.sql("""
                delete from identity.authenticator
                where account_id = :account
                """).param("account", account.value()).update();
    }

    private void forgetRecoveryCodes(AccountId account) {
        jdbc.sql("""
                delete from identity.recovery_code
                where account_id = :account
                """).param("account", account.value()).update();
    }

    SecondFactorRule rule() {
        return SecondFactorRule.valueOf(jdbc.sql("""
                select second_factor
                from identity.sign_in_policy
                """).query(String.class).single());
    }

    void setRule(SecondFactorRule rule) {
        jdbc.sql("""
                update identity.sign_in_policy
                set second_factor = :rule
                """).param("rule", rule.name()).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
