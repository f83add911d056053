package org.zhengtong.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * A real broker of Kafka in a process of its own, which is its own controller. Maven brings its class path; where the tests are run
 * without Maven, {@code ./mvnw process-test-resources} writes it once.
 */
public final class KafkaServer implements AutoCloseable {

    /** No longer message is taken. */
    public static final int LONGEST = 1_000_000;

    private static final Path CLASS_PATH = Path.of("target", "kafka.class.path");
    private static final String CLUSTER = "5L6g3nShT-eMCtK--X86sw";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private KafkaServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one with an empty folder, and waits until it answers. */
    public static KafkaServer start() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "kafka-");
        var server = new KafkaServer(folder, freePort());
        server.settings(freePort());
        var formatting = server.java(
                List.of("kafka.tools.StorageTool", "format", "-t", CLUSTER, "-c", server.file(), "--ignore-formatted"));
        if (formatting.waitFor() != 0) {
            throw new IllegalStateException("Kafka did not make its folder, see " + folder);
        }
        server.startAgain();
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String file() {
        return folder.resolve("server.properties").toAbsolutePath().toString();
    }

    private void settings(int controller) throws IOException {
        Files.writeString(Path.of(file()), """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@localhost:%2$d
            listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
            advertised.listeners=PLAINTEXT://localhost:%1$d
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            message.max.bytes=%4$d
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            group.initial.rebalance.delay.ms=0
            """.formatted(
                        port, controller, folder.resolve("log").toAbsolutePath(), LONGEST));
    }

    private Process java(List<String> what) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Files.readString(CLASS_PATH)));
        command.addAll(what);
        var output =
                ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** Starts it on its data and its port. */
    public void startAgain() throws IOException, InterruptedException {
        process = java(List.of("kafka.Kafka", file()));
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers",
                servers(),
                "default.api.timeout.ms",
                120_000,
                "metadata.recovery.strategy",
                "none",
                "reconnect.backoff.ms",
                200,
                "reconnect.backoff.max.ms",
                200))) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException silent) {
            throw new IllegalStateException("Kafka did not start, see " + folder, silent);
        }
    }

    /** Where it answers. */
    public String servers() {
        return "localhost:" + port;
    }

    /** SIGKILL. */
    public void kill() {
        var running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
