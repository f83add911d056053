package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseSuspensions.Suspend;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** A whole case is suspended for a reason of law and goes on with the days that were left; on a real database. */
@PlatformTest
class CaseSuspensionsTest {

    private static final String REASON = "住所的使用权正在法院审理，等判决";
    private static final String OUTCOME = "判决已经生效，住所可以使用";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseSuspensions suspensions;

    @Autowired
    CaseLimits limits;

    @Autowired
    CaseConsultations consultations;

    @Autowired
    CaseReading reading;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Inbox inbox;

    @Autowired
    List<RecurringJob> jobs;

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

    private CurrentUser liuSiyuan() {
        return fixtures.liuSiyuanOfMarketRegulation();
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

    private CaseOutcome suspend(CaseNumber number) {
        return suspensions.suspend(number, new Suspend("lawsuit", REASON, null), liuSiyuan());
    }

    @Test
    void all_clocks_stand_still_and_go_on_with_what_was_left() {
        var number = fixtures.accepted();
        var joint = clockOf(number, ClockView.JOINT).dueOn();
        assertThat(suspend(number)).isInstanceOf(CaseOutcome.Done.class);

        assertThat(view(number).file().state()).isEqualTo(CaseState.SUSPENDED);
        assertThat(view(number).clocks())
                .filteredOn(one -> !one.step().equals(ClockView.INTAKE))
                .isNotEmpty()
                .allMatch(one -> one.state() == ClockView.State.STOPPED && one.dueOn() == null);
        assertThat(inbox.require(task(number, "taxation"), fixtures.liWenOfTaxation())
                        .dueOn())
                .isNull();

        // joint: 3 working days from 2 March; none of them was used before the Monday after
        assertThat(joint).isEqualTo(LocalDate.of(2026, 3, 5));
        clock.set("2026-03-09T10:00");
        assertThat(clocks.dueOnOrBefore(LocalDate.of(2026, 3, 31), null, 10_000))
                .noneMatch(due -> due.ref().number().equals(number));
        assertThat(suspensions.resume(number, OUTCOME, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(view(number).file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(clockOf(number, "taxation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(inbox.require(task(number, "taxation"), fixtures.liWenOfTaxation())
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(cases.decide(task(number, "taxation"), new Decision.Granted("好"), fixtures.liWenOfTaxation()))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void nobody_acts_on_a_suspended_case_but_its_applicant_may_withdraw() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        var asked = new CaseConsultations.Ask(
                List.of(fixtures.liWenOfTaxation().department()), "涉税信息有没有变化，请核对", LocalDate.of(2026, 3, 4));
        assertThat(consultations.ask(task, asked, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        var question = new TaskId(number, view(number).opinions().getFirst().task());
        suspend(number);

        var not = new CaseOutcome.NotPossible(CaseState.SUSPENDED);
        assertThat(cases.decide(task, new Decision.Granted("好"), liuSiyuan())).isEqualTo(not);
        assertThat(suspend(number)).isEqualTo(not);
        assertThat(limits.ask(task, false, REASON, liuSiyuan())).isEqualTo(not);
        assertThat(limits.start(task, new CaseLimits.Start(SpecialProcedure.Kind.HEARING, REASON, MONDAY), liuSiyuan()))
                .isEqualTo(not);
        assertThat(consultations.answer(
                        question, new CaseConsultations.Answer(Opinion.Stance.AGREE, "同意"), fixtures.liWenOfTaxation()))
                .isEqualTo(not);

        clock.set("2026-03-04T10:00");
        assertThat(cases.withdraw(number, "不办了", fixtures.wangHaiyan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(view(number).suspensions().getFirst().endedOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(view(number).suspensions().getFirst().outcome()).isNull();
        assertThat(view(number).clocks())
                .filteredOn(one -> !one.step().equals(ClockView.INTAKE))
                .allMatch(one -> one.state() == ClockView.State.CANCELED);
        assertThat(suspensions.resume(number, OUTCOME, liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.WITHDRAWN));
    }

    @Test
    void a_question_is_asked_for_as_many_days_as_were_left() {
        var number = fixtures.accepted();
        var asked = new CaseConsultations.Ask(
                List.of(fixtures.liWenOfTaxation().department()), "涉税信息有没有变化，请核对", LocalDate.of(2026, 3, 4));
        consultations.ask(task(number, "market-regulation"), asked, liuSiyuan());
        clock.set("2026-03-03T10:00");
        suspend(number);
        clock.set("2026-03-16T10:00");
        suspensions.resume(number, OUTCOME, liuSiyuan());

        // 3 and 4 March were left, now 16 and 17 March
        var one = view(number).opinions().getFirst();
        assertThat(one.dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(inbox.require(new TaskId(number, one.task()), fixtures.liWenOfTaxation())
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void a_special_procedure_under_way_is_still_waited_for() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        clock.set("2026-03-03T10:00");
        limits.start(
                task,
                new CaseLimits.Start(SpecialProcedure.Kind.HEARING, REASON, LocalDate.of(2026, 3, 20)),
                liuSiyuan());
        clock.set("2026-03-04T10:00");
        suspend(number);
        clock.set("2026-03-10T10:00");
        suspensions.resume(number, OUTCOME, liuSiyuan());

        assertThat(clockOf(number, "market-regulation").dueOn()).isNull();
        assertThat(clockOf(number, "human-resources").dueOn()).isEqualTo(LocalDate.of(2026, 3, 11));
        clock.set("2026-03-12T10:00");
        assertThat(limits.end(task, new CaseLimits.End("听证结束", ""), liuSiyuan()))
                .isInstanceOf(CaseOutcome.Done.class);
        // of three days one ran on 3 March before the hearing began; it is not counted on the day it stopped
        assertThat(clockOf(number, "market-regulation").dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void it_needs_a_ground_a_reason_a_working_day_and_the_lead() {
        var number = fixtures.accepted();
        assertThat(suspensions.suspend(number, new Suspend("none", REASON, null), liuSiyuan()))
                .isEqualTo(new CaseOutcome.GroundMissing());
        assertThat(suspensions.suspend(number, new Suspend("lawsuit", "打官司", null), liuSiyuan()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(3, 10));
        assertThat(suspensions.suspend(number, new Suspend("lawsuit", REASON, MONDAY), liuSiyuan()))
                .isEqualTo(new CaseOutcome.DayNotAhead(MONDAY.plusDays(1)));
        var sunday = LocalDate.of(2026, 3, 8);
        assertThat(suspensions.suspend(number, new Suspend("lawsuit", REASON, sunday), liuSiyuan()))
                .isEqualTo(new CaseOutcome.DayOff(sunday));
        assertThatThrownBy(() ->
                        suspensions.suspend(number, new Suspend("lawsuit", REASON, null), fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        assertThat(suspensions.suspend(fixtures.filed(), new Suspend("lawsuit", REASON, null), liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.FILED));
        assertThat(suspensions.resume(number, OUTCOME, liuSiyuan()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.ACCEPTED));
        suspend(number);
        assertThat(suspensions.resume(number, "好了", liuSiyuan())).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThatThrownBy(() -> suspensions.resume(number, OUTCOME, fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void it_goes_on_by_itself_on_the_day_given() {
        var number = fixtures.accepted();
        suspensions.suspend(number, new Suspend("request", REASON, LocalDate.of(2026, 3, 6)), liuSiyuan());
        var job = jobs.stream()
                .filter(one -> one.name().equals("casework.resume_suspended"))
                .findFirst()
                .orElseThrow();
        clock.set("2026-03-05T00:10");
        job.run();
        assertThat(view(number).file().state()).isEqualTo(CaseState.SUSPENDED);
        clock.set("2026-03-06T00:10");
        job.run();

        assertThat(view(number).file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(view(number).suspensions().getFirst().endedBy()).isNull();
        assertThat(clockOf(number, ClockView.JOINT).dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void everybody_is_told_in_writing() {
        var number = fixtures.accepted();
        suspend(number);
        suspensions.resume(number, OUTCOME, liuSiyuan());

        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.documents()).extracting(CaseView.Document::number).contains(number + "-09", number + "-10");
        for (var kind : List.of(DocumentKind.SUSPENSION_NOTICE, DocumentKind.RESUMPTION_NOTICE)) {
            assertThat(reading.requireDocument(number, kind, fixtures.wangHaiyan())
                            .size())
                    .isGreaterThan(1_000);
        }
        assertThat(mine.timeline())
                .extracting(CaseView.Happening::kind)
                .startsWith(EventKind.RESUMED, EventKind.SUSPENDED);
    }

    /** Days on which it stood still are none of those by which the case is judged. */
    @Test
    void a_case_decided_after_a_suspension_is_in_time() {
        var number = fixtures.accepted();
        suspend(number);
        clock.set("2026-03-23T10:00");
        suspensions.resume(number, OUTCOME, liuSiyuan());
        cases.decide(task(number, "taxation"), new Decision.Granted("好"), fixtures.liWenOfTaxation());
        cases.decide(task(number, "human-resources"), new Decision.Granted("好"), fixtures.chenLiOfHumanResources());
        cases.decide(task(number, "market-regulation"), new Decision.Granted("好"), liuSiyuan());

        assertThat(view(number).file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(clockOf(number, ClockView.JOINT).state()).isEqualTo(ClockView.State.MET);
        assertThat(clocks.missedBetween(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 23), 1000))
                .noneMatch(missed -> missed.ref().number().equals(number));
    }
}
