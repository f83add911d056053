package org.zhengtong.base.trust.internal.register;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.register.RevocationListStore.StoredList;

/** Publishes revocation lists (RFC 5280 section 5): a new one when a certificate's state changed, at least twice a day. */
@Component
public class RevocationLists {

    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration GOOD = Duration.ofHours(24);

    private final RevocationListStore lists;
    private final CertificateStore certificates;
    private final KeyCabinet cabinet;
    private final Clock clock;

    public RevocationLists(RevocationListStore lists, CertificateStore certificates, KeyCabinet cabinet, Clock clock) {
        this.lists = lists;
        this.certificates = certificates;
        this.cabinet = cabinet;
        this.clock = clock;
    }

    /** The present list; to be called inside a transaction. */
    byte[] current(String kind, TrustSuite suite) {
        var alias = KeyCabinet.alias(kind, suite);
        var known = lists.find(alias).orElse(null);
        return known != null && good(known) ? bytes(known) : republished(kind, suite, alias);
    }

    private byte[] republished(String kind, TrustSuite suite, String alias) {
        var known = lists.lock(alias);
        if (good(known)) {
            return bytes(known);
        }
        var now = clock.instant();
        var number = known.number() + 1;
        var withdrawn = kind.equals("issuing") ? certificates.withdrawn(suite, now) : List.<Certificate>of();
        var issuer = kind.equals("issuing") ? cabinet.issuing(suite) : cabinet.root(suite);
        var encoded = encoded(issuer, number, withdrawn, now);
        lists.publish(alias, new StoredList(number, false, now, encoded));
        return encoded;
    }

    private boolean good(StoredList list) {
        return list.encoded() != null
                && !list.stale()
                && clock.instant().isBefore(list.publishedAt().plus(FRESH));
    }

    private static byte[] bytes(StoredList list) {
        var encoded = list.encoded();
        return encoded == null ? new byte[0] : encoded;
    }

    private static byte[] encoded(
            KeyPairWithCertificate issuer, long number, List<Certificate> withdrawn, Instant now) {
        try {
            var list = new X509v2CRLBuilder(issuer.name(), Date.from(now));
            list.setNextUpdate(Date.from(now.plus(GOOD)));
            for (var certificate : withdrawn) {
                var reason = certificate.reason() == null ? RevocationReason.UNSPECIFIED : certificate.reason();
                list.addCRLEntry(certificate.serial().number(), Date.from(certificate.changedAt()), reason.code());
            }
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            return list.build(issuer.contentSigner()).getEncoded();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
