package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.OfdSeals;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.drawing.SealPicture;
import org.zhengtong.base.trust.internal.ofd.ElectronicSeal;
import org.zhengtong.base.trust.internal.ofd.SealedContainer;
import org.zhengtong.base.trust.internal.ofd.SealedValue;

/** Seals OFD files; the node makes the seal, the department's key signs with it, and a time stamp proves when. */
@Component
public class OfdSealing implements OfdSeals {

    private final SealKeys keys;
    private final KeyCabinet cabinet;
    private final TimeStamps stamps;
    private final Clock clock;

    public OfdSealing(SealKeys keys, KeyCabinet cabinet, TimeStamps stamps, Clock clock) {
        this.keys = keys;
        this.cabinet = cabinet;
        this.stamps = stamps;
        this.clock = clock;
    }

    @Override
    public boolean offered() {
        return keys.suite() == TrustSuite.SM2;
    }

    @Override
    public byte[] seal(byte[] ofd, SealRequest request) {
        if (!offered()) {
            throw new ProblemException(TrustProblem.OFD_NEEDS_SM2);
        }
        var key = keys.keyOf(request.department(), request.creditCode());
        try {
            var container = SealedContainer.open(ofd, request.place().page());
            var seal = sealOf(key.certificate(), request);
            var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            var description =
                    container.describe(seal, request.place(), SealPicture.MILLIMETRES, at, OfdSealing::digest);
            var statement = new SealedValue.Statement(
                    seal, at, digest(description), "/" + SealedContainer.DESCRIPTION, encoded(key.certificate()));
            return container.finish(SealedValue.make(statement, key::sign, this::stamp));
        } catch (IOException e) {
            var problem = new ProblemException(TrustProblem.NOT_AN_OFD);
            problem.initCause(e);
            throw problem;
        }
    }

    private byte[] sealOf(X509Certificate holder, SealRequest request) {
        var maker = cabinet.signer();
        var name = request.purpose() == null ? request.department() : request.department() + request.purpose();
        return ElectronicSeal.make(
                new ElectronicSeal.Design(
                        CertificateSerial.of(holder.getSerialNumber()).value(),
                        name,
                        encoded(holder),
                        holder.getNotBefore().toInstant(),
                        holder.getNotAfter().toInstant(),
                        SealPicture.png(request.department(), request.purpose()),
                        SealPicture.MILLIMETRES,
                        encoded(maker.certificate())),
                maker::sign);
    }

    private byte[] stamp(byte[] signature) {
        try {
            return stamps.stamp(signature, TrustSuite.SM2).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance(TrustSuite.SM2.hashAlgorithm(), CertificateAuthority.PROVIDER)
                    .digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
