package org.zhengtong.base.database.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** Makes, starts and stops the server through PostgreSQL's own {@code initdb} and {@code pg_ctl}. */
public final class EmbeddedServer implements PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    static final String OWNER = "zhengtong";
    private static final long MEBIBYTE = 1024L * 1024;
    private static final int ATTEMPTS = 3;

    private final DataFolder folder;
    private final Path programs;
    private final int port;
    private final String password;

    private EmbeddedServer(DataFolder folder, Path programs, int port, String password) {
        this.folder = folder;
        this.programs = programs;
        this.port = port;
        this.password = password;
    }

    /** Starts the server below {@code home}; {@code durable} waits for the disk at every commit. */
    public static PostgresServer start(Path home, boolean durable) {
        try {
            var folder = DataFolder.take(home);
            try {
                return start(folder, durable);
            } catch (IOException | StartupFailure e) {
                folder.release();
                throw e;
            }
        } catch (IOException e) {
            throw new StartupFailure(
                    "database.folder_unusable", e, home.toAbsolutePath(), String.valueOf(e.getMessage()));
        }
    }

    private static PostgresServer start(DataFolder folder, boolean durable) throws IOException {
        var made = folder.made();
        var programs = PostgresBinaries.unpack(folder.home());
        if (!made) {
            make(folder, programs);
        }
        folder.clearLeftovers();
        for (int attempt = 1; ; attempt++) {
            var port = freePort();
            settings(folder, port, durable);
            var answer = run(List.of(
                    program(programs, "pg_ctl"),
                    "start",
                    "-w",
                    "-t",
                    "60",
                    "-s",
                    "-D",
                    folder.data().toString(),
                    "-l",
                    folder.log().toString()));
            if (answer.done()) {
                return new EmbeddedServer(
                        folder,
                        programs,
                        port,
                        Files.readString(folder.passwordFile()).strip());
            }
            if (attempt == ATTEMPTS) {
                throw new StartupFailure("database.not_started", null, folder.data(), folder.log(), lastWords(folder));
            }
        }
    }

    private static void make(DataFolder folder, Path programs) throws IOException {
        var half = folder.home().resolve("data.half").toAbsolutePath();
        deleteTree(half);
        writePrivately(folder.passwordFile(), HexFormat.of().formatHex(SecureRandom.getSeed(24)));
        var answer = run(List.of(
                program(programs, "initdb"),
                "-D",
                half.toString(),
                "-U",
                OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                folder.passwordFile().toString(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        if (!answer.done()) {
            throw new StartupFailure("database.not_made", null, folder.data(), answer.text());
        }
        Files.writeString(
                half.resolve("postgresql.conf"),
                "\ninclude = 'zhengtong.conf'\n",
                java.nio.file.StandardOpenOption.APPEND);
        Files.move(half, folder.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void settings(DataFolder folder, int port, boolean durable) throws IOException {
        var memory = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        var buffers = Math.clamp(memory / 16 / MEBIBYTE, 64, 1024);
        Files.writeString(folder.data().resolve("zhengtong.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                shared_buffers = %dMB
                effective_cache_size = %dMB
                max_wal_size = 2GB
                jit = off
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                timezone = 'Asia/Shanghai'
                log_timezone = 'Asia/Shanghai'
                log_line_prefix = '%%m [%%p] '
                """.formatted(
                        port, buffers, buffers * 3, onOff(durable), onOff(durable), onOff(durable)));
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text + "\n");
    }

    private static String program(Path programs, String name) {
        return programs.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    private record Answer(boolean done, String text) {}

    private static Answer run(List<String> command) throws IOException {
        var output = Files.createTempFile("zhengtong-postgres", ".log");
        try {
            var process = new ProcessBuilder(asOrdinaryUser(command))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(120, TimeUnit.SECONDS);
            return new Answer(
                    ended && process.exitValue() == 0, Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace takes root's rights away without needing another account. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!Files.exists(Path.of("/usr/bin/unshare"))) {
            throw new StartupFailure("database.root_without_unshare", null);
        }
        var prefixed = new ArrayList<>(List.of("/usr/bin/unshare", "-U"));
        prefixed.addAll(command);
        return prefixed;
    }

    private static String lastWords(DataFolder folder) throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        var lines = Files.readAllLines(folder.log());
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toArray(Path[]::new)) {
                Files.delete(path);
            }
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String username() {
        return OWNER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            var command = Arrays.asList(
                    program(programs, "pg_ctl"),
                    "stop",
                    "-w",
                    "-s",
                    "-m",
                    "fast",
                    "-D",
                    folder.data().toString());
            if (!run(command).done()) {
                LOG.warn("The database server did not stop; the next start will stop it");
            }
        } catch (IOException e) {
            LOG.warn("The database server was not stopped; the next start will stop it", e);
        } finally {
            folder.release();
        }
    }
}
