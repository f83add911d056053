package org.zhengtong.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program started as its own process, stopped gracefully at the end. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final double secondsToFirstPage;

    private Program(Process process, int port, double secondsToFirstPage) {
        this.process = process;
        this.port = port;
        this.secondsToFirstPage = secondsToFirstPage;
    }

    /** Starts {@code jar} and waits for the first good answer of {@code path}. */
    static Program start(Path jar, String path, List<String> jvm, List<String> arguments) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(System.getProperty("bench.java", "java")));
        command.addAll(jvm);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", jar.toString(), "--server.port=" + port));
        command.addAll(arguments);
        var log = Files.createTempFile("bench-", ".log");
        var begun = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new IOException("ended before its first page: " + Files.readString(log));
            }
            if (answers(port, path)) {
                return new Program(process, port, (System.nanoTime() - begun) / 1e9);
            }
            pause(10);
        }
        process.destroyForcibly();
        throw new IOException("no page within " + PATIENCE + ": " + Files.readString(log));
    }

    private static boolean answers(int port, String path) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return head.startsWith("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    double secondsToFirstPage() {
        return secondsToFirstPage;
    }

    /** Memory that is really in use, in MB (resident set of the Java process). */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
