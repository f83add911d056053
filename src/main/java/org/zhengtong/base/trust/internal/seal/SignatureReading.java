package org.zhengtong.base.trust.internal.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.FoundSignature;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.register.CertificateJudgement;

/** Reads one CMS signature or time stamp: who, when, whether the content is unchanged and what the certificate was worth. */
@Component
public class SignatureReading {

    private final CertificateJudgement judgement;
    private final Clock clock;

    public SignatureReading(CertificateJudgement judgement, Clock clock) {
        this.judgement = judgement;
        this.clock = clock;
    }

    /**
     * Reads one signer.
     *
     * @param statedAt the time that the file states; the one in the signature, if any, when this is null
     * @param covered octets signed; negative when the content is missing
     */
    FoundSignature read(CMSSignedData signed, SignerInformation signer, @Nullable Instant statedAt, long covered)
            throws CertificateException {
        var certificate = certificateOf(signed.getCertificates(), signer);
        if (certificate == null) {
            return unreadable();
        }
        var stated = statedAt == null ? signingTime(signer) : statedAt;
        var proven = provenTime(signer).orElse(null);
        var at = proven != null ? proven : stated != null ? stated : clock.instant();
        return found(
                certificate,
                stated,
                proven,
                covered < 0 ? Content.NEEDED : verifies(signer, certificate) ? Content.UNCHANGED : Content.CHANGED,
                judgement.judge(certificate, at, proven != null),
                Math.max(0, covered));
    }

    /** Reads a time stamp; {@code content} is what it should have been made over. */
    FoundSignature read(TimeStampToken token, byte @Nullable [] content) throws CertificateException {
        var certificate = certificateOf(
                token.getCertificates(),
                token.toCMSSignedData().getSignerInfos().getSigners().iterator().next());
        if (certificate == null) {
            return unreadable();
        }
        var at = token.getTimeStampInfo().getGenTime().toInstant();
        var standing = validates(token, certificate) ? judgement.judge(certificate, at, true) : Standing.UNTRUSTED;
        return found(
                certificate,
                null,
                at,
                content == null ? Content.NEEDED : madeOver(token, content) ? Content.UNCHANGED : Content.CHANGED,
                standing,
                content == null ? 0 : content.length);
    }

    static FoundSignature unreadable() {
        return new FoundSignature("", "", "", "", null, null, Content.UNREADABLE, Standing.UNTRUSTED, 0, null);
    }

    static FoundSignature found(
            X509Certificate certificate,
            @Nullable Instant stated,
            @Nullable Instant proven,
            Content content,
            Standing standing,
            long covered) {
        var subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var issuer = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        return new FoundSignature(
                part(subject, BCStyle.CN),
                part(subject, BCStyle.SERIALNUMBER),
                part(issuer, BCStyle.CN),
                algorithmOf(certificate),
                stated,
                proven,
                content,
                standing,
                covered,
                null);
    }

    /** The provider names some algorithms by their number only. */
    private static String algorithmOf(X509Certificate certificate) {
        return GMObjectIdentifiers.sm2sign_with_sm3.getId().equals(certificate.getSigAlgOID())
                ? TrustSuite.SM2.signatureAlgorithm()
                : certificate.getSigAlgName();
    }

    static String part(X500Name name, ASN1ObjectIdentifier kind) {
        var parts = name.getRDNs(kind);
        return parts.length == 0
                ? ""
                : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }

    /** The time that a stamp of ours over the signature's value proves (ETSI EN 319 122-1 section 5.3). */
    Optional<Instant> provenTime(SignerInformation signer) {
        var attributes = signer.getUnsignedAttributes();
        var stamp = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamp == null || stamp.getAttrValues().size() == 0) {
            return Optional.empty();
        }
        try {
            var token = new TimeStampToken(
                    ContentInfo.getInstance(stamp.getAttrValues().getObjectAt(0)));
            return Optional.of(read(token, signer.getSignature()))
                    .filter(FoundSignature::good)
                    .map(FoundSignature::provenAt);
        } catch (TSPException | IOException | CertificateException | RuntimeException e) {
            // somebody else's stamp, whatever it is, proves nothing here
            return Optional.empty();
        }
    }

    private static @Nullable X509Certificate certificateOf(
            Store<X509CertificateHolder> certificates, SignerInformation signer) throws CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = certificates.getMatches(signer.getSID());
        return found.isEmpty()
                ? null
                : new JcaX509CertificateConverter()
                        .setProvider(CertificateAuthority.PROVIDER)
                        .getCertificate(found.iterator().next());
    }

    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private static boolean validates(TimeStampToken token, X509Certificate certificate) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build(certificate));
            return true;
        } catch (TSPException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private static boolean madeOver(TimeStampToken token, byte[] content) {
        try {
            var imprint = token.getTimeStampInfo();
            var digest =
                    MessageDigest.getInstance(imprint.getMessageImprintAlgOID().getId(), CertificateAuthority.PROVIDER);
            return MessageDigest.isEqual(digest.digest(content), imprint.getMessageImprintDigest());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static @Nullable Instant signingTime(SignerInformation signer) {
        var attributes = signer.getSignedAttributes();
        var time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        return time == null || time.getAttrValues().size() == 0
                ? null
                : Time.getInstance(time.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant();
    }
}
