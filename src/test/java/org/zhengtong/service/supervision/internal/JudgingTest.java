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
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseworkFixtures;
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
        return warnings.open(zhouMin, 1000).stream()
                .filter(each -> each.number().equals(number))
                .toList();
    }

    private List<Card> joint(CaseNumber number) {
        return cards.list(new Cards.Filter(null, null, null), zhouMin, 1000).stream()
                .filter(card ->
                        card.subject().equals(number.value()) && card.step().isEmpty())
                .toList();
    }

    private List<Message> messagesAbout(CaseNumber number, CurrentUser user) {
        return messages.list(user.id(), null, 200).stream()
                .filter(message -> message.args().contains(number.value()))
                .toList();
    }
}
