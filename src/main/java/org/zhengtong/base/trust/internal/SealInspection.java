package org.zhengtong.base.trust.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.SealCheck.Mark;

/** Looks at one signature of a PDF: are the bytes it covers unchanged, who signed, does the certificate lead to our root. */
@Component
class SealInspection {

    private final KeyCabinet cabinet;

    SealInspection(KeyCabinet cabinet) {
        this.cabinet = cabinet;
    }

    Mark inspect(PDSignature statement, byte[] pdf) {
        var at = statement.getSignDate() == null
                ? Instant.EPOCH
                : statement.getSignDate().toInstant();
        try {
            var range = new SignedRange(statement.getByteRange(), pdf);
            var signed = new CMSSignedData(new CMSProcessableByteArray(range.content()), range.signature());
            var signer = signed.getSignerInfos().getSigners().iterator().next();
            var certificate = certificateOf(signed, signer);
            return new Mark(
                    part(certificate, BCStyle.O),
                    part(certificate, BCStyle.SERIALNUMBER),
                    at,
                    certificate.getSigAlgName(),
                    verifies(signer, certificate),
                    chained(certificate, at),
                    range.whole());
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException e) {
            return new Mark("", "", at, "", false, false, false);
        }
    }

    private static X509Certificate certificateOf(CMSSignedData signed, SignerInformation signer)
            throws CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = signed.getCertificates().getMatches(signer.getSID());
        return new JcaX509CertificateConverter()
                .setProvider(CertificateAuthority.PROVIDER)
                .getCertificate(found.iterator().next());
    }

    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private boolean chained(X509Certificate certificate, Instant at) {
        return certificate.getBasicConstraints() < 0
                && cabinet.certificates("issuing").stream()
                        .filter(issuing -> signedBy(certificate, issuing, at))
                        .anyMatch(issuing -> cabinet.certificates("root").stream()
                                .anyMatch(root -> signedBy(issuing, root, at) && signedBy(root, root, at)));
    }

    private static boolean signedBy(X509Certificate certificate, X509Certificate issuer, Instant at) {
        try {
            certificate.checkValidity(Date.from(at));
            certificate.verify(issuer.getPublicKey(), CertificateAuthority.PROVIDER);
            return issuer.getBasicConstraints() >= 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String part(X509Certificate certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier kind) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Arrays.stream(name.getRDNs(kind))
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                .findFirst()
                .orElse("");
    }
}
