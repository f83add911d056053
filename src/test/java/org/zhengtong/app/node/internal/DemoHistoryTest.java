package org.zhengtong.app.node.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseImport;
import org.zhengtong.service.casework.CaseStatistics;
import org.zhengtong.service.casework.PastCase;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** The made-up cases of a new demonstration; nothing of them stays in the shared database. */
@PlatformTest
class DemoHistoryTest {

    @Autowired
    DemoHistory history;

    @Autowired
    Packs packs;

    @Autowired
    CaseImport imports;

    @Autowired
    CaseStatistics statistics;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    Clock platformClock;

    @Autowired
    Procedures procedures;

    @Autowired
    Divisions divisions;

    @Autowired
    StaffDirectory staff;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    AuditProofs audit;

    @BeforeEach
    void afternoon() {
        clock.set("2026-03-05T15:40");
    }

    @Test
    void is_the_same_every_time_and_ends_now() {
        var cases = history.make(packs.open("shandong"));

        assertThat(cases).hasSizeBetween(1_300, 1_800).isEqualTo(history.make(packs.open("shandong")));
        assertThat(cases)
                .allSatisfy(past -> assertThat(past.deeds().getLast().at()).isBeforeOrEqualTo(clock.instant()));
        assertThat(cases.stream().collect(Collectors.groupingBy(PastCase::jurisdiction)))
                .hasSize(16)
                .allSatisfy((city, ofCity) -> assertThat(ofCity).hasSizeGreaterThan(20));
    }

    @Test
    void shows_cases_of_every_kind_on_the_figures_of_today() {
        var cases = history.make(packs.open("shandong"));

        transaction.executeWithoutResult(rolledBack -> {
            var before = statistics.today(null);
            var outcome = imports.take("demo", cases, Actor.system("test"));
            var after = statistics.today(null);
            rolledBack.setRollbackOnly();

            assertThat(outcome).isInstanceOf(CaseImport.Outcome.Imported.class);
            assertThat(Map.of(
                            "filed", after.filed() - before.filed(),
                            "decided", after.decided() - before.decided(),
                            "open", after.open() - before.open(),
                            "due soon", after.dueSoon() - before.dueSoon(),
                            "overdue", after.overdue() - before.overdue()))
                    .allSatisfy(
                            (what, count) -> assertThat(count).describedAs(what).isPositive());
        });
    }

    @Test
    void is_filled_in_at_the_start_after_a_kill_between_import_and_filling_and_only_once() {
        var pack = packs.open("shandong");
        var started =
                new DemoHistory(imports, procedures, divisions, staff, calendar, withoutFiledCases(), platformClock);

        transaction.executeWithoutResult(rolledBack -> {
            var before = statistics.today(null).open();
            started.fillOnce(pack);
            var filled = statistics.today(null).open();
            started.fillOnce(pack);
            var again = statistics.today(null).open();
            rolledBack.setRollbackOnly();

            assertThat(filled - before).isPositive();
            assertThat(again).isEqualTo(filled);
        });
    }

    /** The log as it is, but for the cases that other tests filed. */
    private AuditProofs withoutFiledCases() {
        return (AuditProofs) Proxy.newProxyInstance(
                AuditProofs.class.getClassLoader(),
                new Class<?>[] {AuditProofs.class},
                (self, method, arguments) ->
                        method.getName().equals("search") ? List.of() : method.invoke(audit, arguments));
    }

    @Test
    void needs_the_files_of_the_pack() {
        assertThat(history.make(PackReader.ofTexts("empty", Map.of()))).isEmpty();
    }
}
