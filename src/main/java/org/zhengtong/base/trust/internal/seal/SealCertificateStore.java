package org.zhengtong.base.trust.internal.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.TrustSuite;

/** The departments' seal certificates with their wrapped keys. */
@Component
public class SealCertificateStore {

    private final JdbcClient jdbc;

    public SealCertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A certificate as stored; the key is wrapped. */
    public record StoredCertificate(
            String creditCode,
            TrustSuite suite,
            int keyNumber,
            String department,
            byte[] certificate,
            byte[] wrappedKey,
            Instant issuedAt,
            Instant expiresAt,
            CertificateState state) {}

    public Optional<StoredCertificate> findLatest(String creditCode, TrustSuite suite) {
        return jdbc.sql("""
                        select s.credit_code, s.suite, s.key_number, s.department, s.certificate, s.wrapped_key, s.issued_at,
                               s.expires_at, c.state
                        from trust.seal_certificate s
                        left join trust.certificate c on c.encoded = s.certificate and c.holder = s.credit_code
                        where s.credit_code = :creditCode
                          and s.suite = :suite
                        order by key_number desc
                        limit 1
                        """)
                .param("creditCode", creditCode)
                .param("suite", suite.name())
                .query(SealCertificateStore::toCertificate)
                .optional();
    }

    /** Adds a certificate, here and in the register, unless another program has just added one with this number. */
    void addUnlessThere(StoredCertificate fresh, String serial, Instant startsAt) {
        jdbc.sql("""
                        with fresh as (
                            insert into trust.seal_certificate
                              (credit_code, suite, key_number, department, certificate, wrapped_key, issued_at, expires_at)
                            values (:creditCode, :suite, :keyNumber, :department, :certificate, :wrappedKey, :issuedAt,
                                    :expiresAt)
                            on conflict do nothing
                            returning credit_code)
                        insert into trust.certificate
                          (serial, suite, kind, holder, name, state, changed_at, issued_at, starts_at, expires_at, encoded)
                        select :serial, :suite, 'SEAL', credit_code, :department, 'VALID', :issuedAt, :issuedAt, :startsAt,
                               :expiresAt, :certificate
                        from fresh
                        """)
                .param("serial", serial)
                .param("startsAt", startsAt.atOffset(ZoneOffset.UTC))
                .param("creditCode", fresh.creditCode())
                .param("suite", fresh.suite().name())
                .param("keyNumber", fresh.keyNumber())
                .param("department", fresh.department())
                .param("certificate", fresh.certificate())
                .param("wrappedKey", fresh.wrappedKey())
                .param("issuedAt", fresh.issuedAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", fresh.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StoredCertificate toCertificate(ResultSet row, int number) throws SQLException {
        return new StoredCertificate(
                row.getString("credit_code"),
                TrustSuite.valueOf(row.getString("suite")),
                row.getInt("key_number"),
                row.getString("department"),
                row.getBytes("certificate"),
                row.getBytes("wrapped_key"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("state") == null
                        ? CertificateState.VALID
                        : CertificateState.valueOf(row.getString("state")));
    }
}
