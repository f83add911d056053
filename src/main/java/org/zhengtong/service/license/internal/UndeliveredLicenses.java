package org.zhengtong.service.license.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.casework.LicenseAwaited;

/** Tries again what failed, such as a full disk while a sheet was being stored. */
@Component
class UndeliveredLicenses implements RecurringJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final IncompleteEventPublications publications;
    private final Clock clock;

    UndeliveredLicenses(IncompleteEventPublications publications, Clock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "license.undelivered";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(PAUSE);
    }

    @Override
    public JobNote run() {
        var before = clock.instant().minus(PATIENCE);
        var tried = new AtomicInteger();
        publications.resubmitIncompletePublications(publication -> publication.getEvent() instanceof LicenseAwaited
                && publication.getPublicationDate().isBefore(before)
                && tried.incrementAndGet() > 0);
        return JobNote.of("license.undelivered.note", tried.get());
    }
}
