package org.zhengtong.base.trust.internal.register;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.CertificateState;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.IssueOutcome.Fault;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateUse;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;

/** Makes certificates for holders and enters them into the register. */
@Component
public class CertificateIssuer {

    private final CertificateStore certificates;
    private final KeyCabinet cabinet;
    private final CertificateSettings settings;
    private final Clock clock;

    public CertificateIssuer(
            CertificateStore certificates, KeyCabinet cabinet, CertificateSettings settings, Clock clock) {
        this.certificates = certificates;
        this.cabinet = cabinet;
        this.settings = settings;
        this.clock = clock;
    }

    /** Issues a certificate over the key of a checked request, or says why not. */
    IssueOutcome issue(CertificateHolder holder, SigningRequest request, @Nullable CertificateSerial renews) {
        var key = request.key();
        var suite = request.suite();
        if (key == null || suite == null) {
            return new IssueOutcome.Refused(request.fault() == null ? Fault.REQUEST_UNREADABLE : request.fault());
        }
        if (!cabinet.holds(suite)) {
            return new IssueOutcome.Refused(Fault.SUITE_UNAVAILABLE);
        }
        var fresh = add(holder, certified(holder, key, suite), suite, renews);
        return new IssueOutcome.Issued(fresh, chain(fresh));
    }

    private X509Certificate certified(CertificateHolder holder, PublicKey key, TrustSuite suite) {
        var use = holder.kind() == CertificateKind.NODE ? CertificateUse.NODE : CertificateUse.IDENTITY;
        return cabinet.authority(suite).certify(name(holder), key, use, cabinet.issuing(suite), settings.life());
    }

    private static X500Name name(CertificateHolder holder) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "CN");
        if (holder.kind() == CertificateKind.ORGANIZATION) {
            name.addRDN(BCStyle.O, holder.name());
        }
        return name.addRDN(BCStyle.SERIALNUMBER, holder.reference())
                .addRDN(BCStyle.CN, holder.name())
                .build();
    }

    private Certificate add(
            CertificateHolder holder, X509Certificate made, TrustSuite suite, @Nullable CertificateSerial renews) {
        try {
            var now = clock.instant();
            var fresh = new Certificate(
                    CertificateSerial.of(made.getSerialNumber()),
                    suite,
                    holder,
                    CertificateState.VALID,
                    null,
                    null,
                    now,
                    now,
                    made.getNotBefore().toInstant(),
                    made.getNotAfter().toInstant(),
                    renews,
                    Keys.pem(made));
            certificates.add(fresh, made.getEncoded());
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate, its issuer's and the root's. */
    String chain(Certificate certificate) {
        return certificate.pem()
                + Keys.pem(cabinet.issuing(certificate.suite()).certificate())
                + Keys.pem(cabinet.root(certificate.suite()).certificate());
    }
}
