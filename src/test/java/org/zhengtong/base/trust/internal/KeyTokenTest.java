package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.IssueOutcome.Fault;
import org.zhengtong.base.trust.IssueOutcome.Issued;
import org.zhengtong.base.trust.IssueOutcome.Refused;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.TrustSettings;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.KeyHolder;
import org.zhengtong.base.trust.internal.authority.KeyToken;
import org.zhengtong.base.trust.internal.authority.NodeSigner;
import org.zhengtong.base.trust.internal.authority.PublishedAddresses;
import org.zhengtong.base.trust.internal.authority.TimeStamps;
import org.zhengtong.base.trust.internal.seal.PdfSeals;
import org.zhengtong.base.trust.internal.seal.SealCertificateStore;
import org.zhengtong.base.trust.internal.seal.SealInspection;
import org.zhengtong.base.trust.internal.seal.SealKeys;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SettableClock;

/** Keys in a cryptographic device, here SoftHSM, which reads from the environment where its tokens lie. */
class KeyTokenTest {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));
    private static final String PIN = "23571113";

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path folder;

    @Test
    void keys_made_in_the_device_sign_seal_and_issue_and_are_found_again() throws Exception {
        var library = library();
        var pinFile = Files.writeString(folder.resolve("pin"), PIN + "\n");
        var cabinet = cabinet(new KeyToken(library, 0, pinFile));
        var jdbc = JdbcClient.create(RoomDatabase.with("trust"));
        var settings = new TrustSettings(TrustSuite.ECDSA, "Test");
        var content = "tree head".getBytes(StandardCharsets.UTF_8);

        assertThat(cabinet.issuing().key().getEncoded()).as("the key itself").isNull();
        var signer = new NodeSigner(cabinet, settings);
        assertThat(signer.verify(content, signer.sign(content))).isTrue();
        var signature = signer.sign(content);
        assertThat(new NodeSigner(cabinet(new KeyToken(library, 0, pinFile)), settings).verify(content, signature))
                .isTrue();

        var certificates = TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock);
        var holder = new CertificateHolder(CertificateKind.PERSON, "account:1", "王海燕");
        var request = TrustFixtures.request(TrustFixtures.newKey(TrustSuite.ECDSA), TrustSuite.ECDSA);
        assertThat(certificates.issue(new CertificateRequest(holder, request))).isInstanceOf(Issued.class);
        var sm2 = TrustFixtures.request(TrustFixtures.newKey(TrustSuite.SM2), TrustSuite.SM2);
        assertThat(certificates.issue(new CertificateRequest(holder, sm2)))
                .isEqualTo(new Refused(Fault.SUITE_UNAVAILABLE));

        var files = TrustFixtures.files(jdbc, cabinet, clock);
        var keys = new SealKeys(new SealCertificateStore(jdbc), cabinet, settings, clock);
        var seals = new PdfSeals(keys, new SealInspection(files), new TimeStamps(cabinet, clock), clock);
        var sheet = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定书").title("决定书").finish();
        var order = new SealRequest("济南市市场监督管理局", "11370100004189085T", null, "x", new SealPlace(1, 300, 300));
        assertThat(seals.check(seals.seal(seals.seal(sheet.bytes(), order), order))
                        .sound())
                .isTrue();

        Files.writeString(pinFile, "0000");
        assertThatThrownBy(() -> cabinet(new KeyToken(Path.of("/nowhere/lib.so"), 0, pinFile))
                        .issuing())
                .isInstanceOf(ProblemException.class);
    }

    private KeyCabinet cabinet(KeyHolder holder) {
        return new KeyCabinet(
                holder, new TrustSettings(TrustSuite.ECDSA, "Test"), new PublishedAddresses(TrustFixtures.NODE), clock);
    }

    /** SoftHSM with a fresh token; its settings come from the environment variable that the build sets. */
    private static Path library() throws Exception {
        var library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
        assumeTrue(library != null, "SoftHSM is not installed: keys in a device were not tried");
        var settings = System.getenv("SOFTHSM2_CONF");
        assumeTrue(settings != null, "SOFTHSM2_CONF is not set: keys in a device were not tried");
        // a folder of its own for each run: the test finds its token in the first slot
        var tokens = Files.createTempDirectory(
                Files.createDirectories(Path.of(settings).toAbsolutePath().getParent()), "tokens-");
        Files.writeString(Path.of(settings), "directories.tokendir = " + tokens.toAbsolutePath() + "\n");
        var made = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "zhengtong",
                        "--pin",
                        PIN,
                        "--so-pin",
                        PIN)
                .redirectErrorStream(true)
                .start();
        var said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(made.waitFor() == 0, "SoftHSM made no token: " + said);
        return library;
    }
}
