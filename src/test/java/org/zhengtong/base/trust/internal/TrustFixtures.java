package org.zhengtong.base.trust.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.SignaturePlace;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CabinetFile;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.PublishedAddresses;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.register.CertificateIssuer;
import org.zhengtong.base.trust.internal.register.CertificateJudgement;
import org.zhengtong.base.trust.internal.register.CertificateSearch;
import org.zhengtong.base.trust.internal.register.CertificateSettings;
import org.zhengtong.base.trust.internal.register.CertificateStore;
import org.zhengtong.base.trust.internal.register.ChallengeStore;
import org.zhengtong.base.trust.internal.register.PublishedServices;
import org.zhengtong.base.trust.internal.register.RegisteredCertificates;
import org.zhengtong.base.trust.internal.register.RevocationListStore;
import org.zhengtong.base.trust.internal.register.RevocationLists;
import org.zhengtong.base.trust.internal.register.StatusAnswers;
import org.zhengtong.base.trust.internal.register.StoredChallenges;
import org.zhengtong.base.trust.internal.seal.OfdReading;
import org.zhengtong.base.trust.internal.seal.ReadFiles;
import org.zhengtong.base.trust.internal.seal.SignatureReading;
import org.zhengtong.base.ui.NodeMode;

/** Cabinets, keys and requests for tests of this room. */
final class TrustFixtures {

    static final NodeMode NODE = new NodeMode(true, "Test", "http://localhost:8080");
    static final CertificateSettings SETTINGS =
            new CertificateSettings(Duration.ofDays(1095), Duration.ofMinutes(5), Duration.ofMinutes(5));

    private TrustFixtures() {}

    static KeyCabinet cabinet(Path folder, TrustSuite suite, Clock clock) {
        return new KeyCabinet(
                new CabinetFile(folder.resolve("trust")),
                new TrustSettings(suite, "Test"),
                new PublishedAddresses(NODE),
                clock);
    }

    static RegisteredCertificates certificates(
            JdbcClient jdbc, KeyCabinet cabinet, ApplicationEventPublisher events, Clock clock) {
        var store = new CertificateStore(jdbc);
        return new RegisteredCertificates(
                store,
                new CertificateSearch(jdbc),
                new RevocationListStore(jdbc),
                cabinet,
                new CertificateIssuer(store, cabinet, SETTINGS, clock),
                events,
                clock);
    }

    static StoredChallenges challenges(JdbcClient jdbc, KeyCabinet cabinet, Clock clock) {
        return new StoredChallenges(
                new ChallengeStore(jdbc), new CertificateStore(jdbc), cabinet, SETTINGS, NODE, clock);
    }

    static PublishedServices services(JdbcClient jdbc, KeyCabinet cabinet, Clock clock) {
        var certificates = new CertificateStore(jdbc);
        return new PublishedServices(
                cabinet,
                new RevocationLists(new RevocationListStore(jdbc), certificates, cabinet, clock),
                new StatusAnswers(certificates, cabinet, clock),
                new TimeStamps(cabinet, clock));
    }

    static ReadFiles files(JdbcClient jdbc, KeyCabinet cabinet, Clock clock) {
        return files(new CertificateStore(jdbc), cabinet, clock);
    }

    static ReadFiles files(CertificateStore certificates, KeyCabinet cabinet, Clock clock) {
        var judgement = new CertificateJudgement(cabinet, certificates);
        var reading = new SignatureReading(judgement, clock);
        return new ReadFiles(reading, new OfdReading(reading, judgement, cabinet), TrustFixtures::signatures);
    }

    /** Told as the guarded process tells it, but in this one: files of tests are no strangers. */
    private static Optional<List<SignaturePlace>> signatures(byte[] pdf) {
        try {
            var file = Files.createTempFile("test-", ".pdf");
            try {
                return Optional.of(SignaturePlace.in(Files.write(file, pdf)).stream()
                        .map(SignaturePlace::written)
                        .map(SignaturePlace::read)
                        .toList());
            } finally {
                Files.delete(file);
            }
        } catch (java.io.IOException unreadable) {
            return Optional.empty();
        }
    }

    static KeyPair newKey(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC", CertificateAuthority.PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newKey(TrustSuite suite) {
        return newKey(suite == TrustSuite.SM2 ? "sm2p256v1" : "secp256r1");
    }

    /** A PKCS#10 request over the first key's public half, signed with the second's private half. */
    static String request(KeyPair asked, KeyPair signing, TrustSuite suite) {
        try {
            var request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=anybody"), asked.getPublic())
                    .build(KeyPairWithCertificate.contentSigner(
                            signing.getPrivate(), suite, CertificateAuthority.PROVIDER));
            return "-----BEGIN CERTIFICATE REQUEST-----\n"
                    + Base64.getMimeEncoder().encodeToString(request.getEncoded())
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String request(KeyPair key, TrustSuite suite) {
        return request(key, key, suite);
    }

    static byte[] sign(KeyPair key, TrustSuite suite, String content) {
        try {
            var signer = Signature.getInstance(suite.signatureAlgorithm(), CertificateAuthority.PROVIDER);
            signer.initSign(key.getPrivate());
            signer.update(content.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
