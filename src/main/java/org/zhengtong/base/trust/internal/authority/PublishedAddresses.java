package org.zhengtong.base.trust.internal.authority;

import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.ui.NodeMode;

/** Where others fetch what they need to check our certificates; these addresses stand in each certificate. */
@Component
public class PublishedAddresses {

    private final String base;

    public PublishedAddresses(NodeMode mode) {
        this.base = mode.publicUrl() + "/trust";
    }

    /** Certificate of an authority, in DER. */
    String authority(String alias) {
        return base + "/authorities/" + alias + ".cer";
    }

    /** Revocation list of an authority, in DER. */
    String revocationList(String alias) {
        return base + "/revocations/" + alias + ".crl";
    }

    String statusAnswers() {
        return base + "/ocsp";
    }

    /** Writes into a certificate where its issuer's revocation list, certificate and status answers are found. */
    void addTo(X509v3CertificateBuilder builder, String issuer, TrustSuite suite) throws CertIOException {
        var alias = KeyCabinet.alias(issuer, suite);
        var list = new DistributionPointName(new GeneralNames(address(revocationList(alias))));
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(list, null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                    new AccessDescription(AccessDescription.id_ad_ocsp, address(statusAnswers())),
                    new AccessDescription(AccessDescription.id_ad_caIssuers, address(authority(alias)))
                }));
    }

    private static GeneralName address(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }
}
