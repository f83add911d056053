package org.zhengtong.base.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.testing.GivenSettings;

/** Contents in a bucket of a real S3 server, and the signature as its makers published it. */
class S3ContentsTest {
    private static final byte[] PAPER = "%PDF-1.7 a paper".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path folder;

    private static LocalS3 server;
    private static S3Contents contents;
    private static ContentFolder incoming;
    private static FilesSettings.S3 settings;

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = LocalS3.builder().port(port).mode(LocalS3Mode.IN_MEMORY).build();
        server.start();
        var endpoint = URI.create("http://localhost:" + port);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint.resolve("/papers"))
                                .PUT(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding());
        settings = new FilesSettings.S3(endpoint, "papers", "us-east-1", "key", "secret", "zhengtong/");
        incoming = new ContentFolder(folder, new DiskSpace(new GivenSettings().with(UploadSettings.RESERVE, "0B")));
        contents = new S3Contents(settings, incoming.incoming(), Clock.systemUTC());
    }

    @AfterAll
    static void end() {
        server.shutdown();
    }

    private static ContentFolder.Arrived arrived(byte[] content) throws IOException {
        return incoming.receive(new ByteArrayInputStream(content), 1_000_000);
    }

    @Test
    void keeps_gives_back_and_removes() throws IOException {
        try (var paper = arrived(PAPER)) {
            assertThat(contents.holds(paper.digest())).isFalse();

            contents.place(paper);
            contents.place(paper);

            assertThat(contents.holds(paper.digest())).isTrue();
            var held = contents.open(paper.digest(), paper.size());
            assertThat(held.getContentAsByteArray()).isEqualTo(PAPER);
            assertThat(held.contentLength()).isEqualTo(PAPER.length);
            try (var local = contents.local(paper.digest())) {
                assertThat(Files.readAllBytes(local.path())).isEqualTo(PAPER);
            }
            contents.remove(paper.digest());
            assertThat(contents.holds(paper.digest())).isFalse();
            contents.remove(paper.digest());
        }
        try (var left = Files.list(incoming.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void says_which_store_failed_without_telling_the_secret() {
        var away = new S3Contents(
                new FilesSettings.S3(URI.create("http://localhost:1"), "papers", "x", "key", "topsecret", ""),
                folder,
                Clock.systemUTC());

        assertThatThrownBy(() -> away.holds("00")).isInstanceOf(UncheckedIOException.class);
        assertThat(settings.toString()).contains("papers").doesNotContain("secret");
    }

    @Test
    void signs_the_published_example_as_published() {
        var signature =
                new S3Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

        var headers = signature.headers(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Map.of("range", "bytes=0-9"),
                S3Signature.EMPTY_PAYLOAD,
                Instant.parse("2013-05-24T00:00:00Z"));

        assertThat(headers.get("authorization"))
                .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }
}
