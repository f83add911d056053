package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.packed.PackedFile;
import org.zhengtong.base.packed.Packing;
import org.zhengtong.base.print.OfdSheet;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.SealedParts.SealFault;
import org.zhengtong.base.trust.SignedFile;
import org.zhengtong.base.trust.SignedFile.Fault;
import org.zhengtong.base.trust.SignedFile.Kind;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyPairWithCertificate;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.ofd.ElectronicSeal;
import org.zhengtong.base.trust.internal.ofd.SealedContainer;
import org.zhengtong.base.trust.internal.ofd.SealedValue;
import org.zhengtong.base.trust.internal.seal.OfdSealing;
import org.zhengtong.base.trust.internal.seal.ReadFiles;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore;
import org.zhengtong.base.trust.internal.seal.SealInspection;
import org.zhengtong.base.trust.internal.seal.SealKeys;
import org.zhengtong.testing.OfdJudge;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** Seals on OFD files: made, judged by others, and found out when something is wrong. */
class OfdSealsTest {

    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";
    private static final String VALUE = "Doc_0/Signs/Sign_0/SignedValue.dat";
    private static final String SEAL = "Doc_0/Signs/Sign_0/Seal.esl";
    private static final String LIST = "Doc_0/Signs/Signatures.xml";
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] SHEET = OfdSheet.of(Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定书")
            .title("准予行政许可决定书")
            .paragraph("决定准予行政许可。")
            .finish()
            .bytes());
    private static final SealRequest MARKET =
            new SealRequest("济南市市场监督管理局", "11370100004189085T", "行政许可专用章", "决定书", new SealPlace(1, 420, 180));
    private static final SealRequest TAXATION =
            new SealRequest("国家税务总局济南市税务局", "11370100MB2844917P", null, "决定书", new SealPlace(1, 420, 180));

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));
    private final SettableClock clock = new SettableClock();
    private KeyCabinet cabinet;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        cabinet = TrustFixtures.cabinet(folder, TrustSuite.SM2, clock);
    }

    @Test
    void a_sealed_file_tells_who_sealed_it_when_and_that_all_of_it_is_covered() throws IOException {
        var sealed = sealed(MARKET);

        look(sealed);
        var file = read(sealed);
        assertThat(file.kind()).isEqualTo(Kind.OFD);
        assertThat(file.sound()).isTrue();
        var found = file.signatures().getFirst();
        assertThat(found.signer()).isEqualTo("济南市市场监督管理局");
        assertThat(found.reference()).isEqualTo("11370100004189085T");
        assertThat(found.provenAt()).isEqualTo(clock.instant());
        assertThat(found.covered()).isEqualTo(file.size());
        var check = new SealInspection(files()).inspect(sealed);
        assertThat(check.sound()).isTrue();
        assertThat(check.marks()).hasSize(1);
    }

    @Test
    void another_validator_accepts_the_seal_and_refuses_a_changed_page() throws Exception {
        var judge = OfdJudge.call();
        var sealed = sealed(MARKET);

        judge.validate(sealed);
        assertThat(String.join("", judge.texts(sealed))).contains("准予行政许可决定书");
        var changed = edited(sealed, files -> files.put(PAGE, spoiled(files.get(PAGE))));
        assertThatThrownBy(() -> judge.validate(changed)).hasMessageContaining(PAGE);
        var exchanged = edited(sealed, files -> files.put(SEAL, content(sealed(TAXATION), SEAL)));
        assertThatThrownBy(() -> judge.validate(exchanged)).isInstanceOf(Exception.class);
    }

    @Test
    void a_changed_page_a_removed_file_and_an_added_file_are_named() {
        var sealed = sealed(MARKET);

        var changed = read(edited(sealed, files -> files.put(PAGE, spoiled(files.get(PAGE)))));
        var removed = read(edited(sealed, files -> files.remove("Doc_0/PublicRes.xml")));
        var added = read(edited(sealed, files -> files.put("Doc_0/Attachs/more.txt", new byte[] {1, 2, 3})));

        assertThat(changed.sound()).isFalse();
        assertThat(changed.signatures().getFirst().content()).isEqualTo(Content.CHANGED);
        assertThat(changed.signatures().getFirst().parts().changed()).containsExactly(PAGE);
        assertThat(removed.sound()).isFalse();
        assertThat(removed.signatures().getFirst().parts().removed()).containsExactly("Doc_0/PublicRes.xml");
        assertThat(added.sound()).isFalse();
        assertThat(added.extended()).isTrue();
        assertThat(added.signatures().getFirst().parts().added()).containsExactly("Doc_0/Attachs/more.txt");
        assertThat(added.signatures().getFirst().covered()).isEqualTo(added.size() - 3);
    }

    @Test
    void a_swapped_seal_is_found_wherever_it_was_swapped() {
        var sealed = sealed(MARKET);
        var other = sealed(TAXATION);

        var inTheFile = read(edited(sealed, files -> files.put(SEAL, content(other, SEAL))));
        var inTheValue = read(edited(sealed, files -> files.put(VALUE, content(other, VALUE))));
        var gone = read(edited(sealed, files -> files.remove(SEAL)));
        var described = read(edited(
                sealed,
                files -> files.put(
                        SealedContainer.DESCRIPTION,
                        new String(files.get(SealedContainer.DESCRIPTION), StandardCharsets.UTF_8)
                                .replace("PageRef", "pageRef")
                                .getBytes(StandardCharsets.UTF_8))));

        assertThat(inTheFile.signatures().getFirst().standing()).isEqualTo(Standing.SEAL_FAULTY);
        assertThat(inTheFile.signatures().getFirst().parts().fault()).isEqualTo(SealFault.EXCHANGED);
        assertThat(inTheValue.signatures().getFirst().content()).isEqualTo(Content.CHANGED);
        assertThat(gone.signatures().getFirst().parts().removed()).containsExactly(SEAL);
        assertThat(described.signatures().getFirst().content()).isEqualTo(Content.CHANGED);
    }

    @Test
    void a_seal_that_the_node_did_not_make_or_made_for_another_is_told() {
        var key = keys().keyOf(TAXATION.department(), TAXATION.creditCode());

        var another = read(forged(key, content(sealed(MARKET), SEAL)));
        var homemade = read(forged(key, homemade(key)));

        assertThat(another.signatures().getFirst().standing()).isEqualTo(Standing.SEAL_FAULTY);
        assertThat(another.signatures().getFirst().parts().fault()).isEqualTo(SealFault.NOT_THE_SIGNERS);
        assertThat(homemade.signatures().getFirst().content()).isEqualTo(Content.UNCHANGED);
        assertThat(homemade.signatures().getFirst().standing()).isEqualTo(Standing.SEAL_FAULTY);
        assertThat(homemade.signatures().getFirst().parts().fault()).isEqualTo(SealFault.FORGED);
        assertThat(homemade.sound()).isFalse();
    }

    @Test
    void a_seal_outlives_the_revocation_of_its_certificate_but_nothing_is_sealed_with_it_afterwards() {
        var before = sealed(MARKET);
        var key = keys().keyOf(MARKET.department(), MARKET.creditCode());
        clock.advance(Duration.ofDays(30));
        TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock)
                .revoke(
                        CertificateSerial.of(key.certificate().getSerialNumber()),
                        RevocationReason.KEY_COMPROMISED,
                        "私钥泄露");

        var after = new OfdSealing(only(key), cabinet, stamps(), clock).seal(SHEET, MARKET);

        assertThat(read(before).sound()).isTrue();
        assertThat(read(after).sound()).isFalse();
        assertThat(read(after).signatures().getFirst().standing()).isEqualTo(Standing.REVOKED);
    }

    @Test
    void an_expired_certificate_seals_nothing() {
        var key = keys().keyOf(MARKET.department(), MARKET.creditCode());
        clock.advance(Duration.ofDays(6 * 365));

        var late = read(new OfdSealing(only(key), cabinet, stamps(), clock).seal(SHEET, MARKET));

        assertThat(late.signatures().getFirst().standing()).isEqualTo(Standing.EXPIRED);
        assertThat(late.sound()).isFalse();
    }

    @Test
    void a_stranger_s_seal_is_intact_but_untrusted(@TempDir Path elsewhere) {
        var theirs = TrustFixtures.cabinet(elsewhere, TrustSuite.SM2, clock);
        var stranger = new SealRequest("济南市某局", "11370100000000000X", null, "x", MARKET.place());
        var sealed = new OfdSealing(keys(theirs), theirs, new TimeStamps(theirs, clock), clock).seal(SHEET, stranger);

        var found = read(sealed).signatures().getFirst();

        assertThat(found.content()).isEqualTo(Content.UNCHANGED);
        assertThat(found.standing()).isEqualTo(Standing.UNTRUSTED);
    }

    @Test
    void without_sm2_there_is_no_seal_on_ofd_and_what_is_no_ofd_is_not_sealed() {
        var settings = new TrustSettings(TrustSuite.ECDSA, "Test");
        var keys = new SealKeys(new SealCertificateStore(jdbc), cabinet, settings, clock);
        var without = new OfdSealing(keys, cabinet, stamps(), clock);

        assertThat(without.offered()).isFalse();
        assertThatThrownBy(() -> without.seal(SHEET, MARKET))
                .isInstanceOf(ProblemException.class)
                .hasMessage("trust.ofd_needs_sm2");
        assertThatThrownBy(() -> sealing().seal(new byte[] {'P', 'K', 3, 4}, MARKET))
                .hasMessage("trust.not_an_ofd");
        assertThatThrownBy(() -> sealing().seal(sealed(MARKET), MARKET)).hasMessage("trust.not_an_ofd");
    }

    @Test
    void hostile_containers_are_refused_and_say_why() throws IOException {
        var sealed = sealed(MARKET);

        assertThat(read(Arrays.copyOf(sealed, sealed.length / 2)).fault()).isEqualTo(Fault.BROKEN);
        assertThat(read(bomb()).fault()).isEqualTo(Fault.TOO_BIG);
        assertThat(read(edited(sealed, files -> files.put("../OFD.xml", NOTHING)))
                        .fault())
                .isEqualTo(Fault.AMBIGUOUS);
        assertThat(read(edited(sealed, files -> files.put("ofd.XML", NOTHING))).fault())
                .isEqualTo(Fault.AMBIGUOUS);
        assertThat(read(hiding(sealed)).fault()).isEqualTo(Fault.AMBIGUOUS);
        assertThat(read(edited(sealed, files -> files.remove(LIST))).fault()).isEqualTo(Fault.LIST_REMOVED);
        assertThat(read(edited(
                                sealed,
                                files -> files.put(
                                        "OFD.xml",
                                        bytes("<!DOCTYPE OFD [<!ENTITY x SYSTEM"
                                                + " \"file:///etc/passwd\">]><OFD><DocBody>&x;</DocBody></OFD>"))))
                        .fault())
                .isEqualTo(Fault.STRUCTURE);
        assertThat(read(edited(sealed, files -> files.put("OFD.xml", bytes("<a>".repeat(100_000)))))
                        .fault())
                .isEqualTo(Fault.STRUCTURE);
        assertThat(read(edited(sealed, files -> files.put("OFD.xml", bytes("no XML"))))
                        .fault())
                .isEqualTo(Fault.STRUCTURE);
        assertThat(read(edited(sealed, files -> {
                            for (var index = 0; index < 4_000; index++) {
                                files.put("f" + index, NOTHING);
                            }
                        }))
                        .fault())
                .isEqualTo(Fault.TOO_BIG);
    }

    @Test
    void a_signature_that_is_no_signature_is_unreadable() {
        var sealed = sealed(MARKET);
        var nested = new byte[1_000_000];
        for (var index = 0; index < nested.length; index += 2) {
            nested[index] = 0x30;
            nested[index + 1] = (byte) 0x80;
        }

        for (var value : new byte[][] {NOTHING, {0x30, 0}, bytes("no signature"), nested}) {
            var file = read(edited(sealed, files -> files.put(VALUE, value)));
            assertThat(file.signatures().getFirst().content()).isEqualTo(Content.UNREADABLE);
            assertThat(file.sound()).isFalse();
        }
        var listed = read(edited(sealed, files -> files.remove(SealedContainer.DESCRIPTION)));
        assertThat(listed.signatures().getFirst().content()).isEqualTo(Content.UNREADABLE);
        var leading = read(edited(
                sealed,
                files -> files.put(
                        LIST,
                        bytes("<Signatures><Signature ID=\"1\" BaseLoc=\"../../../../etc/passwd\"/></Signatures>"))));
        assertThat(leading.signatures().getFirst().content()).isEqualTo(Content.UNREADABLE);
    }

    @Test
    void whatever_is_uploaded_there_is_an_answer() {
        var sealed = sealed(MARKET);
        var random = new Random(7);

        for (var round = 0; round < 40; round++) {
            var spoiled = sealed.clone();
            for (var change = 0; change < 6; change++) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(spoiled)).isNotNull();
            var value = content(sealed, VALUE);
            // what was signed stands first and holds the seal; some of the time stamp behind it is signed by nobody
            value[random.nextInt(content(sealed, SEAL).length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(read(edited(sealed, files -> files.put(VALUE, value))).sound())
                    .isFalse();
        }
    }

    private SignedFile read(byte[] file) {
        return files().read(file, NOTHING);
    }

    private ReadFiles files() {
        return TrustFixtures.files(jdbc, cabinet, clock);
    }

    private byte[] sealed(SealRequest request) {
        return sealing().seal(SHEET, request);
    }

    private OfdSealing sealing() {
        return new OfdSealing(keys(), cabinet, stamps(), clock);
    }

    private TimeStamps stamps() {
        return new TimeStamps(cabinet, clock);
    }

    private SealKeys keys() {
        return keys(cabinet);
    }

    private SealKeys keys(KeyCabinet from) {
        return new SealKeys(new SealCertificateStore(jdbc), from, new TrustSettings(TrustSuite.SM2, "Test"), clock);
    }

    /** Somebody who holds one key and asks nobody whether it is still good. */
    private SealKeys only(KeyPairWithCertificate key) {
        return new SealKeys(
                new SealCertificateStore(jdbc), cabinet, new TrustSettings(TrustSuite.SM2, "Test"), (Clock) clock) {
            @Override
            public KeyPairWithCertificate keyOf(String department, String creditCode) {
                return key;
            }
        };
    }

    private static byte[] edited(byte[] ofd, Consumer<Map<String, byte[]>> edit) {
        var files = unpacked(ofd);
        edit.accept(files);
        return Packing.of(files);
    }

    private static Map<String, byte[]> unpacked(byte[] ofd) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var packed = PackedFile.open(ofd, new PackedFile.Limits(100, 50_000_000))) {
            for (var name : packed.names()) {
                files.put(name, packed.content(name));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private static byte[] content(byte[] ofd, String name) {
        return unpacked(ofd).get(name);
    }

    private static byte[] spoiled(byte[] page) {
        return bytes(new String(page, StandardCharsets.UTF_8).replace("准予", "不予"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bomb() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        var piece = new byte[1024 * 1024];
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            zip.write(bytes("<OFD/>"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("Doc_0/Res/bomb"));
            for (var megabyte = 0; megabyte < 200; megabyte++) {
                zip.write(piece);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** A container before which another lies, for programs that read from the front. */
    private static byte[] hiding(byte[] sealed) {
        var other = Packing.of(Map.of("OFD.xml", bytes("<OFD><DocBody/></OFD>")));
        var both = Arrays.copyOf(other, other.length + sealed.length);
        System.arraycopy(sealed, 0, both, other.length, sealed.length);
        return both;
    }

    /** A file sealed by hand, with any seal. */
    private byte[] forged(KeyPairWithCertificate key, byte[] seal) {
        try {
            var container = SealedContainer.open(SHEET, 1);
            var description = container.describe(seal, MARKET.place(), 42, clock.instant(), OfdSealsTest::digest);
            var statement = new SealedValue.Statement(
                    seal,
                    clock.instant(),
                    digest(description),
                    SealedContainer.DESCRIPTION,
                    key.certificate().getEncoded());
            return container.finish(SealedValue.make(statement, key::sign, signature -> NOTHING));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A seal that its holder made for itself, under any name. */
    private static byte[] homemade(KeyPairWithCertificate key) {
        try {
            var certificate = key.certificate();
            return ElectronicSeal.make(
                    new ElectronicSeal.Design(
                            "1",
                            "济南市人民政府",
                            certificate.getEncoded(),
                            certificate.getNotBefore().toInstant(),
                            certificate.getNotAfter().toInstant(),
                            NOTHING,
                            42,
                            certificate.getEncoded()),
                    key::sign);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SM3", CertificateAuthority.PROVIDER)
                    .digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void look(byte[] ofd) throws IOException {
        var where = System.getenv("ZHENGTONG_LOOK");
        if (where != null) {
            Files.write(Path.of(where, "sealed.ofd"), ofd);
        }
    }
}
