package org.zhengtong.app.node.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Each night, content that no draft and no case uses any more is deleted. */
@Component
class UnusedFilesJob implements RecurringJob {

    private static final Duration GRACE = Duration.ofDays(2);

    private final FileStorage files;

    UnusedFilesJob(FileStorage files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "node.remove_unused_files";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(3, 10));
    }

    @Override
    public JobNote run() {
        return JobNote.of("node.remove_unused_files.note", files.removeUnused(GRACE));
    }
}
