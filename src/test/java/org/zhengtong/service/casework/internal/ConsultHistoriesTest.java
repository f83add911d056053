package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Random histories twice: with questions asked, answered and taken back in between, and without; all else comes out equal. */
@PlatformTest
class ConsultHistoriesTest {

    private static final int HISTORIES = 40;
    private static final int MOVES = 12;
    private static final String QUESTION = "该住所是否有未了结的事项，请函复";
    private static final List<String> STEPS = List.of("market-regulation", "taxation", "human-resources");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseConsultations consultations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void questions_change_nothing_but_themselves() {
        var asked = 0;
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var with = new History(seed, true);
            assertThat(with.run()).as("seed " + seed).isEqualTo(new History(seed, false).run());
            asked += with.questions().size();
        }
        assertThat(asked).isGreaterThan(HISTORIES);
    }

    private final class History {

        private final CaseworkFixtures fixtures = CaseworkFixtures.of(platform);
        private final Random moves;
        private final Random others;
        private final boolean withQuestions;
        private final CaseNumber number;
        private LocalDate today = LocalDate.of(2026, 3, 2);

        History(long seed, boolean withQuestions) {
            this.moves = new Random(seed);
            this.others = new Random(seed + 1_000);
            this.withQuestions = withQuestions;
            clock.set(today + "T10:00");
            number = fixtures.accepted();
        }

        /** What the case looks like after each move. */
        List<String> run() {
            var seen = new ArrayList<String>();
            for (var move = 0; move < MOVES; move++) {
                if (withQuestions) {
                    question();
                }
                today = today.plusDays(moves.nextInt(8) == 0 ? 1 : 0);
                clock.set(today + "T10:00");
                move(STEPS.get(moves.nextInt(3)), moves.nextInt(16));
                seen.add(state());
            }
            return seen;
        }

        private void move(String step, int kind) {
            var task = latest(step);
            var by = examiner(step);
            switch (kind) {
                case 0 -> cases.withdraw(number, "不办了", fixtures.wangHaiyan());
                case 1 -> cases.decide(task, new Decision.Denied("不符", "不符合法定条件，理由另附书面说明", "可以申请行政复议或者提起行政诉讼"), by);
                case 2, 3, 4 -> cases.recall(task, by);
                case 5, 6, 7 -> cases.decide(task, new Decision.Granted("好"), by);
                case 8, 9 -> cases.claim(task, by);
                case 10, 11 -> cases.release(task, by);
                default -> clock.set(today + "T10:05");
            }
        }

        private void question() {
            var known = questions();
            switch (others.nextInt(3)) {
                case 0 -> {
                    var from = STEPS.get(others.nextInt(3));
                    var to = new DepartmentId("370100." + STEPS.get(others.nextInt(3)));
                    consultations.ask(
                            latest(from), new CaseConsultations.Ask(List.of(to), QUESTION, today), examiner(from));
                }
                case 1 -> {
                    if (!known.isEmpty()) {
                        var one = known.get(others.nextInt(known.size()));
                        var step = String.valueOf(one.get("department")).substring("370100.".length());
                        consultations.answer(
                                new TaskId(number, ((Number) one.get("task_serial")).intValue()),
                                new CaseConsultations.Answer(Opinion.Stance.DISAGREE, "不同意，理由另附书面说明"),
                                examiner(step));
                    }
                }
                default -> {
                    if (!known.isEmpty()) {
                        var one = known.get(others.nextInt(known.size()));
                        var step = String.valueOf(one.get("asking")).substring("370100.".length());
                        consultations.takeBack(number, ((Number) one.get("serial")).intValue(), examiner(step));
                    }
                }
            }
        }

        List<Map<String, @Nullable Object>> questions() {
            return jdbc.sql("select serial, task_serial, asking, department from casework.opinion where case_id = :id")
                    .param("id", CaseKey.of(number))
                    .query()
                    .listOfRows();
        }

        /** Everything of the case but its questions, and but the serials that they take up. */
        private String state() {
            return jdbc.sql("""
                select concat_ws(' ', c.state, c.granted, c.in_time, c.working_days, c.decided_on, c.limits_moved,
                    (select string_agg(concat_ws(',', t.step, t.state, t.department, t.holder_name, t.due_on, t.done_on,
                        t.done_by_name, t.granted, t.in_time, t.recalled), ';' order by t.serial)
                     from casework.task t where t.case_id = c.id and t.kind <> 'OPINION'),
                    (select string_agg(concat_ws(',', k.step, k.state, k.due_on, k.ended_on), ';' order by k.step)
                     from casework.clock k where k.case_id = c.id))
                from casework.case_file c where c.id = :id
                """)
                    .param("id", CaseKey.of(number))
                    .query(String.class)
                    .single();
        }

        private TaskId latest(String step) {
            var serial = jdbc.sql("select max(serial) from casework.task where case_id = :id and step = :step")
                    .param("id", CaseKey.of(number))
                    .param("step", step)
                    .query(Integer.class)
                    .single();
            return new TaskId(number, serial);
        }

        private CurrentUser examiner(String step) {
            return switch (step) {
                case "taxation" -> fixtures.liWenOfTaxation();
                case "human-resources" -> fixtures.chenLiOfHumanResources();
                default -> fixtures.liuSiyuanOfMarketRegulation();
            };
        }
    }
}
