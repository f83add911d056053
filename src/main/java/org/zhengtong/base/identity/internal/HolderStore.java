package org.zhengtong.base.identity.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CitizenAccount;
import org.zhengtong.base.identity.EnterpriseAccount;

/** Who stands behind the accounts of citizens and enterprises; numbers are stored encrypted and found by a keyed digest. */
@Component
class HolderStore {
    private static final String NUMBER = "citizen number";

    private final JdbcClient jdbc;
    private final Secrets secrets;

    HolderStore(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    void save(CitizenAccount citizen) {
        jdbc.sql("""
                insert into identity.citizen (account_id, number_digest, number_cipher, mobile_cipher)
                values (:id, :digest, :number, :mobile)
                on conflict (account_id) do update
                set mobile_cipher = excluded.mobile_cipher
                """)
                .param("id", citizen.id().value())
                .param("digest", secrets.digest(NUMBER, citizen.number().value()))
                .param("number", secrets.hide(citizen.number().value()))
                .param("mobile", secrets.hide(citizen.mobile().value()))
                .update();
    }

    void save(EnterpriseAccount enterprise) {
        jdbc.sql("""
                insert into identity.enterprise (account_id, credit_code, legal_representative, mobile_cipher)
                values (:id, :code, :representative, :mobile)
                on conflict (account_id) do update
                set legal_representative = excluded.legal_representative, mobile_cipher = excluded.mobile_cipher
                """)
                .param("id", enterprise.id().value())
                .param("code", enterprise.creditCode().value())
                .param("representative", enterprise.legalRepresentative())
                .param("mobile", secrets.hide(enterprise.mobile().value()))
                .update();
    }

    Optional<CitizenAccount> findCitizen(AccountId id) {
        return jdbc.sql("""
                select a.id, a.name, c.number_cipher, c.mobile_cipher
                from identity.citizen c
                join identity.account a on a.id = c.account_id
                where c.account_id = :id
                    and a.closed_at is null
                """)
                .param("id", id.value())
                .query((row, number) -> new CitizenAccount(
                        new AccountId(row.getLong("id")),
                        row.getString("name"),
                        new CitizenNumber(secrets.revealText(row.getBytes("number_cipher"))),
                        new MobileNumber(secrets.revealText(row.getBytes("mobile_cipher")))))
                .optional();
    }

    Optional<AccountId> findCitizen(CitizenNumber number) {
        return jdbc.sql("""
                select account_id
                from identity.citizen
                where number_digest = :digest
                """)
                .param("digest", secrets.digest(NUMBER, number.value()))
                .query((row, count) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    Optional<EnterpriseAccount> findEnterprise(AccountId id) {
        return jdbc.sql("""
                select a.id, a.name, e.credit_code, e.legal_representative, e.mobile_cipher
                from identity.enterprise e
                join identity.account a on a.id = e.account_id
                where e.account_id = :id
                    and a.closed_at is null
                """)
                .param("id", id.value())
                .query((row, number) -> new EnterpriseAccount(
                        new AccountId(row.getLong("id")),
                        row.getString("name"),
                        new CreditCode(row.getString("credit_code")),
                        row.getString("legal_representative"),
                        new MobileNumber(secrets.revealText(row.getBytes("mobile_cipher")))))
                .optional();
    }

    Optional<AccountId> findEnterprise(CreditCode code) {
        return jdbc.sql("""
                select account_id
                from identity.enterprise
                where credit_code = :code
                """)
                .param("code", code.value())
                .query((row, count) -> new AccountId(row.getLong("account_id")))
                .optional();
    }
}
