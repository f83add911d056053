package org.zhengtong.base.trust.internal.register;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.CertificateChallenges;
import org.zhengtong.base.trust.ProofOutcome.Reason;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.Keys;

/** Certificates that somebody presents: the holder's first, each signed by the next. */
public record PresentedChain(
        List<X509Certificate> certificates, @Nullable Reason fault) {

    private static final int LONGEST_TEXT = 65_536;

    public static PresentedChain read(String pem) {
        if (pem.length() > LONGEST_TEXT) {
            return faulty(Reason.CHAIN_TOO_LONG);
        }
        var found = new ArrayList<X509Certificate>();
        try (var parser = new PEMParser(new StringReader(pem))) {
            for (var object = parser.readObject(); object != null; object = parser.readObject()) {
                if (!(object instanceof X509CertificateHolder holder)) {
                    return faulty(Reason.CERTIFICATE_UNREADABLE);
                }
                if (found.size() == CertificateChallenges.LONGEST_CHAIN) {
                    return faulty(Reason.CHAIN_TOO_LONG);
                }
                found.add(Keys.certificate(holder.getEncoded()));
            }
        } catch (IOException | RuntimeException e) {
            // what a parser makes of foreign bytes is many things, and all of them mean that it cannot be read
            return faulty(Reason.CERTIFICATE_UNREADABLE);
        }
        return found.isEmpty() ? faulty(Reason.CERTIFICATE_UNREADABLE) : new PresentedChain(found, null);
    }

    private static PresentedChain faulty(Reason fault) {
        return new PresentedChain(List.of(), fault);
    }

    X509Certificate holder() {
        return certificates.getFirst();
    }

    /** Whether each certificate is signed by the next one, and the holder's by one of our issuing authorities. */
    public boolean leadsTo(List<X509Certificate> issuing) {
        for (var above = 1; above < certificates.size(); above++) {
            if (!signedBy(certificates.get(above - 1), certificates.get(above))) {
                return false;
            }
        }
        return issuerOf(holder(), issuing).isPresent();
    }

    static Optional<X509Certificate> issuerOf(X509Certificate certificate, List<X509Certificate> issuing) {
        return issuing.stream().filter(issuer -> signedBy(certificate, issuer)).findFirst();
    }

    private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), CertificateAuthority.PROVIDER);
            return issuer.getBasicConstraints() >= 0;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
