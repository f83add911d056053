package org.zhengtong.service.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** Scores are sums that anybody can add up again: from cards, from points with a reason, and from events. */
@PlatformTest
class ScoresTest {

    private static final DepartmentId MARKET = new DepartmentId("370100.market-regulation");
    private static final DivisionCode SHANDONG = new DivisionCode("370000");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Autowired
    ApplicationContext platform;

    @Autowired
    Scores scores;

    @Autowired
    Cards cards;

    @Autowired
    Judgement judgement;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    CaseworkFixtures cast;
    CurrentUser zhouMin;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
        zhouMin = cast.staff("sd-0001");
        thaw();
    }

    /** All classes share one database: what is frozen here must not close months for others. */
    @AfterEach
    void thaw() {
        jdbc.sql("delete from supervision.score_line where month >= date '2026-09-01'")
                .update();
        jdbc.sql("delete from supervision.score where month >= date '2026-09-01'")
                .update();
        jdbc.sql("delete from supervision.score_month where month >= date '2026-09-01'")
                .update();
        jdbc.sql("delete from supervision.manual_point where month >= date '2026-09-01'")
                .update();
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_score_is_the_base_less_the_points_of_cards_that_count() {
        var number = late("2026-09-28T10:00", "2026-10-15T09:00");

        var score = scores.department(OCTOBER, MARKET);

        assertThat(score.base()).isEqualByComparingTo("100");
        assertThat(of(score, number)).hasSize(2).allSatisfy(line -> {
            assertThat(line.points()).isEqualByComparingTo("-1.5");
            assertThat(YearMonth.from(line.countsOn())).isEqualTo(OCTOBER);
        });
        assertThat(sum(score)).isEqualByComparingTo(score.score());
    }

    @Test
    void a_withdrawn_card_does_not_count() {
        var number = late("2026-09-28T10:00", "2026-10-15T09:00");
        var line = of(scores.department(OCTOBER, MARKET), number).getFirst();

        cards.withdraw(card(line), "系统故障停机一天，不应扣分。", zhouMin);

        assertThat(of(scores.department(OCTOBER, MARKET), number)).hasSize(1);
    }

    @Test
    void points_by_hand_need_a_reason_and_can_be_taken_back_before_the_month_is_frozen() {
        clock.set("2026-10-15T09:00");
        var before = scores.department(OCTOBER, MARKET).score();

        assertThat(give("0", "按考核办法加分，有文件。")).isInstanceOf(ScoreOutcome.PointsWrong.class);
        assertThat(give("0.25", "按考核办法加分，有文件。")).isInstanceOf(ScoreOutcome.PointsWrong.class);
        assertThat(give("0.5", "加分")).isInstanceOf(ScoreOutcome.ReasonTooShort.class);
        assertThat(give("0.5", "全省业务竞赛获得第一名，按办法加分。")).isInstanceOf(ScoreOutcome.Done.class);

        var after = scores.department(OCTOBER, MARKET);
        assertThat(after.score().subtract(before)).isEqualByComparingTo("0.5");
        var point = after.lines().stream()
                .map(ScoreLine::manual)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(scores.takeBackPoints(point.id(), "竞赛结果更正，撤销加分。", zhouMin)).isInstanceOf(ScoreOutcome.Done.class);
        assertThat(scores.department(OCTOBER, MARKET).score()).isEqualByComparingTo(before);
    }

    @Test
    void a_month_is_frozen_when_it_is_over_and_once() {
        clock.set("2026-10-31T09:00");
        assertThat(scores.freeze(OCTOBER, zhouMin)).isInstanceOf(ScoreOutcome.NotOver.class);

        clock.set("2026-11-05T09:00");
        assertThat(scores.freeze(OCTOBER, zhouMin)).isInstanceOf(ScoreOutcome.Done.class);

        assertThat(scores.freeze(OCTOBER, zhouMin)).isInstanceOf(ScoreOutcome.Frozen.class);
        clock.set("2027-01-05T09:00");
        assertThat(scores.freeze(YearMonth.of(2026, 12), zhouMin))
                .isEqualTo(new ScoreOutcome.OutOfTurn(YearMonth.of(2026, 11)));
        assertThat(give("0.5", "全省业务竞赛获得第一名，按办法加分。")).isInstanceOf(ScoreOutcome.Frozen.class);
        assertThat(platform.getBean(AuditProofs.class).entriesAbout("score_month", "2026-10"))
                .anyMatch(entry -> entry.action().event().equals("supervision.freeze_month")
                        && entry.action().detail().containsKey("sha256"));
    }

    /** 评分可以复算: the frozen score, computed again from the times of events, is the same to the digit. */
    @Test
    void a_frozen_month_computed_anew_from_events_is_the_same() {
        late("2026-09-28T10:00", "2026-10-15T09:00");
        var forgiven = late("2026-09-29T10:00", "2026-10-16T09:00");
        cards.withdraw(card(of(scores.department(OCTOBER, MARKET), forgiven).getFirst()), "系统故障停机一天，不应扣分。", zhouMin);
        clock.set("2026-11-05T09:00");
        scores.freeze(OCTOBER, zhouMin);
        var kept = scores.department(OCTOBER, MARKET);

        clock.set("2027-03-04T09:00");
        var check = scores.check(OCTOBER, MARKET);

        assertThat(check.differences()).isEmpty();
        assertThat(check.again()).isEqualTo(kept.score());
        assertThat(check.withdrawn()).isPositive();
        assertThat(check.cards()).isGreaterThanOrEqualTo(3);
        assertThat(check.equal()).isTrue();
    }

    /** 冻结以后不重算: an appeal won later stands in the first month that is not frozen, and names the month it mends. */
    @Test
    void what_changes_after_freezing_is_corrected_in_the_next_open_month() {
        var number = late("2026-09-28T10:00", "2026-10-15T09:00");
        clock.set("2026-11-05T09:00");
        scores.freeze(OCTOBER, zhouMin);
        var kept = scores.department(OCTOBER, MARKET);
        var november = YearMonth.of(2026, 11);
        var card = card(of(kept, number).getFirst());

        cards.withdraw(card, "供电故障有证明，撤回这张牌。", zhouMin);

        assertThat(scores.department(OCTOBER, MARKET))
                .extracting(MonthScore::score)
                .isEqualTo(kept.score());
        var correction = corrections(november, card);
        assertThat(correction).hasSize(1);
        assertThat(correction.getFirst().points()).isEqualByComparingTo("1.5");
        assertThat(correction.getFirst().ofMonth()).isEqualTo(OCTOBER);
        clock.set("2026-12-04T09:00");
        scores.freeze(november, zhouMin);
        assertThat(corrections(november, card)).hasSize(1);
        assertThat(corrections(YearMonth.of(2026, 12), card)).isEmpty();
        cards.restore(card, "证明是另一天的，恢复这张牌。", zhouMin);
        assertThat(corrections(YearMonth.of(2026, 12), card))
                .extracting(ScoreLine::points)
                .containsExactly(new BigDecimal("-1.5"));
    }

    @Test
    void the_league_ranks_by_the_mean_of_the_months() {
        late("2026-09-28T10:00", "2026-10-15T09:00");
        clock.set("2026-11-05T09:00");
        scores.freeze(OCTOBER, zhouMin);

        var month = scores.league(ScorePeriod.holding(ScorePeriod.Span.MONTH, OCTOBER), SHANDONG, null);
        var quarter = scores.league(ScorePeriod.holding(ScorePeriod.Span.QUARTER, OCTOBER), SHANDONG, null);

        assertThat(month).extracting(LeagueRow::rank).isSorted();
        var mine = month.stream().filter(row -> row.department().equals(MARKET)).findFirst();
        assertThat(mine.orElseThrow().score())
                .isEqualByComparingTo(scores.department(OCTOBER, MARKET).score());
        assertThat(quarter).anyMatch(row -> row.department().equals(MARKET) && row.months() <= 2);
    }

    /** A case filed and accepted at one time and judged at another, when it is overdue. */
    private CaseNumber late(String filedAt, String judgedAt) {
        clock.set(filedAt);
        var number = cast.accepted();
        clock.set(judgedAt);
        judgement.judge();
        var dueOn = platform.getBean(CaseReading.class)
                .openMine(number, cast.wangHaiyan())
                .mainClock();
        assertThat(java.util.Objects.requireNonNull(dueOn).dueOn())
                .isBefore(LocalDate.parse(judgedAt.substring(0, 10)));
        return number;
    }

    private ScoreOutcome give(String points, String reason) {
        return scores.givePoints(new Scores.Given(OCTOBER, MARKET, new BigDecimal(points), reason), zhouMin);
    }

    private List<ScoreLine> corrections(YearMonth month, CardId card) {
        return scores.department(month, MARKET).lines().stream()
                .filter(line -> line.kind() == ScoreLine.Kind.CORRECTION)
                .filter(line -> card(line).equals(card))
                .toList();
    }

    private static CardId card(ScoreLine line) {
        return java.util.Objects.requireNonNull(line.card()).id();
    }

    private static List<ScoreLine> of(MonthScore score, CaseNumber number) {
        return score.lines().stream()
                .filter(line -> line.card() != null && line.card().subject().equals(number.value()))
                .toList();
    }

    private static BigDecimal sum(MonthScore score) {
        return score.lines().stream().map(ScoreLine::points).reduce(score.base(), BigDecimal::add);
    }
}
