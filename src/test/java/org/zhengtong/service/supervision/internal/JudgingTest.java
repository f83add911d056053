package org.zhengtong.service.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.CardOutcome;
import org.zhengtong.service.supervision.CardState;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.Warning;
import org.zhengtong.service.supervision.Warnings;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Limits are judged by the rules: a reminder before, yellow after one working day, red after two, each once. */
@PlatformTest
class JudgingTest {

    /** Other tests leave cards and warnings too. */
    private static final int EVERYTHING = 100_000;

    @Autowired
    ApplicationContext platform;

    @Autowired
    Judgement judgement;

    @Autowired
    Cards cards;

    @Autowired
    Warnings warnings;

    @Autowired
    Messages messages;

    @Autowired
    SettableClock clock;

    CaseworkFixtures cast;
    CurrentUser zhouMin;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
        zhouMin = cast.staff("sd-0001");
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void reminds_once_and_not_before_one_working_day_is_left() {
        var number = accepted("2026-03-05T10:00");
        var dueOn = openTask(number).dueOn();
        assertThat(dueOn).isNotNull();

        clock.set(dueOn.minusDays(4) + "T09:00");
        judgement.judge();
        assertThat(warningsOf(number).stream().map(Warning::dueOn)).doesNotContain(dueOn);

        clock.set(workingDayBefore(dueOn) + "T09:00");
        judgement.judge();
        judgement.judge();
        assertThat(warningsOf(number).stream()
                        .filter(each ->
                                each.dueOn().equals(dueOn) && each.step().isEmpty()))
                .hasSize(1);
        assertThat(messagesAbout(number, cast.liuSiyuanOfMarketRegulation()))
                .filteredOn(message -> message.template().equals("supervision.notice.reminder"))
                .isNotEmpty();
    }

    @Test
    void yellow_after_one_working_day_red_after_two_and_never_twice() {
        var number = accepted("2026-03-16T10:00");
        var dueOn = openTask(number).dueOn();

        clock.set(dueOn + "T23:59");
        judgement.judge();
        assertThat(joint(number)).isEmpty();

        clock.set(workingDayAfter(dueOn, 1) + "T09:00");
        judgement.judge();
        judgement.judge();
        assertThat(joint(number)).hasSize(1);
        assertThat(joint(number).getFirst().level()).isEqualTo(CardLevel.YELLOW);
        assertThat(joint(number).getFirst().points()).isEqualByComparingTo("1");

        clock.set(workingDayAfter(dueOn, 2) + "T09:00");
        judgement.judge();
        judgement.judge();
        assertThat(joint(number)).extracting(Card::level).containsExactly(CardLevel.RED, CardLevel.YELLOW);
        assertThat(joint(number)).extracting(Card::state).containsExactly(CardState.ISSUED, CardState.REPLACED);
        assertThat(joint(number).getFirst().overdueDays()).isEqualTo(2);
    }

    @Test
    void days_off_after_the_limit_do_not_count() {
        var number = accepted("2026-03-24T10:00");
        var dueOn = openTask(number).dueOn();
        var friday = dueOn.getDayOfWeek();
        assertThat(friday).as("the case is due on a Friday").isEqualTo(java.time.DayOfWeek.FRIDAY);

        clock.set(dueOn.plusDays(2) + "T20:00");
        judgement.judge();

        assertThat(joint(number)).isEmpty();
    }

    @Test
    void a_withdrawn_card_stays_withdrawn_and_can_be_restored() {
        var number = accepted("2026-03-10T10:00");
        clock.set(workingDayAfter(openTask(number).dueOn(), 3) + "T09:00");
        judgement.judge();
        var card = joint(number).getFirst();
        assertThat(card.level()).isEqualTo(CardLevel.RED);

        assertThat(cards.withdraw(card.id(), "短了", zhouMin)).isInstanceOf(CardOutcome.ReasonTooShort.class);
        assertThat(cards.withdraw(card.id(), "系统故障停机一天，不应扣分。", zhouMin)).isInstanceOf(CardOutcome.Done.class);
        judgement.judge();
        assertThat(joint(number)).hasSize(1);
        assertThat(joint(number).getFirst().state()).isEqualTo(CardState.WITHDRAWN);

        assertThat(cards.restore(card.id(), "故障记录与这件无关，恢复。", zhouMin)).isInstanceOf(CardOutcome.Done.class);
        assertThat(joint(number).getFirst().state()).isEqualTo(CardState.ISSUED);
        assertThat(cards.history(card.id(), zhouMin)).hasSize(3);
    }

