package org.zhengtong.base.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.StoreOutcome.Stored;
import org.zhengtong.base.files.UploadId;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** A file may come in pieces over connections that break; it arrives whole, once, or not at all. */
@PlatformTest
class ResumableUploadTest {
    private static final byte[] PAPER = ("%PDF-1.7\n1 0 obj << >> endobj\n" + "x".repeat(5_000)
                    + "\ntrailer << >>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final ResumableUploads uploads;
    private final FileStorage files;
    private final SettableClock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookies = "";
    private String token = "";

    @Autowired
    ResumableUploadTest(@LocalServerPort int port, ResumableUploads uploads, FileStorage files, SettableClock clock) {
        this.port = port;
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
    }

    @BeforeEach
    void signIn() {
        signIn("王海燕");
    }

    private void signIn(String name) {
        var visitor = Visitor.at(port).signedInAs(name);
        token = visitor.open("/").html().select("input[name=_csrf]").attr("value");
        cookies = visitor.cookieHeader();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies)
                .header("X-XSRF-TOKEN", token)
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> begin(String name, String length) {
        var metadata = "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))
                + ",filetype YXBwbGljYXRpb24vcGRm";
        return send(request("/uploads")
                .header("Upload-Length", length)
                .header("Upload-Metadata", metadata)
                .POST(BodyPublishers.noBody()));
    }

    private String begun(String name) {
        var made = begin(name, String.valueOf(PAPER.length));
        assertThat(made.statusCode()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> piece(String upload, int from, int to, Map<String, String> more) {
        var request = request(upload)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(from));
        more.forEach(request::header);
        return send(request.method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(PAPER, from, to))));
    }

    private String offset(String upload) {
        return send(request(upload).method("HEAD", BodyPublishers.noBody()))
                .headers()
                .firstValue("Upload-Offset")
                .orElse("none");
    }

    private static UploadId id(String upload) {
        return new UploadId(UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1)));
    }

    private static String sum(byte[] content) throws Exception {
        return "sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void arrives_whole_in_three_pieces() throws Exception {
        var upload = begun("章程.pdf");

        assertThat(piece(upload, 0, 2_000, Map.of("Upload-Checksum", sum(Arrays.copyOfRange(PAPER, 0, 2_000))))
                        .statusCode())
                .isEqualTo(204);
        assertThat(offset(upload)).isEqualTo("2000");
        piece(upload, 2_000, 4_000, Map.of());
        piece(upload, 4_000, PAPER.length, Map.of());

        assertThat(stored(upload)).isEqualTo(PAPER);
    }

    private byte[] stored(String upload) throws IOException {
        var owner = new FileOwner("test", UUID.randomUUID().toString());
        var uploader = uploaderOf(upload);
        var complete = uploads.complete(id(upload), uploader, owner).orElseThrow();
        var outcome = files.store(complete, FileRules.PAPERS);
        assertThat(outcome).isInstanceOf(Stored.class);
        uploads.discard(id(upload), uploader);
        return files.content(((Stored) outcome).file()).getContentAsByteArray();
    }

    private String uploaderOf(String upload) {
        for (var account = 1; account < 200; account++) {
            if (uploads.find(id(upload), String.valueOf(account)).isPresent()) {
                return String.valueOf(account);
            }
        }
        throw new AssertionError("Nobody uploads " + upload);
    }

    @Test
    void goes_on_where_a_cut_connection_stopped() throws Exception {
        var upload = begun("租赁合同.pdf");
        piece(upload, 0, 1_000, Map.of());
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("PATCH " + upload + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookies
                                    + "\r\nX-XSRF-TOKEN: " + token
                                    + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 1000\r\n"
                                    + "Content-Length: 3000\r\n\r\n" + "x".repeat(700))
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.setSoLinger(true, 0);
        }

        assertThat(offset(upload)).isEqualTo("1000");
        piece(upload, 1_000, PAPER.length, Map.of());
        assertThat(stored(upload)).isEqualTo(PAPER);
    }

    @Test
    void refuses_a_piece_for_another_place_and_says_which_is_next() {
        var upload = begun("a.pdf");
        piece(upload, 0, 100, Map.of());

        var wrong = piece(upload, 50, 150, Map.of());

        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(wrong.headers().firstValue("Upload-Offset")).contains("100");
    }

    @Test
    void refuses_a_piece_that_changed_on_the_way() throws Exception {
        var upload = begun("a.pdf");

        var changed = piece(upload, 0, 100, Map.of("Upload-Checksum", sum(new byte[] {1})));
        var unreadable = piece(upload, 0, 100, Map.of("Upload-Checksum", "sha256 !!!"));

        assertThat(changed.statusCode()).isEqualTo(460);
        assertThat(unreadable.statusCode()).isEqualTo(460);
        assertThat(offset(upload)).isEqualTo("0");
    }

    @Test
    void takes_each_piece_once_when_two_connections_send_it_together() throws Exception {
        var upload = begun("a.pdf");
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> sending =
                    () -> piece(upload, 0, PAPER.length, Map.of()).statusCode();
            var answers = both.invokeAll(java.util.List.of(sending, sending)).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(204, 409);
        }
        assertThat(stored(upload)).isEqualTo(PAPER);
    }

    @Test
    void belongs_to_its_uploader_alone() {
        var upload = begun("a.pdf");
        signIn("济南泉汐信息科技有限公司");

        assertThat(offset(upload)).isEqualTo("none");
        assertThat(piece(upload, 0, 10, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void refuses_what_no_client_sends() {
        var upload = begun("a.pdf");

        assertThat(begin("a.pdf", "0").statusCode()).isEqualTo(400);
        assertThat(begin("a.pdf", "-1").statusCode()).isEqualTo(400);
        assertThat(begin("a.pdf", "99999999999999999999").statusCode()).isEqualTo(400);
        assertThat(begin("a.pdf", String.valueOf(61L * 1024 * 1024)).statusCode())
                .isEqualTo(413);
        assertThat(piece(upload, 0, 100, Map.of("Upload-Offset", "5")).statusCode())
                .isBetween(400, 409);
        assertThat(send(request("/uploads/nobody").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takes_hostile_names_without_their_teeth() {
        var upload = begun("../../etc/\u0000passwd\u202Efdp.exe");

        assertThat(uploads.find(id(upload), uploaderOf(upload)).orElseThrow().name())
                .isEqualTo("passwdfdp.exe");
        assertThat(begin("名".repeat(1_500), "10").statusCode()).isEqualTo(201);
    }

    @Test
    void forgets_what_nobody_continued_for_a_day() {
        var upload = begun("a.pdf");
        var uploader = uploaderOf(upload);

        clock.advance(Duration.ofHours(25));
        uploads.removeAbandoned();

        assertThat(uploads.find(id(upload), uploader)).isEmpty();
    }

    @Test
    void stops_at_twenty_open_ones() {
        signIn("济南泉汐信息科技有限公司");
        var answers = java.util.stream.IntStream.range(0, 21)
                .mapToObj(each -> begin("a.pdf", "10"))
                .toList();

        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        answers.stream()
                .flatMap(made -> made.headers().firstValue("Location").stream())
                .forEach(upload -> send(request(upload).DELETE()));
    }
}
