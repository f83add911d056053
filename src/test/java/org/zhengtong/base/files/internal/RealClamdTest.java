package org.zhengtong.base.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real clamd finds its test virus; where clamd is not installed this says so and leaves it at that. */
class RealClamdTest {
    /** The test file that every scanner knows, in two halves so that none of them eats this file. */
    private static final String TEST_VIRUS =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    private static Path folder;

    private static Process process;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        var clamd = Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(clamd.isPresent(), "clamd is not installed (apt-get install clamav-daemon), so it was not tried");
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        // one signature made by hand: the official ones are 300 MB from the net
        Files.writeString(
                folder.resolve("test.ndb"),
                "Test.Virus:0:*:" + HexFormat.of().formatHex(TEST_VIRUS.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                StreamMaxLength 100M
                """.formatted(port, folder));
        process = new ProcessBuilder(clamd.get().toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        for (var turn = 0; turn < 150 && process.isAlive() && !answers(); turn++) {
            Thread.sleep(200);
        }
        assertThat(answers()).as(Files.readString(folder.resolve("clamd.log"))).isTrue();
    }

    private static boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).startsWith("PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterAll
    static void end() {
        Optional.ofNullable(process).ifPresent(Process::destroy);
    }

    private static Clamd.Verdict scan(String address, String content) throws IOException {
        var file = Files.writeString(folder.resolve("file.pdf"), content);
        return new Clamd(new FilesSettings(address, null, null)).scan(file);
    }

    @Test
    void finds_the_test_virus_inside_a_pdf() throws IOException {
        assertThat(scan("127.0.0.1:" + port, "%PDF-1.7\n" + TEST_VIRUS + "\n%%EOF\n"))
                .isEqualTo(Clamd.Verdict.INFECTED);
    }

    @Test
    void calls_a_harmless_file_clean() throws IOException {
        assertThat(scan("127.0.0.1:" + port, "%PDF-1.7\nnothing here\n%%EOF\n")).isEqualTo(Clamd.Verdict.CLEAN);
    }

    @Test
    void leaves_a_file_unchecked_without_a_scanner_or_with_one_that_is_away() throws IOException {
        assertThat(scan(null, "%PDF-1.7\n")).isEqualTo(Clamd.Verdict.UNKNOWN);
        assertThat(scan("127.0.0.1:1", "%PDF-1.7\n")).isEqualTo(Clamd.Verdict.UNKNOWN);
        assertThat(scan("nonsense", "%PDF-1.7\n")).isEqualTo(Clamd.Verdict.UNKNOWN);
    }
}
