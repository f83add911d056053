package org.zhengtong.base.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.trust.CertificateSerial;
import org.zhengtong.base.trust.Certificates;
import org.zhengtong.base.trust.SealPlace;
import org.zhengtong.base.trust.SealRequest;
import org.zhengtong.base.trust.Seals;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** The security administrator keeps certificates on the pages; programs fetch what is published. */
@PlatformTest
class CertificateKeepingTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Certificates certificates;

    @Autowired
    private Seals seals;

    @Autowired
    private AuditProofs log;

    @Autowired
    private SettableClock clock;

    @Test
    void a_certificate_is_issued_suspended_restored_and_revoked_each_with_an_entry_in_the_log() throws Exception {
        var qiu = Visitor.at(port).signedInAs("邱岚");

        var issued = issue(qiu, "jn-0101");
        assertThat(issued.text()).contains("证书已签发").contains("孙静").contains("有效");
        var serial = issued.path().replaceFirst(".*/([0-9a-f]+).*", "$1");
        var suspended = fill(issued, "暂停这张证书", "why", "钥匙丢了，正在找");
        assertThat(suspended.text()).contains("证书已暂停").contains("钥匙丢了，正在找");
        var restored = fill(suspended, "恢复这张证书", "why", "找到了");
        assertThat(restored.text()).contains("证书已恢复");
        var revoked = restored.form("吊销这张证书")
                .fill("reason", "KEY_COMPROMISED")
                .fill("why", "还是泄露了")
                .fill("sure", "yes")
                .submit();
        assertThat(revoked.text()).contains("证书已吊销").doesNotContain("恢复这张证书");

        assertThat(revocations().getRevokedCertificate(new CertificateSerial(serial).number()))
                .isNotNull();
        assertThat(log.entriesAbout("certificate", serial))
                .extracting(entry -> entry.action().event())
                .containsExactlyInAnyOrder(
                        "certificates.issue", "certificates.suspend", "certificates.restore", "certificates.revoke");
    }

    @Test
    void a_refused_form_comes_back_with_the_fault_beside_the_field() throws Exception {
        var qiu = Visitor.at(port).signedInAs("邱岚");

        var unknown = qiu.open("/staff/certificates/new")
                .form("签发")
                .fill("account", "999999999")
                .fill("request", "x")
                .submit();
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.errorAt("account")).contains("没有找到账号");
        assertThat(unknown.value("account")).isEqualTo("999999999");
        var unreadable = unknown.form("签发").fill("account", "jn-0101").submit();
        assertThat(unreadable.errorAt("request")).contains("读不出来");

        var certificate = issue(qiu, "jn-0102");
        var unsure = certificate
                .form("吊销这张证书")
                .fill("reason", "CEASED")
                .fill("why", "停用")
                .submit();
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.errorAt("sure")).contains("请先勾选");
        assertThat(fill(certificate, "暂停这张证书", "why", " ").errorAt("suspend-why"))
                .contains("请写理由");
    }

    @Test
    void a_certificate_is_renewed_found_and_exported() throws Exception {
        var qiu = Visitor.at(port).signedInAs("邱岚");
        var renewed = issue(qiu, "jn-0201").press("换发新证书");
        assertThat(renewed.text()).contains("新证书已签发").contains("接替的证书");

        var list = qiu.open("/staff/certificates?words=刘思远&kind=PERSON&standing=VALID");
        assertThat(list.text()).contains("刘思远");
        assertThat(list.html().select("tbody tr")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(new String(
                        qiu.open("/staff/certificates/list.csv?words=刘思远").bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("持有者编号")
                .contains("刘思远");
        assertThat(qiu.open("/staff/certificates?words=刘思远&kind=NODE").text()).contains("没有符合条件的证书");
        assertThat(new String(
                                qiu.open(renewed.path() + "/chain.pem").bytes(),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .split("BEGIN CERTIFICATE"))
                .hasSize(4);
    }

    @Test
    void who_lacks_the_right_sees_and_does_nothing() {
        var sun = Visitor.at(port).signedInAs("孙静");

        assertThat(sun.open("/staff/certificates").status()).isEqualTo(403);
        assertThat(sun.open("/staff/certificates/new").status()).isEqualTo(403);
        assertThat(Visitor.at(port)
                        .signedInAs("邱岚")
                        .open("/staff/certificates/abcd")
                        .status())
                .isEqualTo(404);
        assertThat(Visitor.at(port)
                        .signedInAs("邱岚")
                        .open("/staff/certificates/%3Cx%3E")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_holder_is_told_before_a_certificate_ends() throws Exception {
        var serial = issue(Visitor.at(port).signedInAs("邱岚"), "jn-0301").path().replaceFirst(".*/([0-9a-f]+).*", "$1");
        var certificate = certificates.find(new CertificateSerial(serial)).orElseThrow();
        clock.set(certificate.expiresAt().minus(Duration.ofDays(10)));

        assertThat(certificates.warnOfExpiry()).isPositive();

        var li = Visitor.at(port).signedInAs("李文");
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> li.open("/staff/messages").text().contains("您的数字证书快到期了"));
    }

    @Test
    void programs_ask_without_signing_in_and_bad_questions_get_proper_answers() throws Exception {
        var garbage = "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThat(new OCSPResp(post("/trust/ocsp", garbage).body()).getStatus())
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(new OCSPResp(post("/trust/ocsp", new byte[50_000]).body()).getStatus())
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(new OCSPResp(get("/trust/ocsp/" + Base64.getEncoder().encodeToString(garbage))
                                .body())
                        .getStatus())
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        assertThat(new OCSPResp(get("/trust/ocsp/!!!").body()).getStatus())
                .isEqualTo(OCSPRespBuilder.MALFORMED_REQUEST);
        var refused = post("/trust/time-stamps", garbage);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
        assertThat(new TimeStampResponse(refused.body()).getFailInfo()).isNotNull();
        assertThat(get("/trust/authorities/root-sm2.cer").statusCode()).isEqualTo(200);
        assertThat(get("/trust/authorities/nothing.cer").statusCode()).isEqualTo(404);
        assertThat(get("/trust/revocations/root-ecdsa.crl").headers().firstValue("Content-Type"))
                .contains("application/pkix-crl");
    }

    @Test
    void anybody_reads_in_words_what_the_signatures_in_a_file_say() {
        var visitor = Visitor.at(port);
        var sheet = org.zhengtong.base.print.Pdf.a4(java.util.Locale.SIMPLIFIED_CHINESE, "决定书")
                .title("决定书")
                .finish();
        var sealed = seals.seal(
                sheet.bytes(),
                new SealRequest("济南市市场监督管理局", "11370100509819318T", null, "试验", new SealPlace(1, 300, 300)));

        assertThat(upload(visitor, "sealed.pdf", sealed).text())
                .contains("签名有效，文件没有改动")
                .contains("济南市市场监督管理局")
                .contains("有时间戳证明")
                .contains("整个文件");
        assertThat(upload(visitor, "plain.pdf", sheet.bytes()).text()).contains("这个文件没有签名");
        assertThat(upload(visitor, "x.bin", new byte[] {1, 2, 3}).text()).contains("没有能认出的签名");
        var missing = visitor.open("/signed-files").press("核验");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.errorAt("file")).contains("请选择");
    }

    private static SeenPage upload(Visitor visitor, String name, byte[] file) {
        return visitor.open("/signed-files")
                .form("核验")
                .attach("file", name, "application/octet-stream", file)
                .submit();
    }

    private SeenPage issue(Visitor qiu, String staff) throws Exception {
        return qiu.open("/staff/certificates/new")
                .form("签发")
                .fill("account", staff)
                .fill("request", request())
                .submit();
    }

    private static SeenPage fill(SeenPage page, String button, String field, String value) {
        return page.form(button).fill(field, value).submit();
    }

    private static String request() throws GeneralSecurityException, OperatorCreationException, IOException {
        var provider = new BouncyCastleProvider();
        var generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var key = generator.generateKeyPair();
        var request = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(provider)
                        .build(key.getPrivate()));
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(request.getEncoded())
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    private X509CRLHolder revocations() throws IOException, InterruptedException {
        return new X509CRLHolder(get("/trust/revocations/issuing-ecdsa.crl").body());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path);
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.ofByteArray(body)), path);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    request.uri(URI.create("http://localhost:" + port + path)).build(), BodyHandlers.ofByteArray());
        }
    }
}
