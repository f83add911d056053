package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.casework.Inbox.Filter;
import org.zhengtong.service.casework.Inbox.Show;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** An inbox counts under every heading what its list shows there, and narrows by whatever its filter offers. */
@PlatformTest
class InboxTest {

    private static final int EVERYTHING = 1_000;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cases cases;

    @Autowired
    private Inbox inbox;

    @Autowired
    private SettableClock clock;

    private CaseworkFixtures cast;

    @BeforeEach
    void on_a_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        cast = CaseworkFixtures.of(platform);
    }

    private static Filter all(Show show) {
        return new Filter(show, null, null, null, null, null);
    }

    private int listed(Filter filter) {
        return inbox.list(filter, null, EVERYTHING, cast.liWenOfTaxation())
                .rows()
                .size();
    }

    @Test
    void every_heading_counts_what_its_list_shows() {
        cast.accepted();
        clock.set("2026-03-04T10:00");
        var held = cast.accepted();
        var done = cast.accepted();
        var liWen = cast.liWenOfTaxation();
        cases.claim(taxation(held), liWen);
        cases.decide(taxation(done), new Decision.Granted("登记信息确认无误。"), liWen);

        var tally = inbox.tally(liWen);

        assertThat(tally.mine()).isPositive().isEqualTo(listed(all(Show.MINE)));
        assertThat(tally.doneToday()).isPositive().isEqualTo(listed(all(Show.DONE_TODAY)));
        assertThat(tally.overdue()).isPositive().isEqualTo(listed(all(Show.OVERDUE)));
        assertThat(tally.dueSoon()).isPositive().isEqualTo(listed(all(Show.DUE_SOON)));
        assertThat(tally.all()).isEqualTo(listed(all(Show.ALL))).isGreaterThanOrEqualTo(tally.overdue());
        assertThat(tally.toAccept()).isZero();
        assertThat(inbox.list(all(Show.MINE), null, EVERYTHING, liWen).rows())
                .extracting(Inbox.Row::number)
                .contains(held)
                .doesNotContain(done);
    }

    @Test
    void a_filter_offers_what_occurs_and_narrows_the_list_to_it() {
        var number = cast.accepted();
        var liWen = cast.liWenOfTaxation();

        var choices = inbox.choices(liWen);

        assertThat(choices.items()).extracting(Inbox.Choice::name).contains("企业设立登记");
        assertThat(choices.steps())
                .extracting(Inbox.Choice::value)
                .contains("taxation")
                .doesNotContain("market-regulation");
        assertThat(choices.divisions()).contains(new Inbox.Choice("370104", "槐荫区"));
        var item = CaseworkFixtures.COMPANY_ESTABLISHMENT;
        assertThat(listed(new Filter(Show.ALL, item, "taxation", new DivisionCode("370104"), Channel.ONLINE, "泉汐")))
                .isPositive()
                .isEqualTo(inbox.list(
                                new Filter(
                                        Show.ALL, item, "taxation", new DivisionCode("370104"), Channel.ONLINE, "泉汐"),
                                null,
                                1,
                                liWen)
                        .total());
        assertThat(listed(new Filter(Show.ALL, null, "market-regulation", null, null, null)))
                .isZero();
        assertThat(listed(new Filter(Show.ALL, null, null, new DivisionCode("370200"), null, null)))
                .isZero();
        assertThat(listed(new Filter(Show.ALL, null, null, null, Channel.WINDOW, "没有这家公司")))
                .isZero();
        assertThat(inbox.require(taxation(number), liWen).number()).isEqualTo(number);
    }

    /** The intake is the first task, the departments' follow in the procedure's order. */
    private static TaskId taxation(CaseNumber number) {
        return new TaskId(number, 3);
    }
}
