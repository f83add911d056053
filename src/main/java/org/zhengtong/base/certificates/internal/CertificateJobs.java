package org.zhengtong.base.certificates.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.trust.CertificateChallenges;
import org.zhengtong.base.trust.Certificates;

/** Each morning: warns of certificates that end soon and forgets old challenges. */
@Component
class CertificateJobs implements RecurringJob {

    private final Certificates certificates;
    private final CertificateChallenges challenges;

    CertificateJobs(Certificates certificates, CertificateChallenges challenges) {
        this.certificates = certificates;
        this.challenges = challenges;
    }

    @Override
    public String name() {
        return "certificates.watch";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(6, 40));
    }

    @Override
    public JobNote run() {
        var forgotten = challenges.forgetOld();
        return JobNote.of("certificates.watch.done", certificates.warnOfExpiry(), forgotten);
    }
}
