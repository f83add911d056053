package org.zhengtong.base.files.internal.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.internal.FilesSettings;
import org.zhengtong.base.trust.SignaturePlace;

/**
 * Hands files that strangers made to a process of its own, started at the first need and ended after a quiet minute. What
 * a file does to a parser (endless loops, gigabytes) ends that process and nothing else.
 */
@Component
public class GuardedWork implements DisposableBean {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int BYTES_OF_A_PICTURE = 4 * 1024 * 1024;

    private final Path folder;
    private final FilesSettings.Guard settings;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable GuardedProcess process;
    private long tasks;

    GuardedWork(@Value("${zhengtong.data-dir:var}") Path data, FilesSettings settings) {
        this.folder = data.toAbsolutePath().resolve("files").resolve("guard");
        this.settings = settings.guard();
    }

    /** A task as it goes over the pipe; {@code most} is its own measure: characters, or pixels of a side. */
    record Task(String kind, Path file, String mediaType, int most, int mostBytes) {}

    /** The words of a file, at most so many characters. */
    public GuardedOutcome text(Path file, String mediaType, int most) {
        return run(new Task(GuardedProgram.TEXT, file, mediaType, most, 4 * most + 16));
    }

    /** A JPEG of a picture or a PDF's first page that fits into a square. */
    public GuardedOutcome thumbnail(Path file, String mediaType, int side) {
        return run(new Task(GuardedProgram.THUMBNAIL, file, mediaType, side, BYTES_OF_A_PICTURE));
    }

    /** Where the signatures of a PDF stand, one a line. */
    public GuardedOutcome signatures(Path file) {
        return run(new Task(GuardedProgram.SIGNATURES, file, "application/pdf", SignaturePlace.MOST, 16 * 1024));
    }

    private GuardedOutcome run(Task task) {
        turn.lock();
        try {
            var outcome = running().run(task, settings.limit());
            tasks++;
            endWhenQuiet(tasks);
            return outcome;
        } finally {
            turn.unlock();
        }
    }

    private GuardedProcess running() {
        var present = process;
        if (present != null && present.isUsable()) {
            return present;
        }
        try {
            var fresh = GuardedProcess.start(folder, settings.megabytes());
            process = fresh;
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endWhenQuiet(long seen) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(QUIET);
                endUnlessUsedSince(seen);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void endUnlessUsedSince(long seen) {
        turn.lock();
        try {
            if (tasks == seen) {
                destroy();
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void destroy() {
        var present = process;
        process = null;
        if (present != null) {
            present.close();
        }
    }
}
