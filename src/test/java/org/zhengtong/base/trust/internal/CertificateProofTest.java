package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.UUID;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateChallenge;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.IssueOutcome.Issued;
import org.zhengtong.base.trust.ProofOutcome;
import org.zhengtong.base.trust.ProofOutcome.Proven;
import org.zhengtong.base.trust.ProofOutcome.Reason;
import org.zhengtong.base.trust.ProofOutcome.Refused;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateUse;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.register.RegisteredCertificates;
import org.zhengtong.base.trust.internal.register.StoredChallenges;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

class CertificateProofTest {

    private static final String SIGN_IN = "sign-in";
    private static final CertificateHolder WANG = new CertificateHolder(CertificateKind.PERSON, "account:17", "王海燕");

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));
    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TrustSuite.class)
    void whoever_signs_the_challenge_holds_the_certificate(TrustSuite suite) {
        var key = TrustFixtures.newKey(suite);
        var issued = issue(key, suite);
        var challenge = challenges().challenge(SIGN_IN);

        var outcome = prove(challenge, issued.chainPem(), TrustFixtures.sign(key, suite, challenge.content()));

        assertThat(outcome).isEqualTo(new Proven(WANG, issued.certificate().serial()));
    }

    @Test
    void a_browser_may_write_r_and_s_side_by_side() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var issued = issue(key, TrustSuite.ECDSA);
        var challenge = challenges().challenge(SIGN_IN);
        var der = ASN1Sequence.getInstance(TrustFixtures.sign(key, TrustSuite.ECDSA, challenge.content()));
        var raw = new byte[64];
        for (var part = 0; part < 2; part++) {
            var number = ASN1Integer.getInstance(der.getObjectAt(part)).getPositiveValue();
            System.arraycopy(BigIntegers.asUnsignedByteArray(32, number), 0, raw, part * 32, 32);
        }

        assertThat(prove(challenge, issued.certificate().pem(), raw)).isInstanceOf(Proven.class);
    }

    @Test
    void a_challenge_is_good_for_one_answer() {
        var key = TrustFixtures.newKey(TrustSuite.SM2);
        var issued = issue(key, TrustSuite.SM2);
        var challenge = challenges().challenge(SIGN_IN);
        var signature = TrustFixtures.sign(key, TrustSuite.SM2, challenge.content());
        prove(challenge, issued.chainPem(), signature);

        assertThat(prove(challenge, issued.chainPem(), signature)).isEqualTo(new Refused(Reason.CHALLENGE_USED));
    }

    @Test
    void a_bad_answer_uses_the_challenge_up() {
        var key = TrustFixtures.newKey(TrustSuite.SM2);
        var issued = issue(key, TrustSuite.SM2);
        var challenge = challenges().challenge(SIGN_IN);

        assertThat(prove(challenge, issued.chainPem(), new byte[70])).isEqualTo(new Refused(Reason.SIGNATURE_WRONG));
        assertThat(prove(challenge, issued.chainPem(), TrustFixtures.sign(key, TrustSuite.SM2, challenge.content())))
                .isEqualTo(new Refused(Reason.CHALLENGE_USED));
    }

    @Test
    void a_challenge_ends_and_serves_one_purpose() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var issued = issue(key, TrustSuite.ECDSA);
        var late = challenges().challenge(SIGN_IN);
        var other = challenges().challenge("approve-payment");

        assertThat(challenges().prove(UUID.randomUUID(), SIGN_IN, issued.chainPem(), new byte[1]))
                .isEqualTo(new Refused(Reason.CHALLENGE_UNKNOWN));
        assertThat(prove(other, issued.chainPem(), TrustFixtures.sign(key, TrustSuite.ECDSA, other.content())))
                .isEqualTo(new Refused(Reason.CHALLENGE_UNKNOWN));
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(prove(late, issued.chainPem(), TrustFixtures.sign(key, TrustSuite.ECDSA, late.content())))
                .isEqualTo(new Refused(Reason.CHALLENGE_EXPIRED));
        clock.set(clock.instant().plus(Duration.ofDays(2)));
        assertThat(challenges().forgetOld()).isEqualTo(2);
    }

    @Test
    void a_suspended_certificate_proves_nothing_until_it_is_restored() {
        var key = TrustFixtures.newKey(TrustSuite.SM2);
        var certificate = issue(key, TrustSuite.SM2).certificate();

        certificates().suspend(certificate.serial(), "丢失，正在找");
        assertThat(answer(certificate, key)).isEqualTo(new Refused(Reason.SUSPENDED));
        certificates().restore(certificate.serial(), "找到了");
        assertThat(answer(certificate, key)).isInstanceOf(Proven.class);
        certificates().revoke(certificate.serial(), RevocationReason.KEY_COMPROMISED, "私钥泄露");
        assertThat(answer(certificate, key)).isEqualTo(new Refused(Reason.REVOKED));
    }

    @Test
    void a_certificate_counts_between_its_dates_and_a_clock_may_be_five_minutes_off() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var certificate = issue(key, TrustSuite.ECDSA).certificate();

        clock.set(certificate.startsAt().minus(Duration.ofMinutes(5)));
        assertThat(answer(certificate, key)).isInstanceOf(Proven.class);
        clock.set(certificate.startsAt().minus(Duration.ofMinutes(5)).minusSeconds(1));
        assertThat(answer(certificate, key)).isEqualTo(new Refused(Reason.NOT_YET_VALID));
        clock.set(certificate.expiresAt().minusSeconds(1));
        assertThat(answer(certificate, key)).isInstanceOf(Proven.class);
        clock.set(certificate.expiresAt());
        assertThat(answer(certificate, key)).isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void a_chain_of_twenty_is_not_even_followed() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var certificate = issue(key, TrustSuite.ECDSA).certificate();
        var challenge = challenges().challenge(SIGN_IN);

        var outcome = prove(
                challenge,
                certificate.pem().repeat(20),
                TrustFixtures.sign(key, TrustSuite.ECDSA, challenge.content()));

        assertThat(outcome).isEqualTo(new Refused(Reason.CHAIN_TOO_LONG));
        assertThat(prove(challenges().challenge(SIGN_IN), "x".repeat(100_000), new byte[1]))
                .isEqualTo(new Refused(Reason.CHAIN_TOO_LONG));
    }

    @Test
    void what_is_no_certificate_is_said_to_be_unreadable() {
        var pems = new String[] {
            "",
            "hello",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\n",
            TrustFixtures.request(TrustFixtures.newKey(TrustSuite.SM2), TrustSuite.SM2)
        };
        for (var pem : pems) {
            assertThat(prove(challenges().challenge(SIGN_IN), pem, new byte[1]))
                    .isEqualTo(new Refused(Reason.CERTIFICATE_UNREADABLE));
        }
    }

    @Test
    void a_certificate_of_another_authority_with_our_names_is_not_trusted(@TempDir Path elsewhere) {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var theirs = TrustFixtures.cabinet(elsewhere, TrustSuite.ECDSA, clock);
        var foreign =
                TrustFixtures.certificates(JdbcClient.create(RoomDatabase.with("trust")), theirs, event -> {}, clock);
        var issued = (Issued) foreign.issue(new CertificateRequest(WANG, TrustFixtures.request(key, TrustSuite.ECDSA)));
        var challenge = challenges().challenge(SIGN_IN);

        assertThat(prove(challenge, issued.chainPem(), TrustFixtures.sign(key, TrustSuite.ECDSA, challenge.content())))
                .isEqualTo(new Refused(Reason.CHAIN_UNTRUSTED));
    }

    @Test
    void a_certificate_of_ours_that_is_not_an_identity_proves_nothing() {
        var cabinet = TrustFixtures.cabinet(folder, TrustSuite.ECDSA, clock);
        var made = cabinet.authority(TrustSuite.ECDSA)
                .make(new X500Name("CN=王海燕"), CertificateUse.IDENTITY, cabinet.issuing());
        var challenge = challenges().challenge(SIGN_IN);

        assertThat(prove(challenge, Keys.pem(made.certificate()), new byte[64]))
                .isEqualTo(new Refused(Reason.NOT_FOR_THIS));
    }

    private ProofOutcome answer(Certificate certificate, KeyPair key) {
        var challenge = challenges().challenge(SIGN_IN);
        return prove(challenge, certificate.pem(), TrustFixtures.sign(key, certificate.suite(), challenge.content()));
    }

    private ProofOutcome prove(CertificateChallenge challenge, String chain, byte[] signature) {
        return challenges().prove(challenge.id(), SIGN_IN, chain, signature);
    }

    private Issued issue(KeyPair key, TrustSuite suite) {
        return (Issued) certificates().issue(new CertificateRequest(WANG, TrustFixtures.request(key, suite)));
    }

    private RegisteredCertificates certificates() {
        return TrustFixtures.certificates(
                jdbc, TrustFixtures.cabinet(folder, TrustSuite.SM2, clock), event -> {}, clock);
    }

    private StoredChallenges challenges() {
        return TrustFixtures.challenges(jdbc, TrustFixtures.cabinet(folder, TrustSuite.SM2, clock), clock);
    }
}
