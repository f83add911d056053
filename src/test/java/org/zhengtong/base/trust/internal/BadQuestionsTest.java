package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.PublishedAddresses;
import org.zhengtong.base.trust.internal.register.PublishedServices;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** Questions that are wrong get the answer the standard has for them, never a failure of ours. */
class BadQuestionsTest {

    private final SettableClock clock = new SettableClock();
    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));

    @TempDir
    private Path folder;

    @Test
    void a_status_question_that_cannot_be_read_is_malformed() throws Exception {
        var questions = List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
                new byte[] {0x30, 0x00},
                new byte[20_000],
                question(1, null, new byte[200]),
                question(21, null, null));
        for (var question : questions) {
            assertThat(status(question)).isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        }
    }

    @Test
    void a_question_about_another_authority_or_an_unknown_certificate_is_told_so() throws Exception {
        var foreign = new CertificateAuthority(
                        TrustSuite.ECDSA,
                        CertificateAuthority.PROVIDER,
                        new PublishedAddresses(TrustFixtures.NODE),
                        clock)
                .root(new X500Name("CN=elsewhere"));

        assertThat(status(question(1, foreign, null))).isEqualTo(OCSPRespBuilder.UNAUTHORIZED);
        var answer = new OCSPResp(services().statusAnswer(question(1, null, new byte[32])));
        assertThat(answer.getStatus()).isEqualTo(OCSPRespBuilder.SUCCESSFUL);
        var basic = (BasicOCSPResp) answer.getResponseObject();
        assertThat(basic.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)).isNotNull();
    }

    @Test
    void a_time_stamp_request_that_cannot_be_read_is_rejected() throws Exception {
        for (var request : List.of(
                new byte[0], "hello".getBytes(StandardCharsets.UTF_8), new byte[] {0x30, 0}, new byte[20_000])) {
            var answer = new TimeStampResponse(services().timeStamp(request));
            assertThat(answer.getStatus()).isEqualTo(PKIStatus.REJECTION);
            assertThat(answer.getFailInfo().intValue()).isEqualTo(PKIFailureInfo.badDataFormat);
        }
    }

    @Test
    void a_weak_hash_a_short_hash_and_another_policy_are_not_stamped() throws Exception {
        var asking = new TimeStampRequestGenerator();

        assertThat(failure(asking.generate(OIWObjectIdentifiers.idSHA1, new byte[20])
                        .getEncoded()))
                .isEqualTo(PKIFailureInfo.badAlg);
        assertThat(failure(asking.generate(NISTObjectIdentifiers.id_sha256, new byte[20])
                        .getEncoded()))
                .isEqualTo(PKIFailureInfo.badDataFormat);
        asking.setReqPolicy(new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.2.3.4"));
        assertThat(failure(asking.generate(NISTObjectIdentifiers.id_sha256, new byte[32])
                        .getEncoded()))
                .isEqualTo(PKIFailureInfo.unacceptedPolicy);
    }

    @Test
    void whatever_bytes_come_there_is_an_answer() throws Exception {
        var random = new Random(7);
        var question = question(1, null, new byte[32]);
        var request = new TimeStampRequestGenerator()
                .generate(NISTObjectIdentifiers.id_sha256, new byte[32])
                .getEncoded();
        for (var round = 0; round < 400; round++) {
            assertThat(services().statusAnswer(spoiled(question, random))).isNotEmpty();
            assertThat(services().timeStamp(spoiled(request, random))).isNotEmpty();
        }
    }

    private static byte[] spoiled(byte[] bytes, Random random) {
        var spoiled = bytes.clone();
        for (var change = 0; change <= random.nextInt(3); change++) {
            spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
        }
        return spoiled;
    }

    private int status(byte[] question) throws IOException {
        return new OCSPResp(services().statusAnswer(question)).getStatus();
    }

    private int failure(byte[] request) throws TSPException, IOException {
        return new TimeStampResponse(services().timeStamp(request))
                .getFailInfo()
                .intValue();
    }

    private byte[] question(int count, KeyPairWithCertificate issuer, byte[] nonce)
            throws OCSPException, IOException, OperatorCreationException, GeneralSecurityException {
        var asked = issuer == null ? cabinet.issuing() : issuer;
        var sha1 = new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
        var builder = new OCSPReqBuilder();
        for (var number = 1; number <= count; number++) {
            builder.addRequest(new CertificateID(
                    sha1, new JcaX509CertificateHolder(asked.certificate()), BigInteger.valueOf(number)));
        }
        if (nonce != null) {
            builder.setRequestExtensions(new Extensions(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    false,
                    new DEROctetString(new DEROctetString(nonce).getEncoded()))));
        }
        return builder.build().getEncoded();
    }

    private KeyCabinet cabinet;

    @org.junit.jupiter.api.BeforeEach
    void open() {
        cabinet = TrustFixtures.cabinet(folder, TrustSuite.ECDSA, clock);
    }

    private PublishedServices services() {
        return TrustFixtures.services(jdbc, cabinet, clock);
    }
}
