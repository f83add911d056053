package org.zhengtong.base.trust.internal.register;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateChallenge;
import org.zhengtong.base.trust.CertificateChallenges;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.ProofOutcome;
import org.zhengtong.base.trust.ProofOutcome.Proven;
import org.zhengtong.base.trust.ProofOutcome.Reason;
import org.zhengtong.base.trust.ProofOutcome.Refused;
import org.zhengtong.base.trust.internal.authority.CabinetFile;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.ui.NodeMode;

/** Challenges in the database, so that an answer may reach another instance than the question came from. */
@Component
public class StoredChallenges implements CertificateChallenges {

    private static final int NONCE = 32;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Set<CertificateKind> WHO_MAY_ANSWER =
            EnumSet.of(CertificateKind.PERSON, CertificateKind.ORGANIZATION, CertificateKind.NODE);

    private final ChallengeStore challenges;
    private final CertificateStore certificates;
    private final KeyCabinet cabinet;
    private final CertificateSettings settings;
    private final String platform;
    private final Clock clock;

    public StoredChallenges(
            ChallengeStore challenges,
            CertificateStore certificates,
            KeyCabinet cabinet,
            CertificateSettings settings,
            NodeMode mode,
            Clock clock) {
        this.challenges = challenges;
        this.certificates = certificates;
        this.cabinet = cabinet;
        this.settings = settings;
        this.platform = mode.publicUrl();
        this.clock = clock;
    }

    @Override
    @Transactional
    public CertificateChallenge challenge(String purpose) {
        var id = UUID.randomUUID();
        var nonce = CabinetFile.randomBytes(NONCE);
        var now = clock.instant();
        var expiresAt = now.plus(settings.challengeLife());
        challenges.add(id, purpose, nonce, now, expiresAt);
        return new CertificateChallenge(id, purpose, content(purpose, nonce), expiresAt);
    }

    private String content(String purpose, byte[] nonce) {
        return platform + "\n" + purpose + "\n"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce) + "\n";
    }

    @Override
    @Transactional
    public ProofOutcome prove(UUID id, String purpose, String chainPem, byte[] signature) {
        var challenge = challenges.lock(id).orElse(null);
        if (challenge == null || !challenge.purpose().equals(purpose)) {
            return new Refused(Reason.CHALLENGE_UNKNOWN);
        }
        if (challenge.used()) {
            return new Refused(Reason.CHALLENGE_USED);
        }
        var now = clock.instant();
        // a bad answer uses it up too: nobody tries keys one after another on the same number
        challenges.markUsed(id, now);
        if (!now.isBefore(challenge.expiresAt())) {
            return new Refused(Reason.CHALLENGE_EXPIRED);
        }
        return answer(PresentedChain.read(chainPem), content(purpose, challenge.nonce()), signature);
    }

    private ProofOutcome answer(PresentedChain chain, String content, byte[] signature) {
        if (chain.fault() != null) {
            return new Refused(chain.fault());
        }
        if (!chain.leadsTo(cabinet.certificates("issuing"))) {
            return new Refused(Reason.CHAIN_UNTRUSTED);
        }
        var presented = chain.holder();
        var registered = certificates
                .find(CertificateSerial.of(presented.getSerialNumber()))
                .filter(known -> WHO_MAY_ANSWER.contains(known.holder().kind())
                        && Keys.pem(presented).equals(known.pem()))
                .orElse(null);
        if (registered == null) {
            return new Refused(Reason.NOT_FOR_THIS);
        }
        return answer(registered, presented, content, signature);
    }

    private ProofOutcome answer(Certificate registered, X509Certificate presented, String content, byte[] signature) {
        var now = clock.instant();
        if (now.plus(settings.clockSkew()).isBefore(registered.startsAt())) {
            return new Refused(Reason.NOT_YET_VALID);
        }
        if (registered.state() == CertificateState.REVOKED) {
            return new Refused(Reason.REVOKED);
        }
        if (registered.expiredAt(now)) {
            return new Refused(Reason.EXPIRED);
        }
        if (registered.state() == CertificateState.SUSPENDED) {
            return new Refused(Reason.SUSPENDED);
        }
        return verifies(presented, content, signature)
                ? new Proven(registered.holder(), registered.serial())
                : new Refused(Reason.SIGNATURE_WRONG);
    }

    private static boolean verifies(X509Certificate certificate, String content, byte[] signature) {
        try {
            var key = certificate.getPublicKey();
            var suite = Keys.suiteOf(key);
            var verifier =
                    java.security.Signature.getInstance(suite.signatureAlgorithm(), CertificateAuthority.PROVIDER);
            verifier.initVerify(key);
            verifier.update(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return verifier.verify(Keys.derSignature(signature));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        }
    }

    @Override
    @Transactional
    public int forgetOld() {
        return challenges.deleteEndedBefore(clock.instant().minus(KEPT));
    }
}
