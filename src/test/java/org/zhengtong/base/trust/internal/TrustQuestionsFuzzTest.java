package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.register.CertificateStore;
import org.zhengtong.base.trust.internal.register.PresentedChain;
import org.zhengtong.base.trust.internal.register.SigningRequest;
import org.zhengtong.base.trust.internal.register.StatusAnswers;
import org.zhengtong.base.trust.internal.seal.ReadFiles;
import org.zhengtong.testing.SettableClock;

/** What programs and people send in ASN.1, PEM and PDF gets an answer that can be read; an answer never costs much more than the question. */
class TrustQuestionsFuzzTest {
    private static final SettableClock CLOCK = new SettableClock();
    private static final KeyCabinet CABINET = cabinet();
    private static final StatusAnswers ANSWERS = new StatusAnswers(new NoCertificates(), CABINET, CLOCK);
    private static final TimeStamps STAMPS = new TimeStamps(CABINET, CLOCK);
    private static final ReadFiles FILES = TrustFixtures.files(new NoCertificates(), CABINET, CLOCK);

    /** A register without entries, in place of the database. */
    private static final class NoCertificates extends CertificateStore {
        NoCertificates() {
            super(null);
        }

        @Override
        public Optional<Certificate> find(CertificateSerial serial) {
            return Optional.empty();
        }
    }

    private static KeyCabinet cabinet() {
        try {
            var cabinet = TrustFixtures.cabinet(Files.createTempDirectory("fuzzed-trust"), TrustSuite.ECDSA, CLOCK);
            cabinet.stamps(TrustSuite.ECDSA);
            cabinet.status(TrustSuite.ECDSA);
            return cabinet;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @FuzzTest(maxDuration = "10m")
    void a_question(FuzzedDataProvider data) throws OCSPException, IOException, TSPException {
        switch (data.consumeInt(0, 4)) {
            case 0 ->
                assertThat(new OCSPResp(ANSWERS.answer(data.consumeRemainingAsBytes())).getStatus())
                        .isBetween(0, 6);
            case 1 ->
                assertThat(new TimeStampResponse(STAMPS.answer(data.consumeRemainingAsBytes())).getStatus())
                        .isBetween(0, 5);
            case 2 -> {
                var chain = PresentedChain.read(data.consumeRemainingAsString());
                assertThat(chain.fault() == null)
                        .isEqualTo(!chain.certificates().isEmpty());
                if (chain.fault() == null) {
                    assertThat(chain.leadsTo(CABINET.certificates("issuing"))).isFalse();
                }
            }
            case 3 -> {
                var request = SigningRequest.read(data.consumeRemainingAsString());
                assertThat(request.fault() == null).isEqualTo(request.key() != null);
            }
            default -> {
                var original = data.consumeBytes(data.consumeInt(0, 40));
                read(data.consumeRemainingAsBytes(), original);
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void a_signed_pdf(byte[] bytes) {
        read(bytes, new byte[0]);
    }

    private static void read(byte[] file, byte[] original) {
        SignedFile read = FILES.read(file, original);
        assertThat(read.signatures()).hasSizeLessThanOrEqualTo(50).noneMatch(found -> found.good());
    }
}
