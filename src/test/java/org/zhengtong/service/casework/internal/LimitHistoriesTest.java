package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.workdays.CalendarChanged;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.CalendarEditOutcome.Changed;
import org.zhengtong.base.workdays.CalendarEditing;
import org.zhengtong.base.workdays.CalendarMark;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseLimits.End;
import org.zhengtong.service.casework.CaseLimits.Start;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.SpecialProcedure.Kind;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Random histories of special procedures and extensions in three lanes, against a model that walks day by day. */
@PlatformTest
class LimitHistoriesTest {

    private static final int HISTORIES = 25;
    private static final int MOVES = 14;
    private static final String REASON = "情形复杂，须另行查明事实和证据";
    private static final List<String> STEPS = List.of("market-regulation", "taxation", "human-resources");

    @Autowired
    ApplicationContext platform;

    @Autowired
    CaseLimits limits;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void days_come_out_as_a_simple_model_counts_them() {
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var random = new Random(seed);
            new History(seed, random, LocalDate.of(2026, 3, 2).plusDays(random.nextInt(200))).run();
        }
    }

    /** The calendar takes a day out while one lane stands still: the others are counted anew, it is when it goes on. */
    @Test
    void a_change_of_the_calendar_finds_stopped_and_extended_clocks() {
        var history = new History(0, new Random(0), LocalDate.of(2026, 9, 1));
        history.startOrEnd("taxation");
        history.extend("market-regulation");
        var day = LocalDate.of(2026, 9, 4);
        var editing = platform.getBean(CalendarEditing.class);
        var keeper = new Actor(Actor.Kind.STAFF, "1", "HE_PING");
        var edit = (Changed) editing.mark(new CalendarMark(day, day, CalendarDayKind.OFF, "停电", "全市停电"), keeper);
        try {
            recount(day);
            history.check("after the change");
            history.day(LocalDate.of(2026, 9, 7));
            history.startOrEnd("taxation");
            history.check("after the end");
        } finally {
            editing.undo(edit.editId(), keeper);
        }
    }

    /** The platform does so by itself, at its own time. */
    private void recount(LocalDate day) {
        var recount = new CalendarRecount(
                platform.getBean(ClockSearch.class),
                platform.getBean(RecountStore.class),
                platform.getBean(CaseClock.class),
                platform.getBean(AuditLog.class));
        new TransactionTemplate(platform.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> recount.on(new CalendarChanged(List.of(day))));
    }

    /** One case, what was done to it, and what the model makes of it. */
    private final class History {

        private final Random random;
        private final long seed;
        private final Map<String, LocalDate> running = new HashMap<>();
        private final Map<String, Set<LocalDate>> stopped = new HashMap<>();
        private final Map<String, Integer> longer = new HashMap<>();
        private final CaseworkFixtures fixtures = CaseworkFixtures.of(platform);
        private final LocalDate accepted;
        private final CaseNumber number;
        private LocalDate today;

        History(long seed, Random random, LocalDate on) {
            this.random = random;
            this.seed = seed;
            accepted = on;
            today = on;
            clock.set(on + "T10:00");
            number = fixtures.accepted();
            STEPS.forEach(step -> stopped.put(step, new HashSet<>()));
            check("accepted");
        }

        void run() {
            for (var move = 0; move < MOVES; move++) {
                day(today.plusDays(random.nextInt(4)));
                var step = STEPS.get(random.nextInt(3));
                switch (random.nextInt(8)) {
                    case 0 -> extend("market-regulation");
                    case 1 -> extend("");
                    default -> startOrEnd(step);
                }
                check("seed " + seed + ", move " + move);
            }
        }

        void day(LocalDate on) {
            today = on;
            clock.set(on + "T10:00");
        }

        void startOrEnd(String step) {
            var by = examiner(step);
            var since = running.remove(step);
            if (since == null) {
                running.put(step, today);
                assertThat(limits.start(task(step), new Start(Kind.TESTING, REASON, today), by))
                        .isInstanceOf(CaseOutcome.Done.class);
            } else {
                since.datesUntil(today).forEach(stopped.get(step)::add);
                assertThat(limits.end(task(step), new End("查明了", ""), by)).isInstanceOf(CaseOutcome.Done.class);
            }
        }

        private CurrentUser examiner(String step) {
            return switch (step) {
                case "taxation" -> fixtures.liWenOfTaxation();
                case "human-resources" -> fixtures.chenLiOfHumanResources();
                default -> fixtures.liuSiyuanOfMarketRegulation();
            };
        }

        private TaskId task(String step) {
            var serial = jdbc.sql("select serial from casework.task where case_id = :id and step = :step")
                    .param("id", CaseKey.of(number))
                    .param("step", step)
                    .query(Integer.class)
                    .single();
            return new TaskId(number, serial);
        }

        /** Once, and not after the last day: the rest of it is refused. */
        void extend(String step) {
            var joint = step.isEmpty();
            var statutory = due(step, joint ? 45 : 3, true);
            var asked = limits.ask(task("market-regulation"), joint, REASON, fixtures.liuSiyuanOfMarketRegulation());
            if (longer.containsKey(step)) {
                assertThat(asked).isInstanceOf(CaseOutcome.ExtensionOnce.class);
            } else if (statutory != null && today.isAfter(statutory)) {
                assertThat(asked).isInstanceOf(CaseOutcome.LimitMissed.class);
            } else {
                assertThat(asked).isInstanceOf(CaseOutcome.Done.class);
                var serial = longer.size() + 1;
                assertThat(limits.approve(number, serial, fixtures.staff("jn-0203")))
                        .isInstanceOf(CaseOutcome.Done.class);
                longer.put(step, joint ? 15 : 3);
            }
        }

        void check(String when) {
            check(when, "", due("", 3, true), due("", 45, true));
            check(when, "market-regulation", due("market-regulation", 3, true), due("market-regulation", 3, true));
            check(when, "taxation", due("taxation", 1, true), null);
            check(when, "human-resources", due("human-resources", 3, true), due("human-resources", 15, false));
        }

        private void check(String when, String step, @Nullable LocalDate committed, @Nullable LocalDate statutory) {
            var nearer =
                    committed == null || (statutory != null && statutory.isBefore(committed)) ? statutory : committed;
            var row = jdbc.sql("""
                select k.committed_due_on, k.statutory_due_on, k.due_on, k.state, t.due_on as task_due_on,
                    t.sort_on as task_sort_on, t.state as task_state
                from casework.clock k
                left join casework.task t on t.case_id = k.case_id and t.step = k.step
                where k.case_id = :id and k.step = :step
                """)
                    .param("id", CaseKey.of(number))
                    .param("step", step)
                    .query()
                    .singleRow();
            var told = when + " of " + number + " " + step + " accepted on " + accepted + ", today " + today;
            assertThat(day(row, "committed_due_on")).as(told).isEqualTo(committed);
            assertThat(day(row, "statutory_due_on")).as(told).isEqualTo(statutory);
            assertThat(day(row, "due_on")).as(told).isEqualTo(nearer);
            assertThat(row.get("state")).as(told).isEqualTo(nearer == null ? "STOPPED" : "RUNNING");
            if (!step.isEmpty()) {
                assertThat(day(row, "task_due_on")).as(told).isEqualTo(nearer);
                assertThat(day(row, "task_sort_on")).as(told).isEqualTo(nearer == null ? TaskRow.NEVER : nearer);
                assertThat(row.get("task_state")).as(told).isEqualTo(running.containsKey(step) ? "WAITING" : "OPEN");
            }
        }

        private static @Nullable LocalDate day(Map<String, @Nullable Object> row, String column) {
            return row.get(column) == null ? null : LocalDate.parse(String.valueOf(row.get(column)));
        }

        /** Day by day: a stopped one does not count, an open stop has no end. */
        private @Nullable LocalDate due(String step, int amount, boolean workingDays) {
            var left = amount + longer.getOrDefault(step, 0);
            var day = accepted;
            while (left > 0 || still(step, day) || !calendar.isWorkingDay(day)) {
                day = day.plusDays(1);
                if (endless(step, day)) {
                    return null;
                }
                if (!still(step, day) && (!workingDays || calendar.isWorkingDay(day))) {
                    left--;
                }
            }
            return day;
        }

        private boolean still(String step, LocalDate day) {
            return day.isAfter(accepted)
                    && stopped.entrySet().stream()
                            .anyMatch(lane -> (step.isEmpty() || step.equals(lane.getKey()))
                                    && lane.getValue().contains(day));
        }

        private boolean endless(String step, LocalDate day) {
            return running.entrySet().stream()
                    .anyMatch(lane -> (step.isEmpty() || step.equals(lane.getKey())) && !day.isBefore(lane.getValue()));
        }
    }
}
