package org.zhengtong.base.trust.internal.register;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.IssueOutcome.Fault;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.Keys;

/** A PKCS#10 request after it was read and checked: either its key and suite, or what is wrong with it. */
public record SigningRequest(
        @Nullable PublicKey key,
        @Nullable TrustSuite suite,
        @Nullable Fault fault) {

    public static SigningRequest read(String pem) {
        if (pem.length() > CertificateRequest.LONGEST) {
            return faulty(Fault.REQUEST_UNREADABLE);
        }
        try (var parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject() instanceof PKCS10CertificationRequest request
                    ? checked(request)
                    : faulty(Fault.REQUEST_UNREADABLE);
        } catch (IOException | RuntimeException e) {
            // what a parser makes of foreign bytes is many things, and all of them mean that it cannot be read
            return faulty(Fault.REQUEST_UNREADABLE);
        }
    }

    private static SigningRequest checked(PKCS10CertificationRequest request) {
        try {
            var suite = Keys.suiteOf(request.getSubjectPublicKeyInfo());
            var key = new JcaPKCS10CertificationRequest(request)
                    .setProvider(CertificateAuthority.PROVIDER)
                    .getPublicKey();
            var verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build(key);
            return request.isSignatureValid(verifier)
                    ? new SigningRequest(key, suite, null)
                    : faulty(Fault.REQUEST_NOT_SIGNED);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return faulty(Fault.KEY_UNSUITABLE);
        } catch (OperatorException | PKCSException e) {
            return faulty(Fault.REQUEST_NOT_SIGNED);
        }
    }

    private static SigningRequest faulty(Fault fault) {
        return new SigningRequest(null, null, fault);
    }
}
