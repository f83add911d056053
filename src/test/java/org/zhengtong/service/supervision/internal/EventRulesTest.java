package org.zhengtong.service.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.feedback.Ratings;
import org.zhengtong.service.feedback.Satisfaction;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.Recount;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** What each kind of rule makes of events, by their times; tried without issuing anything. */
@PlatformTest
class EventRulesTest {

    private static final LocalDate FROM = LocalDate.parse("2026-08-01");
    private static final LocalDate TO = LocalDate.parse("2026-08-31");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Recount recount;

    @Autowired
    Judgement judgement;

    @Autowired
    Cards cards;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

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
    void a_late_step_counts_only_while_the_whole_is_not_late() {
        clock.set("2026-08-03T10:00");
        var number = cast.accepted();
        clock.set("2026-08-31T10:00");

        var charges = of(number, rule(RuleKind.STEP_EXCEEDED, 1), rule(RuleKind.LIMIT_EXCEEDED, 1));

        assertThat(charges)
                .anyMatch(charge -> charge.rule().kind() == RuleKind.LIMIT_EXCEEDED
                        && charge.step().isEmpty());
        assertThat(charges)
                .filteredOn(charge -> !charge.step().isEmpty())
                .allMatch(charge -> charge.rule().kind() == RuleKind.STEP_EXCEEDED);
        var whole = charges.stream()
                .filter(charge -> charge.step().isEmpty())
                .map(Charge::dueOn)
                .findFirst()
                .orElseThrow();
        assertThat(charges)
                .filteredOn(charge -> !charge.step().isEmpty())
                .noneMatch(charge -> charge.countsOn().isAfter(whole));
    }

    /** 行政许可法 第三十二条: an application that nobody answered in five working days. */
    @Test
    void an_application_not_answered_in_time_is_charged_to_the_window() {
        clock.set("2026-08-04T10:00");
        var number = cast.filed();
        clock.set("2026-08-20T10:00");

        var charges = of(number, rule(RuleKind.INTAKE_EXCEEDED, 1));

        assertThat(charges).hasSize(1);
        assertThat(charges.getFirst().department().slug()).isEqualTo("service-hall");
        assertThat(charges.getFirst().countsOn()).isEqualTo(LocalDate.parse("2026-08-12"));
    }

    @Test
    void what_could_not_be_known_on_a_day_is_not_charged_as_of_that_day() {
        clock.set("2026-08-04T10:00");
        var number = cast.filed();
        clock.set("2026-08-20T10:00");

        var rules = List.of(rule(RuleKind.INTAKE_EXCEEDED, 1));

        assertThat(recount.byRules(rules, FROM, TO, LocalDate.parse("2026-08-11")))
                .noneMatch(charge -> charge.subject().equals(number.value()));
        assertThat(recount.byRules(rules, FROM, TO, LocalDate.parse("2026-08-12")))
                .anyMatch(charge -> charge.subject().equals(number.value()));
    }

    /** The desk refuses short reasons; those of an older system come in as they were written. */
    @Test
    void a_denial_without_a_reason_is_charged_on_the_day_of_the_denial() {
        clock.set("2026-08-05T10:00");
        var number = cast.accepted();
        var task = step(number);
        cases.decide(
                task,
                new Decision.Denied("不予登记", "住所证明与申请书所写的住所不一致", "可以在六十日内申请行政复议"),
                cast.liuSiyuanOfMarketRegulation());
        assertThat(of(number, rule(RuleKind.DENIAL_REASON_TOO_SHORT, 10))).isEmpty();

        jdbc.sql("update casework.decision set reasons = '材料不全' where reasons = '住所证明与申请书所写的住所不一致'")
                .update();

        var charges = of(number, rule(RuleKind.DENIAL_REASON_TOO_SHORT, 10));
        assertThat(charges).hasSize(1);
        assertThat(charges.getFirst().countsOn()).isEqualTo(LocalDate.parse("2026-08-05"));
        assertThat(charges.getFirst().department().slug()).isEqualTo("market-regulation");
    }

    /** 好差评: silence is no praise and no blame; only what an applicant says counts. */
    @Test
    void a_bad_rating_is_charged_and_silence_is_not() {
        clock.set("2026-08-06T10:00");
        var rated = refused();
        var silent = refused();
        platform.getBean(Ratings.class)
                .rate(rated, new Ratings.Given(Satisfaction.DISSATISFIED, Set.of(), "理由没说清楚"), cast.wangHaiyan());

        assertThat(of(rated, rule(RuleKind.BAD_RATING, 4))).hasSize(1);
        assertThat(of(rated, rule(RuleKind.BAD_RATING, 5))).isEmpty();
        assertThat(of(silent, rule(RuleKind.BAD_RATING, 4))).isEmpty();
    }

    @Test
    void urging_a_department_is_charged_each_time() {
        clock.set("2026-08-03T10:00");
        var number = cast.accepted();
        clock.set("2026-08-17T10:00");
        judgement.judge();
        var card = cards.list(new Cards.Filter(null, null, null), zhouMin, 5_000).stream()
                .filter(each -> each.subject().equals(number.value()))
                .map(Card::id)
                .findFirst()
                .orElseThrow();

        cards.urge(card, "请三个工作日内办结并报告原因。", zhouMin);
        cards.urge(card, "已经过了三天，请今天办结。", zhouMin);

        assertThat(of(number, rule(RuleKind.ORDER_ISSUED, 1)))
                .hasSize(2)
                .allMatch(charge -> charge.countsOn().equals(LocalDate.parse("2026-08-17")));
    }

    private CaseNumber refused() {
        var number = cast.filed();
        cases.refuseAcceptance(number, "不属于本机关职权范围，请向登记地申请。", "可以在六十日内申请行政复议", cast.sunJingAtTheWindow());
        return number;
    }

    private TaskId step(CaseNumber number) {
        return platform.getBean(CaseReading.class).openMine(number, cast.wangHaiyan()).lanes().stream()
                .filter(lane -> lane.department().slug().equals("market-regulation"))
                .map(lane -> java.util.Objects.requireNonNull(lane.task()))
                .findFirst()
                .orElseThrow();
    }

    private List<Charge> of(CaseNumber number, SupervisionRule... rules) {
        return recount.byRules(List.of(rules), FROM, TO, TO).stream()
                .filter(charge -> charge.subject().equals(number.value()))
                .toList();
    }

    private static SupervisionRule rule(RuleKind kind, int threshold) {
        return new SupervisionRule(
                "T", kind.name(), 1, kind, threshold, CardLevel.YELLOW, new BigDecimal("0.5"), kind.name(), "", "");
    }
}
