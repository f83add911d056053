package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Who was asked and has not answered is reminded once, one working day before the step's limit (催办). */
@PlatformTest
class AnswerRemindersTest {

    private static final String QUESTION = "涉税信息有没有变化，请核对";

    @Autowired
    ApplicationContext platform;

    @Autowired
    CaseConsultations consultations;

    @Autowired
    CaseSuspensions suspensions;

    @Autowired
    CaseReading reading;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    CaseworkFixtures fixtures;
    CaseNumber number;
    TaskId task;

    @BeforeEach
    void a_case_whose_lead_step_ends_on_thursday() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
        number = fixtures.accepted();
        var lane = view().lanes().stream()
                .filter(one -> one.step().equals("market-regulation"))
                .findFirst()
                .orElseThrow();
        task = lane.task();
        assertThat(lane.clock().dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    private CaseView view() {
        return reading.open(number, fixtures.sunJingAtTheWindow());
    }

    private CurrentUser liuSiyuan() {
        return fixtures.liuSiyuanOfMarketRegulation();
    }

    private void everyMorning(String day) {
        clock.set(day + "T08:30");
        jobs.stream()
                .filter(one -> one.name().equals("casework.remind_asked"))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private long reminded() {
        return view().timeline().stream()
                .filter(one -> one.kind() == EventKind.ANSWER_REMINDED)
                .count();
    }

    private long messages(CurrentUser to, String template) {
        return jdbc.sql("""
            select count(*) from notice.message
            where recipient = :account and template = :template and args::text like :number
            """)
                .param("account", to.id().value())
                .param("template", template)
                .param("number", "%" + number.value() + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void a_department_and_a_colleague_are_reminded_once() {
        consultations.ask(
                task,
                new CaseConsultations.Ask(
                        List.of(fixtures.liWenOfTaxation().department()), QUESTION, LocalDate.of(2026, 3, 4)),
                liuSiyuan());
        consultations.countersign(
                task,
                new CaseConsultations.Countersign(
                        List.of(),
                        List.of(fixtures.gaoXiangOfMarketRegulation().id()),
                        null,
                        QUESTION,
                        LocalDate.of(2026, 3, 5)),
                liuSiyuan());
        everyMorning("2026-03-03");
        assertThat(reminded()).isZero();
        everyMorning("2026-03-04");
        everyMorning("2026-03-05");

        assertThat(reminded()).isEqualTo(2);
        assertThat(messages(fixtures.liWenOfTaxation(), "casework.news.opinion-missing"))
                .isEqualTo(1);
        assertThat(messages(fixtures.gaoXiangOfMarketRegulation(), "casework.news.sign-missing"))
                .isEqualTo(1);
    }

    @Test
    void nobody_is_reminded_who_has_answered_or_while_the_case_is_suspended() {
        var asked = new CaseConsultations.Ask(
                List.of(
                        fixtures.liWenOfTaxation().department(),
                        fixtures.chenLiOfHumanResources().department()),
                QUESTION,
                LocalDate.of(2026, 3, 4));
        consultations.ask(task, asked, liuSiyuan());
        var first = view().opinions().stream()
                .filter(one ->
                        one.department().equals(fixtures.liWenOfTaxation().department()))
                .findFirst()
                .orElseThrow();
        consultations.answer(
                new TaskId(number, first.task()),
                new CaseConsultations.Answer(Opinion.Stance.AGREE, "同意"),
                fixtures.liWenOfTaxation());
        suspensions.suspend(number, new CaseSuspensions.Suspend("lawsuit", "住所的使用权正在法院审理", null), liuSiyuan());
        everyMorning("2026-03-04");
        assertThat(reminded()).isZero();
        clock.set("2026-03-05T10:00");
        suspensions.resume(number, "判决已经生效，住所可以使用", liuSiyuan());
        // all three working days are left: the step ends on 9 March
        everyMorning("2026-03-06");

        assertThat(reminded()).isEqualTo(1);
    }
}
