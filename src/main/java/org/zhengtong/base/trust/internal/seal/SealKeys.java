package org.zhengtong.base.trust.internal.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.TrustProblem;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CabinetFile;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.CertificateUse;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore.StoredCertificate;

/** Each department's seal key and certificate, issued on first use and again before the old one ends or the name changes. */
@Component
public class SealKeys {

    private static final int NONCE = 12;

    private final SealCertificateStore certificates;
    private final KeyCabinet cabinet;
    private final TrustSuite suite;
    private final Clock clock;

    public SealKeys(SealCertificateStore certificates, KeyCabinet cabinet, TrustSettings settings, Clock clock) {
        this.certificates = certificates;
        this.cabinet = cabinet;
        this.suite = settings.suite();
        this.clock = clock;
    }

    TrustSuite suite() {
        return suite;
    }

    X509Certificate issuer() {
        return cabinet.issuing().certificate();
    }

    public KeyPairWithCertificate keyOf(String department, String creditCode) {
        var latest = certificates.findLatest(creditCode, suite);
        if (latest.filter(stored -> stored.state() == CertificateState.SUSPENDED)
                .isPresent()) {
            throw new ProblemException(TrustProblem.SEAL_SUSPENDED, department);
        }
        var usable = latest.filter(stored -> stored.state() == CertificateState.VALID
                && stored.department().equals(department)
                && stored.expiresAt().isAfter(clock.instant()));
        return usable.map(this::unwrap)
                .orElseGet(() -> issue(
                        department,
                        creditCode,
                        latest.map(StoredCertificate::keyNumber).orElse(0) + 1));
    }

    private KeyPairWithCertificate issue(String department, String creditCode, int number) {
        try {
            var fresh =
                    cabinet.authority(suite).make(name(department, creditCode), CertificateUse.SEAL, cabinet.issuing());
            var certificate = fresh.certificate();
            certificates.addUnlessThere(
                    new StoredCertificate(
                            creditCode,
                            suite,
                            number,
                            department,
                            certificate.getEncoded(),
                            crypt(Cipher.ENCRYPT_MODE, fresh.key().getEncoded(), creditCode),
                            clock.instant(),
                            certificate.getNotAfter().toInstant(),
                            CertificateState.VALID),
                    CertificateSerial.of(certificate.getSerialNumber()).value(),
                    certificate.getNotBefore().toInstant());
            return certificates.findLatest(creditCode, suite).map(this::unwrap).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyPairWithCertificate unwrap(StoredCertificate stored) {
        try {
            var encoded = crypt(Cipher.DECRYPT_MODE, stored.wrappedKey(), stored.creditCode());
            var key = KeyFactory.getInstance("EC", CertificateAuthority.PROVIDER)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new KeyPairWithCertificate(
                    key, Keys.certificate(stored.certificate()), CertificateAuthority.PROVIDER);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Seal key of " + stored.creditCode() + " does not open", e);
        }
    }

    /** AES-256-GCM with the department's code as associated data: a key cannot be moved to another department's row. */
    private byte[] crypt(int mode, byte[] input, String creditCode) throws GeneralSecurityException {
        var encrypting = mode == Cipher.ENCRYPT_MODE;
        var nonce = encrypting ? CabinetFile.randomBytes(NONCE) : Arrays.copyOf(input, NONCE);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", cabinet.wrappingProvider());
        cipher.init(mode, cabinet.wrappingKey(), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(creditCode.getBytes(StandardCharsets.UTF_8));
        if (!encrypting) {
            return cipher.doFinal(input, NONCE, input.length - NONCE);
        }
        var output = cipher.doFinal(input);
        var both = Arrays.copyOf(nonce, NONCE + output.length);
        System.arraycopy(output, 0, both, NONCE, output.length);
        return both;
    }

    private static X500Name name(String department, String creditCode) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, department)
                .addRDN(BCStyle.SERIALNUMBER, creditCode)
                .addRDN(BCStyle.CN, department)
                .build();
    }
}
