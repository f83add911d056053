package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.seal.PdfSeals;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore;
import org.zhengtong.base.trust.internal.seal.SealInspection;
import org.zhengtong.base.trust.internal.seal.SealKeys;
import org.zhengtong.testing.RoomDatabase;

/** Seals on PDF are judged by the European Commission's DSS library, which knows PAdES and nothing of this program. */
class IndependentJudgeTest {

    private static final String CODE = "11370100004189085T";

    // the judge looks at the clock of the machine
    private final Clock clock = Clock.systemUTC();
    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));

    @TempDir
    private Path folder;

    private KeyCabinet cabinet;

    @BeforeEach
    void open() {
        cabinet = TrustFixtures.cabinet(folder, TrustSuite.ECDSA, clock);
    }

    @Test
    void the_european_library_accepts_the_seal_as_pades_with_time() {
        var report = judged(sealed());

        var signature = report.getFirstSignatureId();
        assertThat(report.getIndication(signature))
                .as("%s %s", report.getSubIndication(signature), report.getAdESValidationErrors(signature))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(report.getSignatureTimestamps(signature)).hasSize(1);
    }

    @Test
    void it_refuses_the_seal_when_a_byte_was_changed() {
        var sealed = sealed();
        sealed[100] ^= 1;

        var report = judged(sealed);

        assertThat(report.getIndication(report.getFirstSignatureId())).isNotEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void a_seal_set_before_its_certificate_was_revoked_keeps_its_proof_of_time() {
        var sealed = sealed();
        var serial = new SealCertificateStore(jdbc)
                .findLatest(CODE, TrustSuite.ECDSA)
                .map(stored -> Keys.certificate(stored.certificate()).getSerialNumber())
                .orElseThrow();
        TrustFixtures.certificates(jdbc, cabinet, event -> {}, Clock.offset(clock, java.time.Duration.ofSeconds(2)))
                .revoke(CertificateSerial.of(serial), RevocationReason.SUPERSEDED, "换发");

        var report = judged(sealed);

        assertThat(report.getIndication(report.getFirstSignatureId())).isNotEqualTo(Indication.TOTAL_FAILED);
    }

    private byte[] sealed() {
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "准予行政许可决定书")
                .issuer("济南市市场监督管理局")
                .title("准予行政许可决定书")
                .paragraph("决定准予行政许可。")
                .signature("济南市市场监督管理局", "2026年3月5日")
                .finish();
        var settings = new TrustSettings(TrustSuite.ECDSA, "Test");
        var keys = new SealKeys(new SealCertificateStore(jdbc), cabinet, settings, clock);
        var seals = new PdfSeals(
                keys,
                new SealInspection(TrustFixtures.files(jdbc, cabinet, clock)),
                new TimeStamps(cabinet, clock),
                clock);
        return seals.seal(
                sheet.bytes(), new SealRequest("济南市市场监督管理局", CODE, "行政许可专用章", "决定书", new SealPlace(1, 400, 200)));
    }

    private SimpleReport judged(byte[] pdf) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(
                new CertificateToken(cabinet.root(TrustSuite.ECDSA).certificate()));
        var services = TrustFixtures.services(jdbc, cabinet, clock);
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(
                new ByteArrayInputStream(services.revocationList("root-ecdsa").orElseThrow()),
                new ByteArrayInputStream(
                        services.revocationList("issuing-ecdsa").orElseThrow())));
        var judge = new PDFDocumentValidator(new InMemoryDocument(pdf));
        judge.setCertificateVerifier(verifier);
        return judge.validateDocument().getSimpleReport();
    }
}
