package org.zhengtong.app.operating.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.app.operating.HealthLine;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.AuditQuery;
import org.zhengtong.base.backup.DailyBackups;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Gateways;
import org.zhengtong.base.trust.CertificateQuery;
import org.zhengtong.base.trust.Certificates;

/** What the node does on its own: jobs, log, messages, certificates, backups. */
@Component
class WorkHealth {

    private static final Duration LOG_BEHIND = Duration.ofMinutes(1);
    private static final Duration JOB_LATE = Duration.ofMinutes(10);
    private static final Duration BACKUP_OLD = Duration.ofHours(26);
    private static final Duration BACKUP_TOO_OLD = Duration.ofDays(3);
    private static final int MOST = 100;

    private final AuditProofs audit;
    private final Jobs jobs;
    private final Gateways gateways;
    private final Certificates certificates;
    private final DailyBackups backups;
    private final Clock clock;

    WorkHealth(
            AuditProofs audit,
            Jobs jobs,
            Gateways gateways,
            Certificates certificates,
            DailyBackups backups,
            Clock clock) {
        this.audit = audit;
        this.jobs = jobs;
        this.gateways = gateways;
        this.certificates = certificates;
        this.backups = backups;
        this.clock = clock;
    }

    List<HealthLine> look() {
        var lines = new ArrayList<>(List.of(backup(), recurring(), works(), log()));
        lines.addAll(messages());
        lines.add(expiring());
        return lines;
    }

    private HealthLine backup() {
        if (backups.folder().isEmpty()) {
            return HealthLine.care("backup", "no_folder");
        }
        var kept = backups.kept();
        if (kept.isEmpty()) {
            return HealthLine.bad("backup", "none", backups.folder().get().toString())
                    .at("/staff/jobs/schedules/backup.daily");
        }
        var newest = kept.getFirst();
        var age = Duration.between(newest.at(), clock.instant());
        var file = newest.file().toString();
        if (age.compareTo(BACKUP_OLD) <= 0) {
            return HealthLine.good("backup", "good", age.toHours(), file, kept.size());
        }
        var line = age.compareTo(BACKUP_TOO_OLD) <= 0
                ? HealthLine.care("backup", "old", age.toHours(), file)
                : HealthLine.bad("backup", "old", age.toHours(), file);
        return line.at("/staff/jobs/schedules/backup.daily");
    }

    private HealthLine recurring() {
        var all = jobs.recurring();
        var latest = clock.instant().minus(JOB_LATE);
        var late = all.stream()
                .filter(job -> !job.paused() && !job.running())
                .filter(job -> {
                    var next = job.nextAt();
                    return next != null && next.isBefore(latest);
                })
                .count();
        var failing = all.stream()
                .filter(job -> {
                    var last = job.last();
                    return last != null && last.failed();
                })
                .count();
        if (late > 0) {
            return HealthLine.bad("recurring", "late", late).at("/staff/jobs/schedules");
        }
        if (failing > 0) {
            return HealthLine.care("recurring", "failing", failing).at("/staff/jobs/schedules");
        }
        return HealthLine.good("recurring", "good", all.size());
    }

    private HealthLine works() {
        var failed = jobs.counts().getOrDefault(WorkState.FAILED, 0L);
        return failed > 0
                ? HealthLine.care("works", "failed", failed).at("/staff/jobs?state=FAILED")
                : HealthLine.good("works", "good");
    }

    /** The newest entry must be covered by a signed head soon. */
    private HealthLine log() {
        var newest = audit.search(new AuditQuery(null, null, null, null, null, null, null, 1));
        if (newest.isEmpty()) {
            return HealthLine.good("log", "empty");
        }
        var since = audit.latestHead().map(head -> head.at()).orElse(java.time.Instant.EPOCH);
        var at = newest.getFirst().at();
        var waiting = Duration.between(at, clock.instant());
        if (since.isBefore(at) && waiting.compareTo(LOG_BEHIND) > 0) {
            return HealthLine.bad("log", "behind", waiting.toMinutes());
        }
        return HealthLine.good("log", "good");
    }

    private List<HealthLine> messages() {
        return gateways.list().stream()
                .filter(gateway -> gateway.configured() || gateway.channel() == Channel.MAIL)
                .map(WorkHealth::message)
                .toList();
    }

    private static HealthLine message(Gateways.Gateway gateway) {
        var part = "message." + gateway.channel();
        if (!gateway.configured()) {
            return new HealthLine(part, HealthLine.Level.CARE, "not_configured", List.of(), "/staff/deliveries");
        }
        return gateway.lastFailure() == null
                ? HealthLine.good(part, "good")
                : HealthLine.care(part, "failed", Objects.requireNonNull(gateway.lastFailure()))
                        .at("/staff/deliveries");
    }

    private HealthLine expiring() {
        var expiring = count(CertificateQuery.Standing.EXPIRING);
        return expiring > 0
                ? HealthLine.care("certificates", "expiring", expiring, Certificates.WARNING.toDays())
                : HealthLine.good("certificates", "good", Certificates.WARNING.toDays());
    }

    private int count(CertificateQuery.Standing standing) {
        return certificates
                .search(new CertificateQuery(null, null, standing, null, MOST))
                .size();
    }
}
