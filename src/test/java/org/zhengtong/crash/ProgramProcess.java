package org.zhengtong.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program in a process of its own, with the Java and the classes of this test. */
final class ProgramProcess implements AutoCloseable {

    private final Process process;
    private final LinkedBlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Path errors;
    private final Thread reader;

    private ProgramProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    /** Starts a main class. */
    static ProgramProcess start(Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        var errors = Files.createTempFile(Files.createDirectories(Path.of("target", "platforms")), "errors-", ".txt");
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        return new ProgramProcess(process, errors);
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                unread.add(line);
            }
        } catch (IOException e) {
            unread.add("(output ended: " + e.getMessage() + ")");
        }
    }

    /** Waits for a line; empty when the program ends before saying it. */
    Optional<String> await(Predicate<String> wanted, int seconds) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            var line = unread.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && wanted.test(line)) {
                return Optional.of(line);
            }
            if (line == null && !process.isAlive() && !reader.isAlive() && unread.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Says a line to the program. */
    void tell(String line) throws IOException {
        process.outputWriter(java.nio.charset.StandardCharsets.UTF_8)
                .append(line)
                .append('\n')
                .flush();
    }

    long pid() {
        return process.pid();
    }

    /** What stands on the error output. */
    List<String> errors() throws IOException {
        return Files.readAllLines(errors);
    }

    /** Everything said so far. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** SIGKILL: no shutdown hook, no clean-up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        reader.join(5_000);
    }

    /** Waits for the program's own end; its exit code. */
    int awaitEnd(int seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running: " + said);
        }
        reader.join(5_000);
        return process.exitValue();
    }

    /** The database server's first process below a data folder. */
    static Optional<ProcessHandle> postmaster(Path dataFolder) {
        var file = dataFolder.resolve("postgres/data/postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the program, and the server it may have left. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
