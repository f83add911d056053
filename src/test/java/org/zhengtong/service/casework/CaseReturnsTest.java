package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseSteps.SendBack;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** 退回: a case goes back to an earlier step inside nested lanes, and lanes beside it stay as they are; on a real database. */
@PlatformTest
class CaseReturnsTest {

    private static final String REASON = "租赁合同缺了出租方的签章，请补齐";
    private static final Decision GRANTED = new Decision.Granted("好");
    private static final Decision DENIED = new Decision.Denied("不符", "不符合法定条件，理由另附书面说明", "可以申请行政复议或者提起行政诉讼");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseLimits limits;

    @Autowired
    CaseReading reading;

    @Autowired
    CaseCopies copies;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    CaseworkFixtures fixtures;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    private CaseNumber nested() {
        return NestedProcedures.accepted(platform, NestedProcedures.NESTED);
    }

    private CurrentUser doer(CaseNumber number, String step) {
        return switch (lane(number, step).department().value()) {
            case "370100.taxation" -> fixtures.liWenOfTaxation();
            case "370100.human-resources" -> fixtures.chenLiOfHumanResources();
            case "370100.service-hall" -> fixtures.sunJingAtTheWindow();
            default -> fixtures.liuSiyuanOfMarketRegulation();
        };
    }

    private CaseView view(CaseNumber number) {
        return reading.open(number, fixtures.liuSiyuanOfMarketRegulation());
    }

