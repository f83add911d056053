package org.zhengtong.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/**
 * A real server of OpenSearch in a process of its own. Maven brings its class path; where the tests are run without Maven,
 * {@code ./mvnw process-test-resources} writes it once.
 */
public final class OpenSearchServer implements AutoCloseable {
    private static final Path CLASS_PATH = Path.of("target", "opensearch.class.path");
    private static final Path SOURCES = Path.of("src", "test", "opensearch", "org", "zhengtong", "opensearch");
    private static final int START_SECONDS = 120;

    private final Path folder;
    private Process process;
    private int port;

    private OpenSearchServer(Path folder) throws IOException {
        this.folder = folder;
        this.process = begin(0);
    }

    /** Starts one with an empty data folder, and waits until it answers. */
    public static OpenSearchServer start() throws IOException {
        var server = new OpenSearchServer(
                Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "opensearch-"));
        server.awaitPort();
        return server;
    }

    /** Starts it again on its data and its port. */
    public void startAgain() throws IOException {
        process = begin(port);
        awaitPort();
    }

    /** Where it answers. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private Process begin(int at) throws IOException {
        var libraries = Files.readString(CLASS_PATH);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                compiled(libraries) + System.getProperty("path.separator") + libraries,
                "org.zhengtong.opensearch.OpenSearchProgram",
                folder.toAbsolutePath().toString(),
                String.valueOf(at));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.txt").toFile()))
                .start();
    }

    private Path compiled(String libraries) throws IOException {
        var classes = Files.createDirectories(folder.resolve("classes"));
        var arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", libraries));
        try (var sources = Files.list(SOURCES)) {
            sources.map(Path::toString).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The program around the server does not compile");
        }
        return classes.toAbsolutePath();
    }

    private void awaitPort() {
        port = CompletableFuture.supplyAsync(this::saidPort)
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private int saidPort() {
        return process.inputReader(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("HTTP "))
                .map(line -> Integer.parseInt(line.substring(5)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("OpenSearch did not start, see " + folder));
    }

    @Override
    public void close() {
        kill();
    }
}
