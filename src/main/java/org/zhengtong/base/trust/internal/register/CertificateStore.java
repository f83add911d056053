package org.zhengtong.base.trust.internal.register;

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
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.Keys;

/** The register of certificates. */
@Component
public class CertificateStore {

    private final JdbcClient jdbc;

    public CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Certificate fresh, byte[] encoded) {
        jdbc.sql("""
                        insert into trust.certificate
                          (serial, suite, kind, holder, name, state, changed_at, issued_at, starts_at, expires_at, renews, encoded)
                        values (:serial, :suite, :kind, :holder, :name, :state, :changedAt, :issuedAt, :startsAt, :expiresAt,
                                :renews, :encoded)
                        """)
                .param("serial", fresh.serial().value())
                .param("suite", fresh.suite().name())
                .param("kind", fresh.holder().kind().name())
                .param("holder", fresh.holder().reference())
                .param("name", fresh.holder().name())
                .param("state", fresh.state().name())
                .param("changedAt", fresh.changedAt().atOffset(ZoneOffset.UTC))
                .param("issuedAt", fresh.issuedAt().atOffset(ZoneOffset.UTC))
                .param("startsAt", fresh.startsAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", fresh.expiresAt().atOffset(ZoneOffset.UTC))
                .param("renews", fresh.renews() == null ? null : fresh.renews().value())
                .param("encoded", encoded)
                .update();
    }

    public Optional<Certificate> find(CertificateSerial serial) {
        return one(serial, "");
    }

    Optional<Certificate> lock(CertificateSerial serial) {
        return one(serial, "for update");
    }

    private Optional<Certificate> one(CertificateSerial serial, String lock) {
        return jdbc.sql("""
                        select serial, suite, kind, holder, name, state, reason, why, changed_at, issued_at, starts_at,
                               expires_at, renews, encoded
                        from trust.certificate
                        where serial = :serial
                        """ + lock)
                .param("serial", serial.value())
                .query(CertificateStore::toCertificate)
                .optional();
    }

    List<Certificate> of(String reference) {
        return jdbc.sql("""
                        select serial, suite, kind, holder, name, state, reason, why, changed_at, issued_at, starts_at,
                               expires_at, renews, encoded
                        from trust.certificate
                        where holder = :holder
                        order by position desc
                        limit 200
                        """)
                .param("holder", reference)
                .query(CertificateStore::toCertificate)
                .list();
    }

    void changeState(Certificate changed) {
        jdbc.sql("""
                        update trust.certificate
                        set state = :state,
                            reason = :reason,
                            why = :why,
                            changed_at = :changedAt
                        where serial = :serial
                        """)
                .param("serial", changed.serial().value())
                .param("state", changed.state().name())
                .param(
                        "reason",
                        changed.reason() == null ? null : changed.reason().name())
                .param("why", changed.why())
                .param("changedAt", changed.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Certificates of an authority that are suspended or revoked and would otherwise still hold. */
    List<Certificate> withdrawn(TrustSuite suite, Instant now) {
        return jdbc.sql("""
                        select serial, suite, kind, holder, name, state, reason, why, changed_at, issued_at, starts_at,
                               expires_at, renews, encoded
                        from trust.certificate
                        where suite = :suite
                          and state <> 'VALID'
                          and expires_at > :now
                        order by position
                        """)
                .param("suite", suite.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(CertificateStore::toCertificate)
                .list();
    }

    /** Marks certificates that end before the given time, are neither warned of nor followed by another, and tells them. */
    List<Certificate> markWarned(Instant now, Instant before, int most) {
        return jdbc.sql("""
                        update trust.certificate c
                        set warned_at = :now
                        where c.position in (
                            select position
                            from trust.certificate due
                            where due.state <> 'REVOKED'
                              and due.kind <> 'SEAL'
                              and due.warned_at is null
                              and due.expires_at between :now and :before
                              and not exists (select from trust.certificate next where next.renews = due.serial)
                            order by due.expires_at
                            limit :most
                            for update skip locked)
                        returning serial, suite, kind, holder, name, state, reason, why, changed_at, issued_at, starts_at,
                                  expires_at, renews, encoded
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(CertificateStore::toCertificate)
                .list();
    }

    static Certificate toCertificate(ResultSet row, int number) throws SQLException {
        return new Certificate(
                new CertificateSerial(row.getString("serial")),
                TrustSuite.valueOf(row.getString("suite")),
                new CertificateHolder(
                        CertificateKind.valueOf(row.getString("kind")), row.getString("holder"), row.getString("name")),
                CertificateState.valueOf(row.getString("state")),
                row.getString("reason") == null ? null : RevocationReason.valueOf(row.getString("reason")),
                row.getString("why"),
                instant(row, "changed_at"),
                instant(row, "issued_at"),
                instant(row, "starts_at"),
                instant(row, "expires_at"),
                serial(row.getString("renews")),
                Keys.pem(row.getBytes("encoded")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable CertificateSerial serial(@Nullable String value) {
        return value == null ? null : new CertificateSerial(value);
    }
}
