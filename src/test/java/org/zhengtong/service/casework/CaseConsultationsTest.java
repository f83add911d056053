package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseConsultations.Answer;
import org.zhengtong.service.casework.CaseConsultations.Ask;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Opinion.Stance;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** 征求意见: other departments are asked while a task is open, and nothing else of the case changes; on a real database. */
@PlatformTest
class CaseConsultationsTest {

    private static final String QUESTION = "该住所是否有未了结的涉税事项，请函复";
    private static final String WORDS = "须先结清上一承租人欠缴的税款";
    private static final DepartmentId TAXATION = new DepartmentId("370100.taxation");
    private static final DepartmentId POLICE = new DepartmentId("370104.public-security");
    private static final DepartmentId OWN = new DepartmentId("370100.market-regulation");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 5);

    @Autowired
    CaseCopies copies;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseConsultations consultations;

    @Autowired
    CaseLimits limits;

    @Autowired
    CaseReading reading;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

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

    private CurrentUser liWen() {
        return fixtures.liWenOfTaxation();
    }

    private CaseView view(CaseNumber number) {
        return reading.open(number, liuSiyuan());
    }

    private TaskId task(CaseNumber number, String step) {
        return view(number).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private CaseOutcome ask(CaseNumber number, DepartmentId... departments) {
        return consultations.ask(
                task(number, "market-regulation"), new Ask(List.of(departments), QUESTION, TUESDAY), liuSiyuan());
    }

    private Opinion last(CaseNumber number) {
        return view(number).opinions().getLast();
    }

    private TaskId question(CaseNumber number) {
        return new TaskId(number, last(number).task());
    }

    private CaseOutcome answer(CaseNumber number, Stance stance, String words) {
        return consultations.answer(question(number), new Answer(stance, words), liWen());
    }

    @Test
    void a_department_is_asked_and_answers_while_the_clocks_run_on() {
        var number = fixtures.accepted();
        var before = view(number);

        assertThat(ask(number, TAXATION, POLICE)).isInstanceOf(CaseOutcome.Done.class);

        var asked = view(number);
        assertThat(asked.lanes()).isEqualTo(before.lanes());
        assertThat(asked.clocks()).isEqualTo(before.clocks());
        assertThat(asked.file()).isEqualTo(before.file());
        assertThat(asked.opinions()).extracting(Opinion::department).containsExactly(TAXATION, POLICE);
        var task = new TaskId(number, asked.opinions().getFirst().task());
        var row = inbox.require(task, liWen());
        assertThat(row.kind()).isEqualTo(Block.StepKind.OPINION);
        assertThat(row.dueOn()).isEqualTo(TUESDAY);

        var answered = consultations.answer(task, new Answer(Stance.CONDITIONS, WORDS), liWen());
        assertThat(answered).isInstanceOf(CaseOutcome.Done.class);

        var opinion = view(number).opinions().getFirst();
        assertThat(opinion.stance()).isEqualTo(Stance.CONDITIONS);
        assertThat(opinion.words()).isEqualTo(WORDS);
        assertThat(opinion.endedName()).isEqualTo("李文");
        assertThat(view(number).lanes()).isEqualTo(before.lanes());
        assertThat(consultations.answer(task, new Answer(Stance.AGREE, ""), liWen()))
                .isEqualTo(new CaseOutcome.AlreadyDone("李文", clock.instant(), EventKind.OPINION_GIVEN));
    }

    @Test
    void a_question_needs_words_a_day_and_another_department_of_the_region() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");

        assertThat(ask(number)).isEqualTo(new CaseOutcome.NobodyAsked());
        assertThat(ask(number, OWN)).isInstanceOf(CaseOutcome.NotAskable.class);
        assertThat(ask(number, new DepartmentId("370200.taxation"))).isInstanceOf(CaseOutcome.NotAskable.class);
        assertThat(consultations.ask(task, new Ask(List.of(TAXATION), "有欠税吗", TUESDAY), liuSiyuan()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(4, 10));
        assertThat(consultations.ask(task, new Ask(List.of(TAXATION), QUESTION, MONDAY.minusDays(3)), liuSiyuan()))
                .isEqualTo(new CaseOutcome.AnswerDay(MONDAY, THURSDAY));
        assertThat(consultations.ask(task, new Ask(List.of(TAXATION), QUESTION, THURSDAY.plusDays(1)), liuSiyuan()))
                .isEqualTo(new CaseOutcome.AnswerDay(MONDAY, THURSDAY));
        assertThatThrownBy(() -> consultations.ask(task, new Ask(List.of(POLICE), QUESTION, TUESDAY), liWen()))
                .isInstanceOf(ProblemException.class);
        assertThat(view(number).opinions()).isEmpty();
    }

    @Test
    void while_its_clock_is_stopped_a_task_has_no_last_day_for_the_answer_but_a_working_day_it_is() {
        var number = fixtures.accepted();
        var task = task(number, "market-regulation");
        limits.start(
                task, new CaseLimits.Start(SpecialProcedure.Kind.HEARING, "利害关系人申请听证，须查明使用权", THURSDAY), liuSiyuan());
        var saturday = LocalDate.of(2026, 3, 14);

        assertThat(consultations.ask(task, new Ask(List.of(TAXATION), QUESTION, saturday), liuSiyuan()))
                .isEqualTo(new CaseOutcome.DayOff(saturday));
        assertThat(consultations.ask(task, new Ask(List.of(TAXATION), QUESTION, saturday.plusDays(2)), liuSiyuan()))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_department_has_one_open_question_for_a_task() {
        var number = fixtures.accepted();
        ask(number, TAXATION);

        assertThat(ask(number, TAXATION)).isInstanceOf(CaseOutcome.AskedAlready.class);
        answer(number, Stance.NOT_CONCERNED, "");
        assertThat(ask(number, TAXATION)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(last(number).serial()).isEqualTo(2);
    }

    @Test
    void conditions_and_disagreement_need_words() {
        var number = fixtures.accepted();
        ask(number, TAXATION);

        assertThat(answer(number, Stance.DISAGREE, "不行")).isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThat(answer(number, Stance.CONDITIONS, "")).isEqualTo(new CaseOutcome.ReasonTooShort(0, 10));
        assertThatThrownBy(() -> consultations.answer(question(number), new Answer(Stance.AGREE, ""), liuSiyuan()))
                .isInstanceOf(ProblemException.class);
        var lane = task(number, "taxation");
        assertThat(consultations.answer(lane, new Answer(Stance.AGREE, ""), liWen()))
                .isEqualTo(new CaseOutcome.NotPossible(CaseState.ACCEPTED));
        assertThat(answer(number, Stance.AGREE, "")).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_question_is_no_step_to_decide_recall_pause_or_extend() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        var task = question(number);
        var notPossible = new CaseOutcome.NotPossible(CaseState.ACCEPTED);

        assertThat(cases.decide(task, new Decision.Granted("好"), liWen())).isEqualTo(notPossible);
        assertThat(limits.ask(task, false, QUESTION, liWen())).isEqualTo(notPossible);
        var hearing = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, QUESTION, THURSDAY);
        assertThat(limits.start(task, hearing, liWen())).isEqualTo(notPossible);
        assertThat(consultations.ask(task, new Ask(List.of(POLICE), QUESTION, TUESDAY), liWen()))
                .isEqualTo(notPossible);
        answer(number, Stance.AGREE, "");
        assertThat(cases.recall(task, liWen())).isInstanceOf(CaseOutcome.RecallClosed.class);
    }

    @Test
    void whoever_claims_a_question_answers_it() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        var task = question(number);

        assertThat(cases.claim(task, liWen())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(inbox.require(task, liWen()).holderName()).isEqualTo("李文");
        assertThat(cases.release(task, liWen())).isInstanceOf(CaseOutcome.Done.class);
        answer(number, Stance.AGREE, "");
        assertThat(cases.claim(task, liWen()))
                .isEqualTo(new CaseOutcome.AlreadyDone("李文", clock.instant(), EventKind.OPINION_GIVEN));
    }

    @Test
    void a_question_is_taken_back_once_and_by_the_asking_side() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        assertThatThrownBy(() -> consultations.takeBack(number, 1, liWen())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> consultations.takeBack(number, 7, liuSiyuan()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("opinion_not_found");

        assertThat(consultations.takeBack(number, 1, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(last(number).state()).isEqualTo(Opinion.State.TAKEN_BACK);
        assertThat(inbox.require(question(number), liWen()).state()).isEqualTo(TaskState.CANCELED);
        assertThat(answer(number, Stance.AGREE, "")).isEqualTo(new CaseOutcome.QuestionEnded());
        assertThat(consultations.takeBack(number, 1, liuSiyuan())).isEqualTo(new CaseOutcome.QuestionEnded());
    }

    @Test
    void a_decision_does_not_wait_and_ends_what_was_asked_for_it() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        var lane = task(number, "market-regulation");

        assertThat(cases.decide(lane, new Decision.Granted("好"), liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(last(number).state()).isEqualTo(Opinion.State.LAPSED);
        assertThat(inbox.require(question(number), liWen()).state()).isEqualTo(TaskState.CANCELED);
        // the asked department's own lane goes on
        assertThat(inbox.require(task(number, "taxation"), liWen()).state()).isEqualTo(TaskState.OPEN);
        assertThat(cases.recall(lane, liuSiyuan())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(ask(number, TAXATION)).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void another_lanes_decision_can_be_recalled_while_a_question_is_open() {
        var number = fixtures.accepted();
        var lane = task(number, "human-resources");
        cases.decide(lane, new Decision.Granted("好"), fixtures.chenLiOfHumanResources());
        ask(number, TAXATION);

        assertThat(cases.recall(lane, fixtures.chenLiOfHumanResources())).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_withdrawal_ends_open_questions() {
        var number = fixtures.accepted();
        ask(number, TAXATION);

        assertThat(cases.withdraw(number, "不办了", fixtures.wangHaiyan())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(last(number).state()).isEqualTo(Opinion.State.LAPSED);
        assertThat(answer(number, Stance.AGREE, "")).isEqualTo(new CaseOutcome.QuestionEnded());
    }

    @Test
    void departments_write_to_each_other_and_the_applicant_reads_that_they_did_but_not_what() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        answer(number, Stance.DISAGREE, WORDS);

        assertThat(view(number).documents())
                .extracting(CaseView.Document::number)
                .contains(number + "-06", number + "-07");
        assertThat(reading.requireDocument(number, DocumentKind.OPINION_REQUEST, liWen())
                        .size())
                .isGreaterThan(1_000);
        assertThat(reading.requireDocument(number, DocumentKind.OPINION_REPLY, liuSiyuan())
                        .size())
                .isGreaterThan(1_000);
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.opinions()).isEmpty();
        assertThat(mine.documents()).noneMatch(one -> one.kind().betweenDepartments());
        assertThat(mine.timeline()).extracting(CaseView.Happening::kind).contains(EventKind.OPINION_GIVEN);
        assertThat(mine.timeline().toString()).doesNotContain(WORDS).doesNotContain(QUESTION);
        assertThatThrownBy(() -> reading.requireDocument(number, DocumentKind.OPINION_REPLY, fixtures.wangHaiyan()))
                .isInstanceOf(ProblemException.class);
        assertThat(copies.copy(number).toString())
                .contains("OPINION_GIVEN")
                .doesNotContain(WORDS, QUESTION, "OPINION_REPLY", "OPINION_REQUEST");
    }

    @Test
    void an_overdue_question_shows_as_such_and_starts_no_clock() {
        var number = fixtures.accepted();
        ask(number, TAXATION);
        clock.set("2026-03-04T10:00");

        assertThat(inbox.require(question(number), liWen()).urgency()).isEqualTo(Inbox.Urgency.OVERDUE);
        assertThat(jdbc.sql("select count(*) from casework.clock where step = :step")
                        .param("step", Opinion.STEP)
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
