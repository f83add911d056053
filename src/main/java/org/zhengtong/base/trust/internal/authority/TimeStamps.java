package org.zhengtong.base.trust.internal.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.TrustServices;
import org.zhengtong.base.trust.TrustSuite;

/**
 * Time stamps (RFC 3161, GB/T 20520): signed statements that a hash was there at a time of this node's clock. A hash made with SM3 is
 * stamped with SM2, any other with ECDSA, so that whoever can make the hash can check the stamp.
 */
@Component
public class TimeStamps {

    /** Accuracy of a second, the node's clock as the only source; an identifier of our own made from a UUID (X.667). */
    static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.231735082496021683475519230476310447618");

    private static final Set<ASN1ObjectIdentifier> HASHES = Set.of(
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            GMObjectIdentifiers.sm3);
    private static final int ACCURACY_SECONDS = 1;

    private final KeyCabinet cabinet;
    private final Clock clock;

    public TimeStamps(KeyCabinet cabinet, Clock clock) {
        this.cabinet = cabinet;
        this.clock = clock;
    }

    public byte[] answer(byte[] question) {
        try {
            var request = parsed(question);
            if (request == null) {
                return responses(TrustSuite.ECDSA)
                        .generateFailResponse(
                                PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "Not a time stamp request")
                        .getEncoded();
            }
            return responses(suiteFor(request.getMessageImprintAlgOID()))
                    .generate(request, serial(), Date.from(clock.instant()))
                    .getEncoded();
        } catch (TSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable TimeStampRequest parsed(byte[] question) {
        if (question.length == 0 || question.length > TrustServices.LONGEST_QUESTION) {
            return null;
        }
        try {
            return new TimeStampRequest(question);
        } catch (IOException | RuntimeException e) {
            // what a parser makes of foreign bytes is many things, and all of them mean that it cannot be read
            return null;
        }
    }

    private TrustSuite suiteFor(ASN1ObjectIdentifier hash) {
        return GMObjectIdentifiers.sm3.equals(hash) && cabinet.holds(TrustSuite.SM2)
                ? TrustSuite.SM2
                : TrustSuite.ECDSA;
    }

    private TimeStampResponseGenerator responses(TrustSuite suite) {
        return new TimeStampResponseGenerator(tokens(suite), HASHES, Set.of(POLICY));
    }

    /** A stamp over content of our own. */
    public TimeStampToken stamp(byte[] content, TrustSuite suite) {
        try {
            var digest = MessageDigest.getInstance(suite.hashAlgorithm(), CertificateAuthority.PROVIDER)
                    .digest(content);
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            var hash = suite == TrustSuite.SM2 ? GMObjectIdentifiers.sm3 : NISTObjectIdentifiers.id_sha256;
            return tokens(suite).generate(asking.generate(hash, digest), serial(), Date.from(clock.instant()));
        } catch (GeneralSecurityException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private TimeStampTokenGenerator tokens(TrustSuite suite) {
        try {
            var stamps = cabinet.stamps(suite);
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(CertificateAuthority.PROVIDER)
                    .build();
            var hash = suite == TrustSuite.SM2 ? GMObjectIdentifiers.sm3 : NISTObjectIdentifiers.id_sha256;
            var generator = new TimeStampTokenGenerator(
                    new JcaSignerInfoGeneratorBuilder(digests).build(stamps.contentSigner(), stamps.certificate()),
                    digests.get(new AlgorithmIdentifier(hash)),
                    POLICY);
            generator.setAccuracySeconds(ACCURACY_SECONDS);
            generator.addCertificates(new JcaCertStore(
                    List.of(stamps.certificate(), cabinet.issuing(suite).certificate())));
            return generator;
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(1, CabinetFile.randomBytes(15));
    }
}
