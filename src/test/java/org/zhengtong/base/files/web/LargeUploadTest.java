package org.zhengtong.base.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.PlatformTest;

/** An upload of 200 MB is answered with a page that says what to do, and nothing of it reaches the disk. */
@PlatformTest
class LargeUploadTest {
    private static final long ANNOUNCED = 200L * 1024 * 1024;

    private final int port;
    private final Path incoming;

    @Autowired
    LargeUploadTest(@LocalServerPort int port, @Value("${zhengtong.data-dir}") Path data) {
        this.port = port;
        this.incoming = data.resolve("files").resolve("incoming");
    }

    private long waiting() throws IOException {
        try (var parts = Files.list(incoming)) {
            return parts.count();
        }
    }

    private static byte[] head(String length) {
        return ("POST /items HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void answers_with_a_friendly_page_even_while_the_browser_is_still_sending() throws IOException {
        var before = waiting();
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(head("Content-Length: " + ANNOUNCED));
            var piece = new byte[1024 * 1024];
            for (long sent = 0; sent < ANNOUNCED; sent += piece.length) {
                out.write(piece);
            }
            out.flush();

            assertThat(answer(socket.getInputStream()))
                    .startsWith("HTTP/1.1 413")
                    .contains("60 MB");
        }
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void wants_to_know_the_length_first() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(head("Transfer-Encoding: chunked"));
            socket.getOutputStream().write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(answer(socket.getInputStream())).startsWith("HTTP/1.1 411");
        }
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
