package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateExpiring;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateQuery;
import org.zhengtong.base.trust.CertificateQuery.Standing;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.IssueOutcome.Fault;
import org.zhengtong.base.trust.IssueOutcome.Issued;
import org.zhengtong.base.trust.IssueOutcome.Refused;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.StateOutcome;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.register.RegisteredCertificates;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

class CertificateLifeTest {

    private static final CertificateHolder NODE = new CertificateHolder(CertificateKind.NODE, "node:jinan", "济南市节点");

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));
    private final SettableClock clock = new SettableClock();
    private final List<Object> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void a_certificate_is_issued_renewed_and_found_under_its_holder() {
        var first = issue(NODE);
        clock.set(clock.instant().plus(Duration.ofDays(1000)));

        var second = ((Issued) certificates().renew(first.serial())).certificate();

        assertThat(second.renews()).isEqualTo(first.serial());
        assertThat(second.expiresAt()).isAfter(first.expiresAt());
        assertThat(certificates().of("node:jinan"))
                .extracting(Certificate::serial)
                .containsExactly(second.serial(), first.serial());
        assertThat(certificates().find(first.serial())).get().isEqualTo(first);
    }

    @Test
    void what_is_suspended_or_revoked_is_not_renewed() {
        var certificate = issue(NODE);
        certificates().suspend(certificate.serial(), "核对");

        assertThat(certificates().renew(certificate.serial())).isEqualTo(new Refused(Fault.WITHDRAWN));
        certificates().revoke(certificate.serial(), RevocationReason.CEASED, "停用");
        assertThat(certificates().renew(certificate.serial(), "x")).isEqualTo(new Refused(Fault.WITHDRAWN));
    }

    @Test
    void what_is_revoked_stays_revoked_and_only_a_hold_is_lifted() {
        var certificate = issue(NODE);

        assertThat(certificates().restore(certificate.serial(), "x")).isInstanceOf(StateOutcome.Refused.class);
        assertThat(certificates().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISED, "私钥泄露"))
                .isInstanceOf(StateOutcome.Changed.class);
        assertThat(certificates().restore(certificate.serial(), "x")).isInstanceOf(StateOutcome.Refused.class);
        assertThat(certificates().suspend(certificate.serial(), "x")).isInstanceOf(StateOutcome.Refused.class);
        assertThat(certificates().revoke(certificate.serial(), RevocationReason.CEASED, "x"))
                .isInstanceOf(StateOutcome.Refused.class);
        assertThatThrownBy(() -> certificates().suspend(new CertificateSerial("abcd"), "x"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_request_is_refused_with_its_reason() {
        var ours = TrustFixtures.newKey(TrustSuite.ECDSA);
        var foreign = TrustFixtures.newKey(TrustSuite.ECDSA);
        var wide = TrustFixtures.newKey("secp384r1");

        assertThat(fault("hello")).isEqualTo(Fault.REQUEST_UNREADABLE);
        assertThat(fault("-----BEGIN CERTIFICATE REQUEST-----\nMAAw\n-----END CERTIFICATE REQUEST-----\n"))
                .isEqualTo(Fault.REQUEST_UNREADABLE);
        assertThat(fault("x".repeat(20_000))).isEqualTo(Fault.REQUEST_UNREADABLE);
        assertThat(fault(TrustFixtures.request(ours, foreign, TrustSuite.ECDSA)))
                .isEqualTo(Fault.REQUEST_NOT_SIGNED);
        assertThat(fault(TrustFixtures.request(wide, TrustSuite.ECDSA))).isEqualTo(Fault.KEY_UNSUITABLE);
        assertThat(certificates()
                        .issue(new CertificateRequest(
                                new CertificateHolder(CertificateKind.SEAL, "11370100004189085T", "某局"), "x")))
                .isEqualTo(new Refused(Fault.RENEWS_ITSELF));
    }

    @Test
    void a_certificate_that_ends_soon_is_told_once_unless_it_has_a_successor() {
        var alone = issue(NODE);
        var followed = issue(new CertificateHolder(CertificateKind.PERSON, "account:9", "李文"));
        clock.set(alone.expiresAt().minus(Certificates.WARNING));
        certificates().renew(followed.serial());

        assertThat(certificates().warnOfExpiry()).isEqualTo(1);
        assertThat(certificates().warnOfExpiry()).isZero();
        assertThat(told).containsExactly(new CertificateExpiring(alone.serial(), NODE, alone.expiresAt()));
    }

    @Test
    void certificates_are_listed_by_words_kind_and_standing_page_by_page() {
        var node = issue(NODE);
        var first = node.serial();
        var second = issue(new CertificateHolder(CertificateKind.PERSON, "account:9", "李文"))
                .serial();
        var third = issue(new CertificateHolder(CertificateKind.ORGANIZATION, "org:1", "济南泉汐信息科技有限公司"))
                .serial();
        certificates().suspend(second, "核对");

        assertThat(list(null, null, null, null)).containsExactly(third, second, first);
        assertThat(list("济南", null, null, null)).containsExactly(third, first);
        assertThat(list("济%南", null, null, null)).isEmpty();
        assertThat(list(second.value().substring(0, 12), null, null, null)).containsExactly(second);
        assertThat(list(null, CertificateKind.NODE, null, null)).containsExactly(first);
        assertThat(list(null, null, Standing.SUSPENDED, null)).containsExactly(second);
        assertThat(list(null, null, null, third)).containsExactly(second, first);
        clock.set(node.expiresAt().minus(Duration.ofDays(3)));
        assertThat(list(null, null, Standing.EXPIRING, null)).containsExactly(third, first);
        assertThat(certificates().standing(node)).isEqualTo(Standing.EXPIRING);
        clock.set(node.expiresAt());
        assertThat(list(null, null, Standing.EXPIRED, null)).containsExactly(third, second, first);
    }

    private List<CertificateSerial> list(
            String words, CertificateKind kind, Standing standing, CertificateSerial after) {
        return certificates().search(new CertificateQuery(words, kind, standing, after, 10)).stream()
                .map(Certificate::serial)
                .toList();
    }

    private Fault fault(String request) {
        return ((Refused) certificates().issue(new CertificateRequest(NODE, request))).fault();
    }

    private Certificate issue(CertificateHolder holder) {
        var request = TrustFixtures.request(TrustFixtures.newKey(TrustSuite.SM2), TrustSuite.SM2);
        return ((Issued) certificates().issue(new CertificateRequest(holder, request))).certificate();
    }

    private RegisteredCertificates certificates() {
        return TrustFixtures.certificates(jdbc, TrustFixtures.cabinet(folder, TrustSuite.SM2, clock), told::add, clock);
    }
}