    private CaseView.Lane lane(CaseNumber number, String step) {
        return view(number).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private TaskId task(CaseNumber number, String step) {
        return java.util.Objects.requireNonNull(lane(number, step).task());
    }

    private CaseOutcome decide(CaseNumber number, String step, Decision decision) {
        return cases.decide(task(number, step), decision, doer(number, step));
    }

    private void grant(CaseNumber number, String... keys) {
        for (var step : keys) {
            assertThat(decide(number, step, GRANTED)).as(step).isInstanceOf(CaseOutcome.Done.class);
        }
    }

    private CaseOutcome back(CaseNumber number, String from, String to) {
        return steps.sendBack(task(number, from), new SendBack(to, REASON), doer(number, from));
    }

    private List<String> open(CaseNumber number) {
        return view(number).lanes().stream()
                .filter(lane -> lane.state() == TaskState.OPEN || lane.state() == TaskState.WAITING)
                .map(CaseView.Lane::step)
                .toList();
    }

    private List<String> done(CaseNumber number) {
        return view(number).lanes().stream()
                .filter(lane -> lane.state() == TaskState.DONE)
                .map(CaseView.Lane::step)
                .toList();
    }

    private LocalDate due(CaseNumber number, String step) {
        return java.util.Objects.requireNonNull(view(number).clocks().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow()
                .dueOn());
    }

    @Test
    void a_lane_goes_back_by_itself_and_the_lane_beside_it_keeps_its_decision_and_its_open_tasks() {
        var number = nested();
        grant(number, "look", "tax-check");
        var beside = lane(number, "insured");
        var joint = due(number, ClockView.JOINT);

        assertThat(back(number, "tax-decide", "tax-check")).isInstanceOf(CaseOutcome.Done.class);

        assertThat(open(number)).containsExactly("tax-check", "insured", "employed");
        assertThat(done(number)).containsExactly("look");
        assertThat(lane(number, "insured")).isEqualTo(beside);
        assertThat(lane(number, "tax-decide").state()).isNull();
        assertThat(due(number, ClockView.JOINT)).isEqualTo(joint);
        grant(number, "insured", "tax-check");
        assertThat(open(number)).containsExactly("tax-decide");

        assertThat(back(number, "tax-decide", "tax-check")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(done(number)).containsExactly("look", "insured");
        grant(number, "tax-check", "tax-decide", "decide");
        assertThat(view(number).file().state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void back_to_the_first_step_undoes_all_that_came_after_it() {
        var number = nested();
        grant(number, "look", "tax-check", "insured");

        assertThat(back(number, "tax-decide", "look")).isInstanceOf(CaseOutcome.Done.class);

        assertThat(open(number)).containsExactly("look");
        assertThat(done(number)).isEmpty();
        grant(number, "look");
        assertThat(open(number)).containsExactly("tax-check", "insured", "employed");
    }

    @Test
    void from_behind_the_lanes_one_of_them_is_done_again_and_what_the_join_needs_opens_with_it() {
        var number = nested();
        grant(number, "look", "tax-check", "tax-decide", "insured");
        assertThat(lane(number, "employed").state()).isEqualTo(TaskState.CANCELED);

        assertThat(back(number, "decide", "tax-decide")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open(number)).containsExactly("tax-decide");
        assertThat(done(number)).containsExactly("look", "tax-check", "insured");
        grant(number, "tax-decide");

        assertThat(back(number, "decide", "insured")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open(number)).containsExactly("insured", "employed");
        assertThat(decide(number, "insured", DENIED)).isInstanceOf(CaseOutcome.Done.class);
        grant(number, "employed", "decide");
        assertThat(view(number).file().state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void back_to_the_intake_the_window_looks_again_for_this_lane_only() {
        var number = fixtures.accepted();
        grant(number, "taxation");

        assertThat(back(number, "market-regulation", "intake")).isInstanceOf(CaseOutcome.Done.class);

        assertThat(open(number)).containsExactly(":recheck-1", "human-resources");
        assertThat(done(number)).containsExactly("taxation");
        assertThat(view(number).file().state()).isEqualTo(CaseState.ACCEPTED);
        var recheck = task(number, ":recheck-1");
        var row = inbox.require(recheck, fixtures.sunJingAtTheWindow());
        assertThat(row.kind()).isEqualTo(Block.StepKind.INTAKE);
        assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(cases.decide(recheck, DENIED, fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.ACCEPTED));
        assertThatThrownBy(() -> cases.decide(recheck, GRANTED, fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        grant(number, ":recheck-1");
        assertThat(open(number)).containsExactly("market-regulation", "human-resources");
        // a second time it goes to the same step
        var own = task(number, "market-regulation");
        assertThat(steps.movable(number, fixtures.liuSiyuanOfMarketRegulation()).stream()
                        .filter(one -> one.task().equals(own))
                        .flatMap(one -> one.places().stream()))
                .extracting(CaseSteps.Place::step)
                .containsExactly(":recheck-1");
        assertThat(back(number, "market-regulation", ":recheck-1")).isInstanceOf(CaseOutcome.Done.class);
        grant(number, ":recheck-1", "market-regulation", "human-resources");
        assertThat(view(number).file().state()).isEqualTo(CaseState.GRANTED);
        // neither the applicant nor another node hears of it, nor why
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.lanes()).extracting(CaseView.Lane::step).doesNotContain(":recheck-1");
        assertThat(mine.timeline()).extracting(CaseView.Happening::kind).contains(EventKind.STEP_RETURNED);
        assertThat(mine.toString()).doesNotContain(REASON);
        assertThat(copies.copy(number).toString()).contains("STEP_RETURNED").doesNotContain(REASON);
    }

    @Test
    void a_second_look_for_the_whole_case_replaces_the_one_for_a_lane() {
        var number = nested();
        grant(number, "look", "tax-check", "insured");
        assertThat(back(number, "tax-decide", "intake")).isInstanceOf(CaseOutcome.Done.class);
        // the first step leads to every lane: all of it is done again
        assertThat(open(number)).containsExactly(":recheck-1");
        grant(number, ":recheck-1", "look");
        assertThat(open(number)).containsExactly("tax-check", "insured", "employed");

        var lanes = """
            tree:
              sequence:
                - parallel:
                    join: all
                    lanes:
                      - step: {key: a, title: 甲, kind: examine, department: taxation, committed: 3 wd}
                      - step: {key: b, title: 乙, kind: examine, department: human-resources, committed: 3 wd}
                - step: {key: decide, title: 登记决定, kind: decide, department: market-regulation, lead: true, committed: 3 wd}
            """;
        var other = NestedProcedures.accepted(platform, lanes);
        assertThat(back(other, "a", "intake")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open(other)).containsExactly(":recheck-1", "b");
        grant(other, ":recheck-1", "a", "b");
        assertThat(back(other, "decide", "intake")).isInstanceOf(CaseOutcome.NoWayBack.class);
        assertThat(back(other, "decide", ":recheck-1")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open(other)).containsExactly(":recheck-1");
        assertThat(done(other)).containsExactly("b");
    }

    @Test
    void whoever_is_late_is_told_who_sent_it_back() {
        var number = nested();
        grant(number, "look", "tax-check");
        var late = task(number, "tax-decide");
        var beside = task(number, "insured");
        assertThat(back(number, "tax-decide", "look")).isInstanceOf(CaseOutcome.Done.class);

        assertThat(cases.decide(late, GRANTED, fixtures.liWenOfTaxation()))
                .isEqualTo(new CaseOutcome.SentBack("李文", clock.instant()));
        assertThat(steps.sendBack(late, new SendBack("tax-check", REASON), fixtures.liWenOfTaxation()))
                .isInstanceOf(CaseOutcome.SentBack.class);
        assertThat(cases.decide(beside, GRANTED, fixtures.chenLiOfHumanResources()))
                .isInstanceOf(CaseOutcome.StepEnded.class);
        grant(number, "look", "tax-check", "tax-decide");
        assertThat(steps.sendBack(
                        task(number, "tax-decide"), new SendBack("tax-check", REASON), fixtures.liWenOfTaxation()))
                .isInstanceOf(CaseOutcome.AlreadyDone.class);
    }

    @Test
    void a_return_while_another_lane_decides_comes_out_the_same_whoever_is_first() throws Exception {
        for (var round = 0; round < 5; round++) {
            var number = nested();
            grant(number, "look", "tax-check");
            var own = task(number, "tax-decide");
            var other = task(number, "insured");
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                Callable<CaseOutcome> returning = () -> {
                    start.await();
                    return steps.sendBack(own, new SendBack("tax-check", REASON), fixtures.liWenOfTaxation());
                };
                Callable<CaseOutcome> deciding = () -> {
                    start.await();
                    return cases.decide(other, GRANTED, fixtures.chenLiOfHumanResources());
                };
                for (var done : pool.invokeAll(List.of(returning, deciding))) {
                    assertThat(done.get()).isInstanceOf(CaseOutcome.Done.class);
                }
            }
            assertThat(open(number)).containsExactly("tax-check");
            assertThat(done(number)).containsExactly("look", "insured");
        }
    }

    @Test
    void it_needs_a_reason_a_step_that_was_done_and_a_task_of_ones_own_or_the_lead() {
        var number = nested();
        grant(number, "look", "tax-check");
        var own = task(number, "tax-decide");
        var li = fixtures.liWenOfTaxation();
        var liu = fixtures.liuSiyuanOfMarketRegulation();

        assertThat(steps.sendBack(own, new SendBack("tax-check", "缺章"), li))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(steps.sendBack(own, new SendBack("insured", REASON), li)).isInstanceOf(CaseOutcome.NoWayBack.class);
        assertThat(steps.sendBack(own, new SendBack("decide", REASON), li)).isInstanceOf(CaseOutcome.NoWayBack.class);
        assertThat(steps.sendBack(own, new SendBack("nonsense", REASON), li)).isInstanceOf(CaseOutcome.NoWayBack.class);
        assertThatThrownBy(
                        () -> steps.sendBack(own, new SendBack("tax-check", REASON), fixtures.chenLiOfHumanResources()))
                .isInstanceOf(ProblemException.class);
        var hearing = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, REASON, LocalDate.of(2026, 3, 6));
        limits.start(own, hearing, li);
        assertThat(steps.sendBack(own, new SendBack("tax-check", REASON), li))
                .isInstanceOf(CaseOutcome.InSpecialProcedure.class);
        limits.end(own, new CaseLimits.End("查明了", ""), li);
        cases.claim(own, li);
        assertThat(steps.movable(number, fixtures.chenLiOfHumanResources()))
                .extracting(CaseSteps.Movable::task)
                .containsExactlyInAnyOrder(task(number, "insured"), task(number, "employed"));
        assertThat(steps.movable(number, liu))
                .extracting(CaseSteps.Movable::task)
                .contains(own);
        assertThat(steps.sendBack(own, new SendBack("tax-check", REASON), liu)).isInstanceOf(CaseOutcome.Done.class);
        cases.withdraw(number, "不办了", fixtures.wangHaiyan());
        assertThat(steps.movable(number, liu)).isEmpty();
        assertThat(steps.sendBack(task(number, "insured"), new SendBack("look", REASON), liu))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.WITHDRAWN));
    }

    @Test
    void a_colleague_who_holds_it_sends_it_back_himself() {
        var number = nested();
        grant(number, "look", "tax-check");
        assertThat(back(number, "tax-decide", "intake")).isInstanceOf(CaseOutcome.Done.class);
        var recheck = task(number, ":recheck-1");
        cases.claim(recheck, fixtures.guoXiaoyunAtTheWindow());
        assertThat(steps.sendBack(recheck, new SendBack("look", REASON), fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.HeldBy("郭晓芸"));
        assertThat(cases.release(recheck, fixtures.guoXiaoyunAtTheWindow())).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void the_step_gets_the_days_it_had_left_and_those_elsewhere_are_not_its_own() {
        var number = nested();
        clock.set("2026-03-03T10:00");
        grant(number, "look");
        clock.set("2026-03-04T10:00");
        // one of three working days used
        grant(number, "tax-check");
        clock.set("2026-03-06T10:00");
        assertThat(back(number, "tax-decide", "tax-check")).isInstanceOf(CaseOutcome.Done.class);

        // Friday, two days left: Monday and Tuesday
        assertThat(due(number, "tax-check")).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(inbox.require(task(number, "tax-check"), fixtures.liWenOfTaxation())
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 10));
        clock.set("2026-03-12T10:00");
        grant(number, "tax-check");
        // tax-decide had used its two days when the case went back: one is the least
        assertThat(due(number, "tax-decide")).isEqualTo(LocalDate.of(2026, 3, 13));
        // late is late: the step has one day more, the missed one stands
        assertThat(back(number, "tax-decide", "tax-check")).isInstanceOf(CaseOutcome.Done.class);
        assertThat(due(number, "tax-check")).isEqualTo(LocalDate.of(2026, 3, 13));
    }

    @Test
    void a_return_ends_special_procedures_of_what_it_undoes_and_the_joint_clock_goes_on() {
        var number = nested();
        grant(number, "look", "tax-check");
        var joint = due(number, ClockView.JOINT);
        var hearing = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, REASON, LocalDate.of(2026, 3, 6));
        assertThat(limits.start(task(number, "insured"), hearing, fixtures.chenLiOfHumanResources()))
                .isInstanceOf(CaseOutcome.Done.class);

        assertThat(back(number, "tax-decide", "look")).isInstanceOf(CaseOutcome.Done.class);

        assertThat(due(number, ClockView.JOINT)).isEqualTo(joint);
        assertThat(view(number).specialProcedures()).allMatch(one -> !one.running());
        assertThat(open(number)).containsExactly("look");
        grant(number, "look");
        assertThat(lane(number, "insured").state()).isEqualTo(TaskState.OPEN);
        assertThat(due(number, "insured")).isEqualTo(LocalDate.of(2026, 3, 5));
        grant(number, "tax-check", "tax-decide", "insured");
        // a decision can be recalled as ever
        var recalled = cases.recall(task(number, "insured"), fixtures.chenLiOfHumanResources());
        assertThat(recalled).isInstanceOf(CaseOutcome.RecallClosed.class);
    }
}
