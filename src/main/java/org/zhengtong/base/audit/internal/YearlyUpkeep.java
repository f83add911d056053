package org.zhengtong.base.audit.internal;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditSettings;
import org.zhengtong.base.audit.LogUpkeep;

@Service
@EnableConfigurationProperties(AuditSettings.class)
class YearlyUpkeep implements LogUpkeep {

    static final String DISCARD = "audit.discard_year";
    private static final int YEARS_AHEAD = 5;

    private final YearStore years;
    private final Sequencing sequencing;
    private final AuditLog log;
    private final AuditSettings settings;
    private final Clock clock;

    YearlyUpkeep(YearStore years, Sequencing sequencing, AuditLog log, AuditSettings settings, Clock clock) {
        this.years = years;
        this.sequencing = sequencing;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int addYears() {
        var latest = years.years().getLast();
        var wanted = LocalDate.now(clock).getYear() + YEARS_AHEAD;
        for (var year = latest + 1; year <= wanted; year++) {
            years.add(year);
        }
        return Math.max(0, wanted - latest);
    }

    @Override
    @Transactional
    public long discardEnded() {
        if (settings.keepYears() < 1) {
            return 0;
        }
        var kept = LocalDate.now(clock).getYear() - settings.keepYears();
        // what waits for its place in the tree gets it first: without its leaf nothing would be left of it
        sequencing.catchUp();
        var discarded = 0L;
        for (var year : years.years()) {
            if (year < kept) {
                var entries = years.discard(year, clock.instant());
                log.record(AuditAction.of(Actor.system("audit"), DISCARD, "log", String.valueOf(year))
                        .with("entries", entries));
                discarded += entries;
            }
        }
        return discarded;
    }
}
