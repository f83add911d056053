package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.print.PrintedSheet;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.NodeSigner;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.seal.PdfSeals;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore;
import org.zhengtong.base.trust.internal.seal.SealInspection;
import org.zhengtong.base.trust.internal.seal.SealKeys;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

class SealingTest {

    private static final String CODE = "11370100004189085T";

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));
    private final SealCertificateStore certificates = new SealCertificateStore(jdbc);
    private final Clock clock = new SettableClock();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TrustSuite.class)
    void a_sealed_sheet_tells_who_sealed_it_and_that_it_is_unchanged(TrustSuite suite) throws IOException {
        var sheet = sheet();

        var sealed = seals(suite, folder).seal(sheet.bytes(), request(sheet));

        look(sealed, suite);
        var check = seals(suite, folder).check(sealed);
        assertThat(check.sound()).isTrue();
        var mark = check.marks().getFirst();
        assertThat(mark.signer()).isEqualTo("济南市市场监督管理局");
        assertThat(mark.creditCode()).isEqualTo(CODE);
        assertThat(mark.at()).isEqualTo(clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource(TrustSuite.class)
    void one_changed_byte_breaks_the_seal(TrustSuite suite) {
        var sheet = sheet();
        var seals = seals(suite, folder);
        var sealed = seals.seal(sheet.bytes(), request(sheet));

        var changed = sealed.clone();
        changed[100] ^= 1;

        assertThat(seals.check(changed).sound()).isFalse();
    }

    @Test
    void what_is_added_after_the_seal_is_told() throws IOException {
        var sheet = sheet();
        var seals = seals(TrustSuite.ECDSA, folder);
        var sealed = seals.seal(sheet.bytes(), request(sheet));

        var bytes = new java.io.ByteArrayOutputStream();
        try (var document = Loader.loadPDF(sealed)) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(bytes);
        }

        var check = seals.check(bytes.toByteArray());
        assertThat(check.marks().getFirst().intact()).isTrue();
        assertThat(check.marks().getFirst().whole()).isFalse();
        assertThat(check.sound()).isFalse();
    }

    @Test
    void two_departments_may_seal_one_sheet() {
        var sheet = sheet();
        var seals = seals(TrustSuite.SM2, folder);
        var once = seals.seal(sheet.bytes(), request(sheet));

        var twice = seals.seal(
                once, new SealRequest("国家税务总局济南市税务局", "11370100MB2844917P", null, "会签", new SealPlace(1, 150, 200)));

        assertThat(seals.check(twice).marks()).hasSize(2);
        assertThat(seals.check(twice).sound()).isTrue();
    }

    @Test
    void a_seal_of_another_authority_is_not_ours(@TempDir Path elsewhere) {
        var sheet = sheet();
        var foreign = new SealRequest(
                "济南市某局", "11370100000000000X", null, "x", request(sheet).place());
        var sealed = seals(TrustSuite.ECDSA, elsewhere).seal(sheet.bytes(), foreign);

        var mark = seals(TrustSuite.ECDSA, folder).check(sealed).marks().getFirst();

        assertThat(mark.intact()).isTrue();
        assertThat(mark.chained()).isFalse();
    }

    @Test
    void what_is_no_pdf_carries_no_seal_and_cannot_be_sealed() {
        var seals = seals(TrustSuite.SM2, folder);
        var bytes = "MZ not a sheet".getBytes(StandardCharsets.US_ASCII);

        assertThat(seals.check(bytes).marks()).isEmpty();
        assertThatThrownBy(() -> seals.seal(bytes, request(sheet()))).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_cabinet_is_closed_to_others_and_opens_again() throws IOException {
        var first = signer(TrustSuite.SM2);
        var content = "tree head".getBytes(StandardCharsets.UTF_8);
        var signature = first.sign(content);

        assertThat(signer(TrustSuite.SM2).verify(content, signature)).isTrue();
        assertThat(signer(TrustSuite.ECDSA).verify(content, signature)).isTrue();
        assertThat(first.verify("tree hat".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(first.certificate(signature.keyId())).get().asString().startsWith("-----BEGIN CERTIFICATE-----");
        for (var name : new String[] {"cabinet.key", "cabinet.bcfks"}) {
            var permissions =
                    Files.getPosixFilePermissions(folder.resolve("trust").resolve(name));
            assertThat(permissions).hasSize(2);
        }
    }

    @Test
    void many_sign_at_once_and_each_signature_is_of_its_own_content() throws Exception {
        for (var suite : TrustSuite.values()) {
            var signer = signer(suite);
            try (var threads = Executors.newFixedThreadPool(8)) {
                var work = new ArrayList<Callable<Boolean>>();
                for (var number = 0; number < 100; number++) {
                    var content = ("record " + number).getBytes(StandardCharsets.UTF_8);
                    work.add(() -> signer.verify(content, signer.sign(content)));
                }
                for (var verified : threads.invokeAll(work)) {
                    assertThat(verified.get()).isTrue();
                }
            }
        }
    }

    @Test
    void a_cabinet_without_its_key_file_says_so() throws IOException {
        signer(TrustSuite.SM2).sign(new byte[0]);
        Files.delete(folder.resolve("trust/cabinet.key"));

        assertThatThrownBy(() -> signer(TrustSuite.SM2).sign(new byte[0]))
                .isInstanceOf(ProblemException.class)
                .hasMessage("trust.key_file_missing");
    }

    private NodeSigner signer(TrustSuite suite) {
        var settings = new TrustSettings(suite, "Test");
        return new NodeSigner(TrustFixtures.cabinet(folder, suite, clock), settings);
    }

    private PdfSeals seals(TrustSuite suite, Path where) {
        var settings = new TrustSettings(suite, "Test");
        var cabinet = TrustFixtures.cabinet(where, suite, clock);
        var keys = new SealKeys(certificates, cabinet, settings, clock);
        return new PdfSeals(
                keys,
                new SealInspection(TrustFixtures.files(jdbc, cabinet, clock)),
                new TimeStamps(cabinet, clock),
                clock);
    }

    private static SealRequest request(PrintedSheet sheet) {
        var spot = sheet.sealSpot();
        assertThat(spot).isNotNull();
        return new SealRequest("济南市市场监督管理局", CODE, "行政许可专用章", "决定书", new SealPlace(spot.page(), spot.x(), spot.y()));
    }

    private static PrintedSheet sheet() {
        return Pdf.a4(Locale.SIMPLIFIED_CHINESE, "准予行政许可决定书")
                .issuer("济南市市场监督管理局")
                .number("济市监许〔2026〕17号")
                .title("准予行政许可决定书")
                .paragraph("经审查，你单位提交的申请符合法定条件、标准，根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可。")
                .signature("济南市市场监督管理局", "2026年3月5日")
                .finish();
    }

    private static void look(byte[] pdf, TrustSuite suite) throws IOException {
        var where = System.getenv("ZHENGTONG_LOOK");
        if (where != null) {
            Files.write(Path.of(where, "sealed-" + suite + ".pdf"), pdf);
        }
    }
}
