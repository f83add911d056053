package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.internal.guard.GuardedOutcome;
import org.zhengtong.base.files.internal.guard.GuardedWork;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Reads the words of files that people handed in, so that those who may read a file also find it. */
@Component
class TextReadingJob implements RecurringJob {
    /** About two hundred pages; what comes later in a file is not found by its words. */
    static final int MOST_CHARACTERS = 200_000;

    private static final int BATCH = 50;

    private final FileTextStore texts;
    private final Contents contents;
    private final GuardedWork guarded;
    private final Clock clock;

    TextReadingJob(FileTextStore texts, Contents contents, GuardedWork guarded, Clock clock) {
        this.texts = texts;
        this.contents = contents;
        this.guarded = guarded;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files.read_texts";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofSeconds(20));
    }

    @Override
    public JobNote run() {
        var wanted = texts.wanted(BATCH);
        var failed = wanted.stream().filter(each -> !read(each)).count();
        return JobNote.of("files.read_texts.note", wanted.size(), failed);
    }

    private boolean read(FileTextStore.Wanted wanted) {
        try (var local = contents.local(wanted.digest())) {
            switch (guarded.text(local.path(), wanted.mediaType(), MOST_CHARACTERS)) {
                case GuardedOutcome.Done(var text) -> {
                    texts.keep(wanted.digest(), true, new String(text, StandardCharsets.UTF_8), clock.instant());
                    return true;
                }
                case GuardedOutcome.Failed _ -> {
                    texts.keep(wanted.digest(), false, "", clock.instant());
                    return false;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
