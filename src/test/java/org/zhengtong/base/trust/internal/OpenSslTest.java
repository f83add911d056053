package org.zhengtong.base.trust.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.trust.Certificate;
import org.zhengtong.base.trust.CertificateHolder;
import org.zhengtong.base.trust.CertificateKind;
import org.zhengtong.base.trust.CertificateRequest;
import org.zhengtong.base.trust.IssueOutcome.Issued;
import org.zhengtong.base.trust.RevocationReason;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.base.trust.internal.authority.CertificateAuthority;
import org.zhengtong.base.trust.internal.authority.KeyCabinet;
import org.zhengtong.base.trust.internal.authority.Keys;
import org.zhengtong.base.trust.internal.register.PublishedServices;
import org.zhengtong.base.trust.internal.register.RegisteredCertificates;
import org.zhengtong.testing.RoomDatabase;

/** What this authority publishes is checked by the openssl command, which knows nothing of this program. */
class OpenSslTest {

    // openssl judges by the clock of the machine
    private final Clock clock = Clock.systemUTC();
    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("trust"));

    @TempDir
    private Path folder;

    private KeyCabinet cabinet;

    @BeforeEach
    void openssl_is_installed() throws Exception {
        cabinet = TrustFixtures.cabinet(folder, TrustSuite.ECDSA, clock);
        assumeTrue(runs("openssl", "version"), "The openssl command is not installed: nothing was checked with it");
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void openssl_follows_the_chain_and_reads_the_revocation_lists() throws Exception {
        var good = issue("account:1", TrustSuite.ECDSA);
        var bad = issue("account:2", TrustSuite.ECDSA);
        certificates().revoke(bad.serial(), RevocationReason.KEY_COMPROMISED, "私钥泄露");
        write(TrustSuite.ECDSA);

        assertThat(verify(good, "-crl_check_all", "-CRLfile", "crls.pem")).endsWith("OK");
        assertThat(verify(bad, "-crl_check_all", "-CRLfile", "crls.pem")).contains("certificate revoked");
    }

    /** OpenSSL 3.0 takes the SM2 identifier for one signature a command, and for certificates only; so each link by itself. */
    @Test
    void openssl_follows_each_link_of_a_chain_of_sm2() throws Exception {
        var certificate = issue("account:1", TrustSuite.SM2);
        write(TrustSuite.SM2);

        assertThat(run(linkOfSm2("issuing.pem", file(certificate)))).endsWith("OK");
        assertThat(run(linkOfSm2("root.pem", "issuing.pem"))).endsWith("OK");
        assertThat(run(linkOfSm2("root.pem", file(certificate)))).doesNotEndWith("OK");
        var list = (X509CRL) CertificateFactory.getInstance("X.509", CertificateAuthority.PROVIDER)
                .generateCRL(Files.newInputStream(folder.resolve("issuing.crl")));
        list.verify(cabinet.issuing(TrustSuite.SM2).certificate().getPublicKey(), CertificateAuthority.PROVIDER);
    }

    private static List<String> linkOfSm2(String issuer, String certificate) {
        return List.of(
                "openssl",
                "verify",
                "-vfyopt",
                "distid:1234567812345678",
                "-partial_chain",
                "-trusted",
                issuer,
                certificate);
    }

    private String verify(Certificate certificate, String... how) throws Exception {
        var command = List.of(
                "openssl",
                "verify",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuing.pem",
                "-x509_strict",
                "-purpose",
                "sslclient");
        return run(Stream.of(command.stream(), Stream.of(how), Stream.of(file(certificate)))
                .flatMap(part -> part)
                .toList());
    }

    @Test
    void a_hold_enters_the_list_and_leaves_it_again() throws Exception {
        var certificate = issue("account:1", TrustSuite.ECDSA);

        certificates().suspend(certificate.serial(), "丢失");
        write(TrustSuite.ECDSA);
        assertThat(run(List.of("openssl", "crl", "-in", "issuing.crl", "-inform", "DER", "-noout", "-text")))
                .containsIgnoringCase(certificate.serial().value())
                .contains("Certificate Hold");
        certificates().restore(certificate.serial(), "找到");
        write(TrustSuite.ECDSA);
        assertThat(run(List.of("openssl", "crl", "-in", "issuing.crl", "-inform", "DER", "-noout", "-text")))
                .contains("No Revoked Certificates")
                .doesNotContain("Certificate Hold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha1", "sha256"})
    void openssl_believes_the_status_answers(String hash) throws Exception {
        var good = issue("account:1", TrustSuite.ECDSA);
        var bad = issue("account:2", TrustSuite.ECDSA);
        certificates().revoke(bad.serial(), RevocationReason.CEASED, "注销");
        write(TrustSuite.ECDSA);

        assertThat(status(file(good), "issuing.pem", hash))
                .contains("Response verify OK")
                .contains(": good");
        assertThat(status(file(bad), "issuing.pem", hash))
                .contains("Response verify OK")
                .contains(": revoked")
                .contains("cessationOfOperation");
        assertThat(status("issuing.pem", "root.pem", hash))
                .contains("Response verify OK")
                .contains(": good");
    }

    private String status(String certificate, String issuer, String hash) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answer = services().statusAnswer(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/ocsp-response");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            return run(List.of(
                    "openssl",
                    "ocsp",
                    "-" + hash,
                    "-issuer",
                    issuer,
                    "-cert",
                    certificate,
                    "-url",
                    address,
                    "-CAfile",
                    "root.pem",
                    "-verify_other",
                    "issuing.pem"));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void openssl_verifies_a_time_stamp(String hash) throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "今天收到的申请");
        Files.writeString(folder.resolve("other.txt"), "另一份");
        write(TrustSuite.ECDSA);
        run(List.of("openssl", "ts", "-query", "-data", "letter.txt", "-" + hash, "-cert", "-out", "request"));

        Files.write(folder.resolve("stamp"), services().timeStamp(Files.readAllBytes(folder.resolve("request"))));

        assertThat(run(verifyStamp("-queryfile", "request"))).contains("Verification: OK");
        assertThat(run(verifyStamp("-data", "letter.txt"))).contains("Verification: OK");
        assertThat(run(verifyStamp("-data", "other.txt"))).contains("FAILED");
    }

    private static List<String> verifyStamp(String what, String file) {
        return List.of(
                "openssl",
                "ts",
                "-verify",
                what,
                file,
                "-in",
                "stamp",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuing.pem");
    }

    @Test
    void openssl_makes_a_request_and_reads_the_addresses_in_the_certificate() throws Exception {
        run(List.of(
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "key.pem",
                "-subj",
                "/CN=anything",
                "-out",
                "request.pem"));
        var holder = new CertificateHolder(CertificateKind.ORGANIZATION, "org:5", "济南泉汐信息科技有限公司");

        var issued = (Issued)
                certificates().issue(new CertificateRequest(holder, Files.readString(folder.resolve("request.pem"))));

        assertThat(run(List.of("openssl", "x509", "-in", file(issued.certificate()), "-noout", "-text")))
                .contains("OCSP - URI:http://localhost:8080/trust/ocsp")
                .contains("CA Issuers - URI:http://localhost:8080/trust/authorities/issuing-ecdsa.cer")
                .contains("URI:http://localhost:8080/trust/revocations/issuing-ecdsa.crl")
                .contains("TLS Web Client Authentication");
    }

    private void write(TrustSuite suite) throws Exception {
        Files.writeString(
                folder.resolve("root.pem"), Keys.pem(cabinet.root(suite).certificate()));
        Files.writeString(
                folder.resolve("issuing.pem"), Keys.pem(cabinet.issuing(suite).certificate()));
        var lists = new StringBuilder();
        for (var kind : List.of("root", "issuing")) {
            var list = services().revocationList(KeyCabinet.alias(kind, suite)).orElseThrow();
            Files.write(folder.resolve(kind + ".crl"), list);
            lists.append(Keys.pem(list).replace("CERTIFICATE", "X509 CRL"));
        }
        Files.writeString(folder.resolve("crls.pem"), lists);
    }

    private String file(Certificate certificate) throws IOException {
        var name = certificate.serial().value() + ".pem";
        Files.writeString(folder.resolve(name), certificate.pem());
        return name;
    }

    private String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }

    private Certificate issue(String reference, TrustSuite suite) {
        var holder = new CertificateHolder(CertificateKind.PERSON, reference, "王海燕");
        var request = TrustFixtures.request(TrustFixtures.newKey(suite), suite);
        return ((Issued) certificates().issue(new CertificateRequest(holder, request))).certificate();
    }

    private RegisteredCertificates certificates() {
        return TrustFixtures.certificates(jdbc, cabinet, event -> {}, clock);
    }

    private PublishedServices services() {
        return TrustFixtures.services(jdbc, cabinet, clock);
    }
}
