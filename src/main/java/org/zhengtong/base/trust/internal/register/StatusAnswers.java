package org.zhengtong.base.trust.internal.register;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.TrustServices;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;

/** Answers questions about the status of certificates (OCSP, RFC 6960) from the register itself, never from a list of yesterday. */
@Component
public class StatusAnswers {

    private static final int MOST_QUESTIONS = 20;
    private static final int LONGEST_NONCE = 128;
    private static final Duration GOOD = Duration.ofHours(1);

    private final CertificateStore certificates;
    private final KeyCabinet cabinet;
    private final Clock clock;

    public StatusAnswers(CertificateStore certificates, KeyCabinet cabinet, Clock clock) {
        this.certificates = certificates;
        this.cabinet = cabinet;
        this.clock = clock;
    }

    public byte[] answer(byte[] question) {
        var request = parsed(question);
        if (request == null || badNonce(request)) {
            return refusal(OCSPRespBuilder.MALFORMED_REQUEST);
        }
        try {
            var asked = Arrays.stream(request.getRequestList())
                    .map(one -> one.getCertID())
                    .toList();
            var issuer = issuerOf(asked.getFirst());
            return issuer == null ? refusal(OCSPRespBuilder.UNAUTHORIZED) : answer(request, asked, issuer);
        } catch (OCSPException | GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable OCSPReq parsed(byte[] question) {
        if (question.length == 0 || question.length > TrustServices.LONGEST_QUESTION) {
            return null;
        }
        try {
            var request = new OCSPReq(question);
            var asked = request.getRequestList();
            for (var one : asked) {
                CertificateSerial.of(one.getCertID().getSerialNumber());
            }
            return asked.length == 0 || asked.length > MOST_QUESTIONS ? null : request;
        } catch (IOException | RuntimeException e) {
            // what a parser makes of foreign bytes is many things, and all of them mean that it cannot be read
            return null;
        }
    }

    private static boolean badNonce(OCSPReq request) {
        var nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        return nonce != null && nonce.getExtnValue().getOctets().length > LONGEST_NONCE + 4;
    }

    private @Nullable X509Certificate issuerOf(CertificateID asked) {
        var digests = digests();
        for (var kind : List.of("issuing", "root")) {
            for (var issuer : cabinet.certificates(kind)) {
                if (matches(asked, issuer, digests)) {
                    return issuer;
                }
            }
        }
        return null;
    }

    private static boolean matches(CertificateID asked, X509Certificate issuer, DigestCalculatorProvider digests) {
        try {
            return asked.matchesIssuer(new JcaX509CertificateHolder(issuer), digests);
        } catch (OCSPException | GeneralSecurityException | RuntimeException e) {
            // an unknown hash algorithm matches nobody
            return false;
        }
    }

    private byte[] answer(OCSPReq request, List<CertificateID> asked, X509Certificate issuer)
            throws OCSPException, GeneralSecurityException, IOException, OperatorCreationException {
        var suite = Keys.suiteOf(issuer.getPublicKey());
        var ofRoot = issuer.getBasicConstraints() > 0;
        var responder = ofRoot ? cabinet.root(suite) : cabinet.status(suite);
        var sha1 = digests().get(CertificateID.HASH_SHA1);
        var builder =
                new BasicOCSPRespBuilder(new JcaRespID(responder.certificate().getPublicKey(), sha1));
        var now = clock.instant();
        for (var one : asked) {
            builder.addResponse(
                    one, status(one, issuer, ofRoot), Date.from(now), Date.from(now.plus(GOOD)), (Extensions) null);
        }
        var nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            builder.setResponseExtensions(new Extensions(nonce));
        }
        var chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(responder.certificate())};
        var answer = builder.build(responder.contentSigner(), chain, Date.from(now));
        return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, answer).getEncoded();
    }

    private @Nullable CertificateStatus status(CertificateID asked, X509Certificate issuer, boolean ofRoot) {
        if (!matches(asked, issuer, digests())) {
            return new UnknownStatus();
        }
        var own = List.of("root", "issuing", "signer", "stamps", "status").stream()
                .flatMap(kind -> cabinet.certificates(kind).stream())
                .anyMatch(certificate -> certificate.getSerialNumber().equals(asked.getSerialNumber()));
        if (own) {
            return CertificateStatus.GOOD;
        }
        var registered = ofRoot
                ? null
                : certificates
                        .find(CertificateSerial.of(asked.getSerialNumber()))
                        .orElse(null);
        return registered == null ? new UnknownStatus() : status(registered);
    }

    private static @Nullable CertificateStatus status(Certificate registered) {
        if (registered.state() == CertificateState.VALID) {
            return CertificateStatus.GOOD;
        }
        var reason = registered.reason() == null ? RevocationReason.UNSPECIFIED : registered.reason();
        return new RevokedStatus(Date.from(registered.changedAt()), reason.code());
    }

    private static byte[] refusal(int status) {
        try {
            return new OCSPRespBuilder().build(status, null).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DigestCalculatorProvider digests() {
        try {
            return new JcaDigestCalculatorProviderBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build();
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
