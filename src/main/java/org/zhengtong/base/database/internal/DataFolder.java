package org.zhengtong.base.database.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.base.database.StartupFailure;

/** The folder of one embedded server: one live program at a time, and no trace of a killed one. */
final class DataFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String VERSION = "18";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path home;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path home, FileChannel lockFile, FileLock lock) {
        this.home = home;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Takes the folder for this program; the lock goes with the program, however it ends. */
    static DataFolder take(Path home) throws IOException {
        Files.createDirectories(home);
        var file = FileChannel.open(home.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = lock(file);
        if (lock == null) {
            file.close();
            throw new StartupFailure("database.folder_in_use", null, home.toAbsolutePath());
        }
        return new DataFolder(home, file, lock);
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException held) {
            LOG.debug("held by this very program", held);
            return null;
        }
    }

    Path home() {
        return home;
    }

    Path data() {
        return home.resolve("data").toAbsolutePath();
    }

    Path log() {
        return home.resolve("server.log").toAbsolutePath();
    }

    Path passwordFile() {
        return home.resolve("password").toAbsolutePath();
    }

    /** Whether a database has been made here; a folder without its version file is damaged. */
    boolean made() throws IOException {
        if (!Files.exists(data())) {
            return false;
        }
        var versionFile = data().resolve("PG_VERSION");
        if (!Files.isRegularFile(versionFile)) {
            throw new StartupFailure("database.folder_damaged", null, data(), log());
        }
        var version = Files.readString(versionFile).strip();
        if (!VERSION.equals(version)) {
            throw new StartupFailure("database.folder_of_other_version", null, data(), version, VERSION);
        }
        return true;
    }

    /**
     * Stops a server that outlived its program, and removes the pid file of one that did not.
     *
     * <p>PostgreSQL guards a folder against a second server by that file; so it may go only when no process of the first one
     * is left, not even those of a server whose own first process was killed and that are about to notice it.
     */
    void clearLeftovers() throws IOException {
        var pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var server = processOf(pidFile);
        if (server.isPresent()) {
            LOG.info(
                    "Stopping the database server {} that outlived its program",
                    server.get().pid());
            stop(server.get());
        }
        for (var orphan : ProcessHandle.allProcesses().filter(this::runsHere).toList()) {
            awaitEnd(orphan);
        }
        Files.deleteIfExists(pidFile);
    }

    /** The live server named by the pid file; a foreign process that has got the same number does not count. */
    private Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::isServer);
    }

    private boolean isServer(ProcessHandle process) {
        return Files.exists(cwd(process))
                ? runsHere(process)
                : process.info().command().orElse("").contains("postgres");
    }

    /** Whether a process of PostgreSQL works in the data folder, as all of a server's do; only Linux tells. */
    private boolean runsHere(ProcessHandle process) {
        try {
            return process.info().command().orElse("postgres").contains("postgres")
                    && Files.exists(cwd(process))
                    && cwd(process).toRealPath().equals(data().toRealPath());
        } catch (IOException e) {
            LOG.debug("ended meanwhile, or not readable and so not ours: {}", process.pid(), e);
            return false;
        }
    }

    private static Path cwd(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()), "cwd");
    }

    private void stop(ProcessHandle server) throws IOException {
        if (Files.exists(Path.of("/bin/kill"))) {
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(server.pid())).start();
        } else {
            server.destroy();
        }
        awaitEnd(server);
    }

    private void awaitEnd(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StartupFailure("database.leftover_server", e, server.pid(), data());
        }
    }

    void release() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("Lock of {} not released", home, e);
        }
    }
}
