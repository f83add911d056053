package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.IssueOutcome.Issued;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.trust.SignedFile.Kind;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.seal.PdfSeals;
import org.zhengtong.base.trust.internal.seal.ReadFiles;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore;
import org.zhengtong.base.trust.internal.seal.SealInspection;
import org.zhengtong.base.trust.internal.seal.SealKeys;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

class SignedFilesTest {

    private static final byte[] LETTER = "关于申请的说明".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = new byte[0];

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));
    private final SettableClock clock = new SettableClock();
    private KeyCabinet cabinet;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        cabinet = TrustFixtures.cabinet(folder, TrustSuite.ECDSA, clock);
    }

    @Test
    void a_sealed_pdf_tells_who_when_proven_and_that_all_is_covered() {
        var file = read(sealed());

        assertThat(file.kind()).isEqualTo(Kind.PDF);
        assertThat(file.sound()).isTrue();
        var found = file.signatures().getFirst();
        assertThat(found.signer()).isEqualTo("济南市市场监督管理局");
        assertThat(found.provenAt()).isEqualTo(clock.instant());
        assertThat(found.covered()).isEqualTo(file.size());
    }

    @Test
    void what_was_changed_or_added_is_told() throws Exception {
        var sealed = sealed();
        var changed = sealed.clone();
        changed[100] ^= 1;
        var added = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(sealed)) {
            document.addPage(new PDPage());
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(added);
        }

        assertThat(read(changed).sound()).isFalse();
        assertThat(read(added.toByteArray()).sound()).isFalse();
        assertThat(read(added.toByteArray()).extended()).isTrue();
        assertThat(read(added.toByteArray()).signatures().getFirst().covered()).isEqualTo(sealed.length);
    }

    @Test
    void a_seal_set_before_its_certificate_was_revoked_stays_good_and_one_without_proof_of_time_does_not() {
        var sealed = sealed();
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var certificate = issue(key, TrustSuite.ECDSA);
        var signed = signed(key, certificate, false);
        clock.advance(Duration.ofDays(30));

        revoke(CertificateSerial.of(sealSerial()));
        revoke(certificate.serial());

        assertThat(read(sealed).sound()).isTrue();
        assertThat(files().read(signed, LETTER).signatures().getFirst().standing())
                .isEqualTo(Standing.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(TrustSuite.class)
    void a_signature_apart_from_its_file_needs_the_file(TrustSuite suite) {
        var key = TrustFixtures.newKey(suite);
        var signed = signed(key, issue(key, suite), false);

        assertThat(files().read(signed, LETTER).sound()).isTrue();
        assertThat(read(signed).signatures().getFirst().content()).isEqualTo(Content.NEEDED);
        assertThat(files().read(signed, "另一份".getBytes(StandardCharsets.UTF_8))
                        .signatures()
                        .getFirst()
                        .content())
                .isEqualTo(Content.CHANGED);
        var pem =
                "-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(signed) + "\n-----END PKCS7-----\n";
        assertThat(files().read(pem.getBytes(StandardCharsets.US_ASCII), LETTER).sound())
                .isTrue();
    }

    @Test
    void a_signature_around_its_content_needs_nothing() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);

        var file = read(signed(key, issue(key, TrustSuite.ECDSA), true));

        assertThat(file.kind()).isEqualTo(Kind.CMS);
        assertThat(file.sound()).isTrue();
        assertThat(file.signatures().getFirst().signer()).isEqualTo("王海燕");
    }

    @Test
    void what_the_openssl_command_signs_with_our_certificate_is_read() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "The openssl command is not installed");
        run("openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -subj /CN=x -out"
                + " request.pem");
        var holder = new CertificateHolder(CertificateKind.ORGANIZATION, "account:8", "济南泉汐信息科技有限公司");
        var issued = (Issued) TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock)
                .issue(new CertificateRequest(holder, Files.readString(folder.resolve("request.pem"))));
        Files.writeString(
                folder.resolve("certificate.pem"), issued.certificate().pem());
        Files.write(folder.resolve("letter"), LETTER);
        run("openssl cms -sign -binary -in letter -signer certificate.pem -inkey key.pem -outform DER -out"
                + " letter.p7s -md sha256");
        clock.set(java.time.Clock.systemUTC().instant());

        var file = files().read(Files.readAllBytes(folder.resolve("letter.p7s")), LETTER);

        assertThat(file.sound()).isTrue();
        assertThat(file.signatures().getFirst().statedAt()).isNotNull();
        assertThat(file.signatures().getFirst().provenAt()).isNull();
    }

    @Test
    void a_time_stamp_tells_when_its_file_was_there() throws Exception {
        var token = new TimeStamps(cabinet, clock).stamp(LETTER, TrustSuite.SM2).getEncoded();

        var file = files().read(token, LETTER);

        assertThat(file.kind()).isEqualTo(Kind.TIME_STAMP);
        assertThat(file.sound()).isTrue();
        assertThat(file.signatures().getFirst().provenAt()).isEqualTo(clock.instant());
        assertThat(read(token).signatures().getFirst().content()).isEqualTo(Content.NEEDED);
        assertThat(files().read(token, new byte[] {1}).signatures().getFirst().content())
                .isEqualTo(Content.CHANGED);
    }

    @Test
    void a_stranger_s_signature_is_intact_but_untrusted(@TempDir Path elsewhere) {
        var ours = cabinet;
        cabinet = TrustFixtures.cabinet(elsewhere, TrustSuite.ECDSA, clock);
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var signed = signed(key, issue(key, TrustSuite.ECDSA), true);
        cabinet = ours;

        var found = read(signed).signatures().getFirst();

        assertThat(found.content()).isEqualTo(Content.UNCHANGED);
        assertThat(found.standing()).isEqualTo(Standing.UNTRUSTED);
    }

    @Test
    void whatever_is_uploaded_there_is_an_answer() {
        var key = TrustFixtures.newKey(TrustSuite.ECDSA);
        var good = List.of(sealed(), signed(key, issue(key, TrustSuite.ECDSA), true));
        var random = new Random(11);

        assertThat(read(NOTHING).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(read("%PDF-1.7 nothing more".getBytes(StandardCharsets.US_ASCII))
                        .signatures())
                .isEmpty();
        assertThat(read("PK\u0003\u0004 OFD.xml".getBytes(StandardCharsets.US_ASCII))
                        .kind())
                .isEqualTo(Kind.OFD);
        for (var file : good) {
            for (var round = 0; round < 60; round++) {
                var spoiled = file.clone();
                for (var change = 0; change < 8; change++) {
                    spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
                }
                assertThat(files().read(spoiled, LETTER)).isNotNull();
            }
        }
    }

    private SignedFile read(byte[] file) {
        return files().read(file, NOTHING);
    }

    private ReadFiles files() {
        return TrustFixtures.files(jdbc, cabinet, clock);
    }

    private byte[] sealed() {
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定书")
                .title("决定书")
                .paragraph("准予。")
                .finish();
        var keys = new SealKeys(
                new SealCertificateStore(jdbc), cabinet, new TrustSettings(TrustSuite.ECDSA, "Test"), clock);
        return new PdfSeals(keys, new SealInspection(files()), new TimeStamps(cabinet, clock), clock)
                .seal(
                        sheet.bytes(),
                        new SealRequest("济南市市场监督管理局", "11370100004189085T", null, "x", new SealPlace(1, 300, 300)));
    }

    private java.math.BigInteger sealSerial() {
        return new SealCertificateStore(jdbc)
                .findLatest("11370100004189085T", TrustSuite.ECDSA)
                .map(stored -> Keys.certificate(stored.certificate()).getSerialNumber())
                .orElseThrow();
    }

    private Certificate issue(KeyPair key, TrustSuite suite) {
        var holder = new CertificateHolder(CertificateKind.PERSON, "account:17", "王海燕");
        return ((Issued) TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock)
                        .issue(new CertificateRequest(holder, TrustFixtures.request(key, suite))))
                .certificate();
    }

    private void revoke(CertificateSerial serial) {
        TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock)
                .revoke(serial, RevocationReason.KEY_COMPROMISED, "私钥泄露");
    }

    private static byte[] signed(KeyPair key, Certificate certificate, boolean around) {
        try {
            var encoded = Keys.certificate(certificate.pem().getBytes(StandardCharsets.US_ASCII));
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder()
                            .setProvider(CertificateAuthority.PROVIDER)
                            .build())
                    .build(
                            KeyPairWithCertificate.contentSigner(
                                    key.getPrivate(), certificate.suite(), CertificateAuthority.PROVIDER),
                            encoded));
            generator.addCertificates(new JcaCertStore(List.of(encoded)));
            CMSSignedData made = generator.generate(new CMSProcessableByteArray(LETTER), around);
            return made.getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String command) throws Exception {
        var process = new ProcessBuilder(command.split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
