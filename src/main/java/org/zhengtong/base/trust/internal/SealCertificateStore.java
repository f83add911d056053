package org.zhengtong.base.trust.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.TrustSuite;

/** The departments' seal certificates with their wrapped keys. */
@Component
class SealCertificateStore {

    private final JdbcClient jdbc;

    SealCertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A certificate as stored; the key is wrapped. */
    record StoredCertificate(
            String creditCode,
            TrustSuite suite,
            int keyNumber,
            String department,
            byte[] certificate,
            byte[] wrappedKey,
            Instant issuedAt,
            Instant expiresAt) {}

    Optional<StoredCertificate> findLatest(String creditCode, TrustSuite suite) {
        return jdbc.sql("""
                        select credit_code, suite, key_number, department, certificate, wrapped_key, issued_at, expires_at
                        from trust.seal_certificate
                        where credit_code = :creditCode
                          and suite = :suite
                        order by key_number desc
                        limit 1
                        """)
                .param("creditCode", creditCode)
                .param("suite", suite.name())
                .query(SealCertificateStore::toCertificate)
                .optional();
    }

    /** Adds a certificate unless another program has just added one with this number. */
    void addUnlessThere(StoredCertificate fresh) {
        jdbc.sql("""
                        insert into trust.seal_certificate
                          (credit_code, suite, key_number, department, certificate, wrapped_key, issued_at, expires_at)
                        values (:creditCode, :suite, :keyNumber, :department, :certificate, :wrappedKey, :issuedAt, :expiresAt)
                        on conflict do nothing
                        """)
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
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
