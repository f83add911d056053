package org.zhengtong.base.files.internal.guard;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One running guarded process: one task at a time, killed when a task takes too long or answers too much. */
final class GuardedProcess implements AutoCloseable {
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final Process process;
    private final DataOutputStream tasks;
    private final DataInputStream answers;
    private volatile boolean closed;

    private GuardedProcess(Process process) {
        this.process = process;
        this.tasks = new DataOutputStream(process.getOutputStream());
        this.answers = new DataInputStream(process.getInputStream());
    }

    static GuardedProcess start(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        var builder = new ProcessBuilder(command(folder, megabytes)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "SYSTEMROOT"));
        return new GuardedProcess(builder.start());
    }

    private static List<String> command(Path folder, int megabytes) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "--enable-native-access=ALL-UNNAMED"));
        var main = GuardedProgram.class.getName();
        var packed = String.valueOf(GuardedProgram.class.getResource("GuardedProgram.class"))
                .startsWith("jar:nested:");
        if (packed) {
            // inside the one runnable jar only its own launcher finds the libraries
            command.add("-Dloader.main=" + main);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), packed ? LAUNCHER : main));
        return command;
    }

    /** Does one task; after a failure that killed the process {@link #isUsable()} says no. */
    GuardedOutcome run(GuardedWork.Task task, Duration limit) {
        var done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> killAfter(limit, done));
        try {
            tasks.writeUTF(task.kind());
            tasks.writeUTF(task.file().toString());
            tasks.writeUTF(task.mediaType());
            tasks.writeInt(task.most());
            tasks.flush();
            return answer(task.mostBytes());
        } catch (IOException ended) {
            close();
            return new GuardedOutcome.Failed("out of time or memory");
        } finally {
            done.countDown();
        }
    }

    private GuardedOutcome answer(int most) throws IOException {
        var worked = answers.readBoolean();
        var length = answers.readInt();
        if (length < 0 || length > most) {
            close();
            return new GuardedOutcome.Failed("answers too much");
        }
        var content = answers.readNBytes(length);
        if (content.length < length) {
            throw new IOException("The answer was cut");
        }
        return worked
                ? new GuardedOutcome.Done(content)
                : new GuardedOutcome.Failed(new String(content, StandardCharsets.UTF_8));
    }

    private void killAfter(Duration limit, CountDownLatch done) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    boolean isUsable() {
        return !closed && process.isAlive();
    }

    @Override
    public void close() {
        closed = true;
        process.destroyForcibly();
    }
}
