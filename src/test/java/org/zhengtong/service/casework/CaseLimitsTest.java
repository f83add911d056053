package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseLimits.End;
import org.zhengtong.service.casework.CaseLimits.Start;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.SpecialProcedure.Kind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Special procedures stop limits (行政许可法 第四十五条), heads extend them (第四十二条); on a real database. */
@PlatformTest
class CaseLimitsTest {

    private static final String REASON = "利害关系人申请听证，须查明住所的使用权";
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseLimits limits;

    @Autowired
    CaseReading reading;

    @Autowired
    CaseClocks clocks;

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

    private CurrentUser liuSiyuan() {
        return fixtures.liuSiyuanOfMarketRegulation();
    }

    /** Head of the same department. */
    private CurrentUser zhaoNing() {
        return fixtures.staff("jn-0203");
    }

    private CaseView view(CaseNumber number) {
        return reading.open(number, fixtures.sunJingAtTheWindow());
    }

    private TaskId task(CaseNumber number, String step) {
        return view(number).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private ClockView clockOf(CaseNumber number, String step) {
        return view(number).clocks().stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private CaseOutcome hearing(CaseNumber number) {
        return limits.start(task(number, "market-regulation"), new Start(Kind.HEARING, REASON, FRIDAY), liuSiyuan());
    }

    private CaseOutcome heard(CaseNumber number) {
        return limits.end(task(number, "market-regulation"), new End("听证笔录已经双方签字，住所使用权无争议", ""), liuSiyuan());
    }

    @Test
    void the_joint_clock_goes_on_when_the_last_of_two_special_procedures_has_ended() {
        var number = fixtures.accepted();
        var chenLi = fixtures.chenLiOfHumanResources();
        clock.set("2026-03-03T10:00");
        assertThat(hearing(number)).isInstanceOf(CaseOutcome.Done.class);
        clock.set("2026-03-04T10:00");
        limits.start(task(number, "human-resources"), new Start(Kind.EXPERT_REVIEW, REASON, FRIDAY), chenLi);

        assertThat(clockOf(number, "market-regulation").state()).isEqualTo(ClockView.State.STOPPED);
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isNull();
        assertThat(clockOf(number, "taxation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 3));

        clock.set("2026-03-09T10:00");
        assertThat(heard(number)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(clockOf(number, "market-regulation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(clockOf(number, ClockView.JOINT).state()).isEqualTo(ClockView.State.STOPPED);
        assertThat(inbox.require(task(number, "market-regulation"), liuSiyuan()).dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 11));

        clock.set("2026-03-11T10:00");
        limits.end(task(number, "human-resources"), new End("专家一致同意", "按专家意见办理"), chenLi);
        assertThat(clockOf(number, "human-resources").dueOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(view(number).timeline())
                .extracting(CaseView.Happening::kind)
                .startsWith(EventKind.SPECIAL_PROCEDURE_ENDED, EventKind.SPECIAL_PROCEDURE_ENDED);
    }

    @Test
    void a_task_is_not_decided_during_a_special_procedure_but_can_be_handed_over() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        hearing(number);
        var today = LocalDate.of(2026, 3, 2);
        var paused = new CaseOutcome.InSpecialProcedure(Kind.HEARING, today, FRIDAY);

        assertThat(cases.decide(task, new Decision.Granted("好"), liuSiyuan())).isEqualTo(paused);
        assertThat(hearing(number)).isEqualTo(paused);
        var gaoXiang = fixtures.gaoXiangOfMarketRegulation();
        assertThat(cases.transfer(task, gaoXiang.id(), "出差", liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(heard(number)).isEqualTo(new CaseOutcome.HeldBy("高翔"));

        assertThat(limits.end(task, new End(" ", ""), gaoXiang)).isEqualTo(new CaseOutcome.ResultMissing());
        assertThat(limits.end(task, new End("听证结束", ""), gaoXiang)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(limits.end(task, new End("听证结束", ""), gaoXiang)).isEqualTo(new CaseOutcome.NoSpecialProcedure());
        assertThat(cases.decide(task, new Decision.Granted("好"), gaoXiang)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(hearing(number)).isInstanceOf(CaseOutcome.AlreadyDone.class);
    }

    @Test
    void a_special_procedure_needs_a_reason_a_day_ahead_and_the_right_to_decide() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var today = LocalDate.of(2026, 3, 2);

        assertThat(limits.start(task, new Start(Kind.HEARING, "听证", FRIDAY), liuSiyuan()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(limits.start(task, new Start(Kind.HEARING, REASON, today.minusDays(1)), liuSiyuan()))
                .isEqualTo(new CaseOutcome.DayNotAhead(today));
        assertThatThrownBy(
                        () -> limits.start(task, new Start(Kind.HEARING, REASON, FRIDAY), fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        var intake = view(number).intake().task();
        assertThat(limits.start(intake, new Start(Kind.HEARING, REASON, FRIDAY), fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.AlreadyDone.class);
        var filed = fixtures.filed();
        assertThat(limits.start(
                        view(filed).intake().task(),
                        new Start(Kind.HEARING, REASON, FRIDAY),
                        fixtures.sunJingAtTheWindow()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.FILED));
    }

    @Test
    void the_applicant_is_told_in_writing_each_time() {
        var number = fixtures.accepted();
        hearing(number);
        heard(number);
        limits.start(task(number, "market-regulation"), new Start(Kind.APPRAISAL, REASON, FRIDAY), liuSiyuan());

        var notices = reading.openMine(number, fixtures.wangHaiyan()).documents().stream()
                .filter(one -> one.kind() == DocumentKind.SPECIAL_PROCEDURE_NOTICE)
                .toList();

        assertThat(notices)
                .extracting(CaseView.Document::number)
                .containsExactlyInAnyOrder(number + "-04", number + "-04-2");
        var first = reading.requireDocument(number, DocumentKind.SPECIAL_PROCEDURE_NOTICE, fixtures.wangHaiyan());
        var second = reading.requireDocument(number, DocumentKind.SPECIAL_PROCEDURE_NOTICE, 2, fixtures.wangHaiyan());
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(List.of(first.size(), second.size())).allMatch(size -> size > 1_000);
    }

    @Test
    void a_withdrawal_ends_what_was_under_way() {
        var number = fixtures.accepted();
        hearing(number);
        clock.set("2026-03-04T10:00");

        assertThat(cases.withdraw(number, "不办了", fixtures.wangHaiyan())).isInstanceOf(CaseOutcome.Done.class);

        var ended = view(number).specialProcedures().getFirst();
        assertThat(ended.endedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(ended.result()).isNull();
        assertThat(view(number).clocks())
                .filteredOn(one -> !one.step().equals(ClockView.INTAKE))
                .allMatch(one -> one.state() == ClockView.State.CANCELED);
        assertThat(limits.end(task(number, "market-regulation"), new End("晚了", ""), liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.WITHDRAWN));
    }

    /** 李文 denies, so the lead department settles it and 陈立's expert review is not needed any more. */
    @Test
    void a_settled_case_ends_the_special_procedures_of_lanes_that_are_canceled() {
        var number = fixtures.accepted();
        clock.set("2026-03-03T10:00");
        limits.start(
                task(number, "human-resources"),
                new Start(Kind.EXPERT_REVIEW, REASON, FRIDAY),
                fixtures.chenLiOfHumanResources());
        cases.decide(
                task(number, "taxation"),
                new Decision.Denied("不符", "涉税信息与登记机关的记录不一致", "可以申请行政复议或者提起行政诉讼"),
                fixtures.liWenOfTaxation());
        assertThat(view(number).specialProcedures().getFirst().running()).isFalse();
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));

        cases.decide(
                task(number, "market-regulation"),
                new Decision.Denied("不符", "税务部门不同意，不符合法定条件", "可以申请行政复议或者提起行政诉讼"),
                liuSiyuan());

        assertThat(view(number).file().state()).isEqualTo(CaseState.DENIED);
        assertThat(clockOf(number, ClockView.JOINT).state()).isEqualTo(ClockView.State.MET);
    }

    @Test
    void stopped_days_are_not_counted_when_the_case_is_judged() {
        var number = fixtures.accepted();
        cases.decide(task(number, "taxation"), new Decision.Granted("好"), fixtures.liWenOfTaxation());
        cases.decide(task(number, "human-resources"), new Decision.Granted("好"), fixtures.chenLiOfHumanResources());
        clock.set("2026-03-03T10:00");
        hearing(number);
        clock.set("2026-03-16T10:00");
        heard(number);
        clock.set("2026-03-18T10:00");

        cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan());

        assertThat(view(number).file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(clockOf(number, ClockView.JOINT).state()).isEqualTo(ClockView.State.MET);
        assertThat(clocks.missedBetween(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 18), 1000))
                .noneMatch(missed -> missed.ref().number().equals(number));
    }

    @Test
    void a_recalled_decision_keeps_what_was_stopped() {
        var number = fixtures.accepted();
        clock.set("2026-03-03T10:00");
        hearing(number);
        clock.set("2026-03-09T10:00");
        heard(number);
        cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan());

        assertThat(cases.recall(task(number, "market-regulation"), liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(clockOf(number, "market-regulation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void a_head_extends_a_limit_once() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var before = limits.countWaiting(zhaoNing());
        assertThat(limits.ask(task, false, "情形复杂", liuSiyuan())).isEqualTo(new CaseOutcome.ReasonTooShort(4, 10));
        assertThat(limits.ask(task, false, REASON, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(limits.ask(task, false, REASON, liuSiyuan()))
                .isEqualTo(new CaseOutcome.ExtensionOnce("刘思远", clock.instant(), false));
        assertThat(limits.countWaiting(zhaoNing())).isEqualTo(before + 1);
        assertThat(limits.waiting(null, 1000, zhaoNing()))
                .anyMatch(one -> one.number().equals(number) && one.reason().equals(REASON));

        assertThat(limits.approve(number, 1, zhaoNing())).isInstanceOf(CaseOutcome.Done.class);

        var extended = clockOf(number, "market-regulation");
        assertThat(extended.statutory().on()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(extended.dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(inbox.require(task, liuSiyuan()).dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(limits.countWaiting(zhaoNing())).isEqualTo(before);
        assertThat(limits.ask(task, false, REASON, liuSiyuan()))
                .isEqualTo(new CaseOutcome.ExtensionOnce("赵宁", clock.instant(), true));
        assertThat(limits.approve(number, 1, zhaoNing()))
                .isEqualTo(new CaseOutcome.AlreadyDone("赵宁", clock.instant(), EventKind.EXTENSION_APPROVED));
        assertThat(reading.requireDocument(number, DocumentKind.EXTENSION_NOTICE, fixtures.wangHaiyan())
                        .size())
                .isGreaterThan(1_000);
    }

    @Test
    void the_lead_department_asks_for_the_whole_case_and_stops_are_kept() {
        var number = fixtures.accepted();
        clock.set("2026-03-03T10:00");
        hearing(number);
        limits.ask(task(number, "market-regulation"), true, REASON, liuSiyuan());
        limits.approve(number, 1, zhaoNing());
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isNull();

        clock.set("2026-03-09T10:00");
        heard(number);

        // 18 working days from 9 March on.
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(limits.ask(task(number, "human-resources"), true, REASON, fixtures.chenLiOfHumanResources()))
                .isEqualTo(new CaseOutcome.NotExtendable());
        assertThat(limits.ask(task(number, "taxation"), false, REASON, fixtures.liWenOfTaxation()))
                .isEqualTo(new CaseOutcome.NotExtendable());
    }

    @Test
    void a_refusal_changes_nothing_and_is_told() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        limits.ask(task, false, REASON, liuSiyuan());
        assertThat(limits.refuse(number, 1, "不必", zhaoNing())).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));

        assertThat(limits.refuse(number, 1, "材料齐全，按原来的期限可以办完", zhaoNing())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(clockOf(number, "market-regulation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(view(number).extensions().getFirst().state()).isEqualTo(Extension.State.REFUSED);
        assertThat(limits.refuse(number, 1, "材料齐全，按原来的期限可以办完", zhaoNing()))
                .isEqualTo(new CaseOutcome.AlreadyDone("赵宁", clock.instant(), EventKind.EXTENSION_REFUSED));
        assertThat(limits.ask(task, false, REASON, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void nobody_answers_his_own_request_or_without_the_right() {
        var number = fixtures.accepted();
        assertThat(limits.ask(task(number, "market-regulation"), false, REASON, zhaoNing()))
                .isInstanceOf(CaseOutcome.Done.class);

        assertThat(limits.approve(number, 1, zhaoNing())).isEqualTo(new CaseOutcome.OwnRequest());
        assertThatThrownBy(() -> limits.approve(number, 1, liuSiyuan())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> limits.waiting(null, 10, liuSiyuan())).isInstanceOf(ProblemException.class);
        assertThat(limits.countWaiting(liuSiyuan())).isZero();
        assertThatThrownBy(() -> limits.approve(number, 7, zhaoNing()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("extension_not_found");
    }

    @Test
    void a_limit_that_has_passed_is_not_extended() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var last = LocalDate.of(2026, 3, 5);
        limits.ask(task, false, REASON, liuSiyuan());
        clock.set("2026-03-06T10:00");

        assertThat(limits.approve(number, 1, zhaoNing())).isEqualTo(new CaseOutcome.LimitMissed(last));
        limits.refuse(number, 1, "法定的最后一天已经过了，不能延长", zhaoNing());
        assertThat(limits.ask(task, false, REASON, liuSiyuan())).isEqualTo(new CaseOutcome.LimitMissed(last));
    }

    @Test
    void a_request_whose_step_was_decided_waits_no_longer() {
        var number = fixtures.accepted();
        limits.ask(task(number, "market-regulation"), false, REASON, liuSiyuan());
        cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan());

        assertThat(limits.waiting(null, 1000, zhaoNing()))
                .noneMatch(one -> one.number().equals(number));
        assertThat(limits.approve(number, 1, zhaoNing())).isEqualTo(new CaseOutcome.NotPossible(CaseState.ACCEPTED));
    }

    @Test
    void pages_of_waiting_requests_follow_each_other() {
        for (var count = 0; count < 3; count++) {
            limits.ask(task(fixtures.accepted(), "market-regulation"), false, REASON, liuSiyuan());
        }
        var all = limits.waiting(null, 1000, zhaoNing());

        var first = limits.waiting(null, 2, zhaoNing());
        var cursor = CaseLimits.Cursor.parse(first.getLast().cursor().text());

        assertThat(limits.waiting(cursor, 1000, zhaoNing())).isEqualTo(all.subList(2, all.size()));
        assertThat(CaseLimits.Cursor.parse("2026-99-99T99:99:99Z_370104-20260302-0017-5_1"))
                .isNull();
        assertThat(CaseLimits.Cursor.parse("x")).isNull();
    }
}