    /** A clock that the law stops (行政许可法 第四十五条) is neither warned of nor punished; the days it stood still do not count. */
    @Test
    void a_clock_that_stands_still_is_left_alone() {
        var number = accepted("2026-06-01T10:00");
        var dueOn = openTask(number).dueOn();
        var limits = platform.getBean(CaseLimits.class);
        var marketRegulation = stepOf(number, "market-regulation");
        var hearing = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, "利害关系人申请听证，须查明事实", dueOn.plusDays(30));
        limits.start(marketRegulation, hearing, cast.liuSiyuanOfMarketRegulation());

        clock.set(workingDayAfter(dueOn, 3) + "T09:00");
        judgement.judge();

        assertThat(joint(number)).isEmpty();
        assertThat(warningsOf(number)).noneMatch(each -> each.step().isEmpty());
        limits.end(marketRegulation, new CaseLimits.End("听证结束，事实清楚", ""), cast.liuSiyuanOfMarketRegulation());
        judgement.judge();
        assertThat(joint(number)).isEmpty();
        clock.set(workingDayAfter(openTask(number).dueOn(), 1) + "T09:00");
        judgement.judge();
        assertThat(joint(number)).extracting(Card::level).containsExactly(CardLevel.YELLOW);
    }

    @Test
    void an_extended_limit_is_judged_by_its_new_last_day() {
        var number = accepted("2026-07-06T10:00");
        var limits = platform.getBean(CaseLimits.class);
        var step = "market-regulation";
        limits.ask(stepOf(number, step), false, "情形复杂，须实地核对住所", cast.liuSiyuanOfMarketRegulation());
        limits.approve(number, 1, cast.staff("jn-0203"));

        clock.set("2026-07-13T09:00");
        judgement.judge();
        assertThat(cardsOf(number, step)).isEmpty();
        assertThat(warningsOf(number))
                .filteredOn(each -> each.step().equals(step))
                .extracting(Warning::dueOn)
                .containsExactly(java.time.LocalDate.of(2026, 7, 14));

        clock.set("2026-07-15T09:00");
        judgement.judge();
        assertThat(cardsOf(number, step)).hasSize(1);
    }

    private TaskId stepOf(CaseNumber number, String step) {
        return platform
                .getBean(org.zhengtong.service.casework.CaseReading.class)
                .openMine(number, cast.wangHaiyan())
                .lanes()
                .stream()
                .filter(lane -> lane.step().equals(step))
                .map(lane -> java.util.Objects.requireNonNull(lane.task()))
                .findFirst()
                .orElseThrow();
    }

    private CaseNumber accepted(String at) {
        clock.set(at);
        return cast.accepted();
    }

    private org.zhengtong.service.casework.ClockView openTask(CaseNumber number) {
        return java.util.Objects.requireNonNull(platform.getBean(org.zhengtong.service.casework.CaseReading.class)
                .openMine(number, cast.wangHaiyan())
                .mainClock());
    }

    private java.time.LocalDate workingDayAfter(java.time.LocalDate day, int days) {
        return platform.getBean(org.zhengtong.base.workdays.WorkingCalendar.class)
                .addWorkingDays(day, days);
    }

    private java.time.LocalDate workingDayBefore(java.time.LocalDate day) {
        return workingDayAfter(day, -1);
    }

    private List<Warning> warningsOf(CaseNumber number) {
        return warnings.open(zhouMin, EVERYTHING).stream()
                .filter(each -> each.number().equals(number))
                .toList();
    }

    private List<Card> joint(CaseNumber number) {
        return cardsOf(number, "");
    }

    private List<Card> cardsOf(CaseNumber number, String step) {
        return cards.list(new Cards.Filter(null, null, null), zhouMin, EVERYTHING).stream()
                .filter(card ->
                        card.subject().equals(number.value()) && card.step().equals(step))
                .toList();
    }

    private List<Message> messagesAbout(CaseNumber number, CurrentUser user) {
        return messages.list(user.id(), null, 200).stream()
                .filter(message -> message.args().contains(number.value()))
                .toList();
    }
}
