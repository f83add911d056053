package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CertificateSignIn;
import org.zhengtong.base.identity.IdentityFixtures;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.IssueOutcome;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Signing in by certificate: in Chromium with a key from a file, and by the command line that the page tells. */
@BrowserJourney
class CertificateJourneyTest {

    enum Suite {
        ECDSA("prime256v1", "-sha256", List.of()),
        SM2("SM2", "-sm3", List.of("-sigopt", "distid:1234567812345678"));

        private final String curve;
        private final String hash;
        private final List<String> options;

        Suite(String curve, String hash, List<String> options) {
            this.curve = curve;
            this.hash = hash;
            this.options = options;
        }
    }

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private Certificates certificates;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private AccountId account = new AccountId(1);

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    @BeforeEach
    void somebody_has_an_account_and_the_machine_has_openssl() {
        assumeThat(Path.of("/usr/bin/openssl")).exists();
        account = people.citizen("郑书", people.freshCitizenNumber(), "quiet river 27");
    }

    private void openssl(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("/usr/bin/openssl"));
        command.addAll(List.of(arguments));
        var run = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }

    /** A key made by openssl, and a certificate of this node over it for the account; both lie in the folder. */
    private IssueOutcome.Issued issue(Suite suite, String reference) throws Exception {
        openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + suite.curve, "-out", "key.pem");
        var request = new ArrayList<>(
                List.of("req", "-new", "-key", "key.pem", suite.hash, "-subj", "/CN=x", "-out", "request.pem"));
        request.addAll(suite.options);
        openssl(request.toArray(String[]::new));
        var issued = (IssueOutcome.Issued) certificates.issue(new CertificateRequest(
                new CertificateHolder(CertificateKind.PERSON, reference, "郑书"),
                Files.readString(folder.resolve("request.pem"))));
        Files.writeString(
                folder.resolve("certificate.pem"), issued.certificate().pem());
        return issued;
    }

    private SeenPage answered(Visitor visitor, Suite suite, String chain) throws Exception {
        var page = visitor.open("/sign-in/certificate?next=/account/sessions");
        var download = page.html().select("a[download]").attr("href").replaceFirst(".*base64,", "");
        Files.write(
                folder.resolve("challenge.txt"), java.util.Base64.getDecoder().decode(download));
        var sign = new ArrayList<>(List.of("dgst", suite.hash, "-sign", "key.pem", "-out", "signature"));
        sign.addAll(suite.options);
        sign.add("challenge.txt");
        openssl(sign.toArray(String[]::new));
        openssl("base64", "-in", "signature", "-out", "signature.txt");
        return page.form("登录")
                .fill("certificate", chain)
                .fill("signature", Files.readString(folder.resolve("signature.txt")))
                .submit();
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void opens_the_account_by_the_command_line_of_the_page(Suite suite) throws Exception {
        var issued = issue(suite, CertificateSignIn.reference(account));

        var inside = answered(Visitor.at(port), suite, issued.chainPem());

        assertThat(inside.path()).isEqualTo("/account/sessions");
        assertThat(inside.text()).contains("用数字证书登录");
    }

    @Test
    void opens_the_account_in_chromium_without_sending_the_key() throws Exception {
        issue(Suite.ECDSA, CertificateSignIn.reference(account));
        try (var window = Window.open(browser, port, true).at("/sign-in").at("/sign-in/certificate")) {
            window.field("证书文件").setInputFiles(folder.resolve("certificate.pem"));
            window.field("私钥文件").setInputFiles(folder.resolve("key.pem"));
            var sent = window.page()
                    .waitForRequest(request -> request.method().equals("POST"), () -> window.press("签名并登录"));
            window.page().waitForURL(address -> !address.contains("sign-in"));

            assertThat(sent.postData()).contains("CERTIFICATE").doesNotContain("PRIVATE");
            assertThat(window.at("/account").main().textContent()).contains("郑书");
        }
    }

    @Test
    void a_key_that_cannot_be_read_is_said_so() throws Exception {
        issue(Suite.SM2, CertificateSignIn.reference(account));
        try (var window = Window.open(browser, port, true).at("/sign-in/certificate")) {
            window.field("证书文件").setInputFiles(folder.resolve("certificate.pem"));
            window.field("私钥文件").setInputFiles(folder.resolve("key.pem"));
            window.press("签名并登录");
            window.main().locator("[data-note]:not([hidden])").waitFor();

            assertThat(window.main().locator("[data-note]").textContent()).contains("P-256");
        }
    }

    @Test
    void a_replayed_answer_a_revoked_certificate_and_a_stranger_are_refused() throws Exception {
        var issued = issue(Suite.ECDSA, CertificateSignIn.reference(account));
        var visitor = Visitor.at(port);
        answered(visitor, Suite.ECDSA, issued.chainPem());
        var old = Files.readString(folder.resolve("signature.txt"));
        var replayed = Visitor.at(port)
                .open("/sign-in/certificate")
                .form("登录")
                .fill("certificate", issued.chainPem())
                .fill("signature", old)
                .submit();
        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.errorAt("signature")).isNotEmpty();

        certificates.revoke(issued.certificate().serial(), RevocationReason.KEY_COMPROMISED, "私钥丢了");
        assertThat(answered(Visitor.at(port), Suite.ECDSA, issued.chainPem()).errorAt("signature"))
                .contains("吊销");

        var nobody = issue(Suite.ECDSA, "account:999999999");
        assertThat(answered(Visitor.at(port), Suite.ECDSA, nobody.chainPem()).errorAt("signature"))
                .contains("不是这里的账号");
    }
}
