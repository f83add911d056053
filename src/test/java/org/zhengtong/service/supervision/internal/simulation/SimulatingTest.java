package org.zhengtong.service.supervision.internal.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.RuleOutcome;
import org.zhengtong.service.supervision.RuleSetState;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Rules;
import org.zhengtong.service.supervision.Simulation;
import org.zhengtong.service.supervision.Simulations;
import org.zhengtong.service.supervision.SupervisionRule;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** A version of the rules is drafted, tried on the past, approved by somebody else, and holds from its day on. */
@PlatformTest
class SimulatingTest {

    private static final String VERSION = "T-2026.11";

    @Autowired
    ApplicationContext platform;

    @Autowired
    RuleSets sets;

    @Autowired
    Rules rules;

    @Autowired
    Simulations simulations;

    @Autowired
    SimulationWork work;

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
    CurrentUser jiYunzhou;

    @BeforeEach
    void cast() {
        cast = CaseworkFixtures.of(platform);
        zhouMin = cast.staff("sd-0001");
        jiYunzhou = cast.staff("sd-0002");
        forget();
        clock.set("2026-10-12T09:00");
    }

    /** All classes share one database: no other may be judged by rules made here. */
    @AfterEach
    void forget() {
        jdbc.sql("delete from supervision.rule_set where version like 'T-%'").update();
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_draft_begins_as_a_copy_of_the_rules_in_force() {
        var set = drafted("2026-10-20");

        assertThat(set.state()).isEqualTo(RuleSetState.DRAFT);
        assertThat(set.basedOn()).isEqualTo("2026");
        assertThat(set.rules()).extracting(SupervisionRule::id).contains("limit-exceeded-1", "complaint-overdue");
        assertThat(rules.current().getFirst().version()).isEqualTo("2026");
    }

    /** 法不溯及既往: a version holds from tomorrow at the earliest. */
    @Test
    void a_version_does_not_reach_back_and_is_not_taken_twice() {
        assertThat(faults(sets.draft(head("T-2026.11", "2026-10-12"), zhouMin))).containsExactly("validFrom");
        assertThat(faults(sets.draft(head("中文", "2026-10-20"), zhouMin))).containsExactly("version");
        drafted("2026-10-20");
        assertThat(faults(sets.draft(head(VERSION, "2026-10-20"), zhouMin))).containsExactly("version");
    }

    @Test
    void a_rule_that_makes_no_sense_is_refused_field_by_field() {
        drafted("2026-10-20");

        var wrong =
                new SupervisionRule(VERSION, "x", 9, RuleKind.BAD_RATING, 3, null, new BigDecimal("0.25"), "", "", "");

        assertThat(faults(sets.put(VERSION, wrong, zhouMin)))
                .containsExactlyInAnyOrder("name", "text", "source", "threshold", "level", "points");
    }

    @Test
    void a_version_without_rules_is_not_proposed_and_a_draft_can_be_dropped() {
        drafted("2026-10-20").rules().forEach(rule -> sets.remove(VERSION, rule.id(), zhouMin));

        assertThat(faults(sets.propose(VERSION, zhouMin))).containsExactly("rules");
        assertThat(sets.drop(VERSION, zhouMin)).isInstanceOf(RuleOutcome.Done.class);
        assertThat(sets.all()).noneMatch(set -> set.version().equals(VERSION));
    }

    @Test
    void nobody_approves_his_own_draft_and_a_proposal_is_not_changed() {
        drafted("2026-10-20");
        assertThatThrownBy(() -> sets.approve(VERSION, zhouMin)).isInstanceOf(ProblemException.class);
        assertThat(sets.approve(VERSION, jiYunzhou)).isEqualTo(new RuleOutcome.NotPossible(RuleSetState.DRAFT));
        sets.propose(VERSION, zhouMin);

        assertThat(sets.put(VERSION, stepRule(), zhouMin))
                .isEqualTo(new RuleOutcome.NotPossible(RuleSetState.PROPOSED));
        assertThat(faults(sets.sendBack(VERSION, "不行", jiYunzhou))).containsExactly("words");
        sets.sendBack(VERSION, "环节超时的扣分请写依据，再报。", jiYunzhou);
        assertThat(sets.require(VERSION).state()).isEqualTo(RuleSetState.DRAFT);
        assertThat(sets.require(VERSION).words()).contains("请写依据");
    }

    @Test
    void an_approved_version_judges_what_happens_from_its_day_on_and_old_cards_keep_theirs() {
        var before = accepted("2026-10-12T10:00");
        clock.set("2026-10-19T09:00");
        judgement.judge();
        var old = stepCard(before);
        assertThat(old.ruleVersion()).isEqualTo("2026");
        assertThat(old.kind()).isEqualTo(RuleKind.LIMIT_EXCEEDED);
        drafted("2026-10-20");
        sets.put(VERSION, stepRule(), zhouMin);
        sets.propose(VERSION, zhouMin);
        assertThat(sets.approve(VERSION, jiYunzhou)).isInstanceOf(RuleOutcome.Done.class);
        assertThat(rules.current().getFirst().version()).isEqualTo("2026");

        var after = accepted("2026-10-20T10:00");
        assertThat(rules.current().getFirst().version()).isEqualTo(VERSION);
        clock.set("2026-10-26T09:00");
        judgement.judge();

        assertThat(stepCard(after).ruleVersion()).isEqualTo(VERSION);
        assertThat(stepCard(after).kind()).isEqualTo(RuleKind.STEP_EXCEEDED);
        assertThat(cards.require(old.id(), zhouMin).ruleVersion()).isEqualTo("2026");
        assertThat(rules.find("2026", old.ruleId())).isPresent();
    }

    @Test
    void a_trial_shows_what_would_change_and_issues_nothing() {
        var number = accepted("2026-10-12T10:00");
        clock.set("2026-10-30T09:00");
        judgement.judge();
        drafted("2026-11-20");
        sets.remove(VERSION, "limit-exceeded-2", zhouMin);
        var before = cards.list(new Cards.Filter(null, null, null), zhouMin, 1_000);

        var trial = simulations.start(VERSION, LocalDate.parse("2026-09-15"), LocalDate.parse("2026-10-29"), zhouMin);
        var progress = new Progress(false);
        work.run(String.valueOf(trial.id()), progress);

        assertThat(progress.done()).isEqualTo(2);
        var changed = simulations.found(
                trial.id(), new Simulation.Filter(Simulation.Change.CHANGED, null, null, ""), 5_000, zhouMin);
        assertThat(changed).anySatisfy(found -> {
            assertThat(found.subject()).isEqualTo(number.value());
            assertThat(java.util.Objects.requireNonNull(found.tried()).level()).isEqualTo(CardLevel.YELLOW);
            assertThat(java.util.Objects.requireNonNull(found.inForce()).level())
                    .isEqualTo(CardLevel.RED);
        });
        var result = simulations.result(trial.id(), zhouMin);
        assertThat(result.byRule()).extracting(Simulation.Tally::key).contains("limit-exceeded-1", "limit-exceeded-2");
        assertThat(result.changed()).isEqualTo(changed.size());
        assertThat(cards.list(new Cards.Filter(null, null, null), zhouMin, 1_000))
                .isEqualTo(before);
    }

    @Test
    void a_stopped_trial_ends_after_its_month() {
        drafted("2026-11-20");
        var trial = simulations.start(VERSION, LocalDate.parse("2026-01-01"), LocalDate.parse("2026-10-11"), zhouMin);

        var note = work.run(String.valueOf(trial.id()), new Progress(true));

        assertThat(note.key()).isEqualTo("supervision.simulate.stopped");
    }

    @Test
    void a_trial_of_days_to_come_or_without_the_right_is_refused() {
        drafted("2026-11-20");
        var from = LocalDate.parse("2026-10-01");

        assertThatThrownBy(() -> simulations.start(VERSION, from, LocalDate.parse("2026-10-30"), zhouMin))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> simulations.start(VERSION, from, from, cast.sunJingAtTheWindow()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> simulations.require(999_999, zhouMin)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> sets.require("T-none")).isInstanceOf(ProblemException.class);
    }

    private org.zhengtong.service.supervision.RuleSet drafted(String validFrom) {
        var outcome = sets.draft(head(VERSION, validFrom), zhouMin);
        assertThat(outcome).isInstanceOf(RuleOutcome.Done.class);
        return ((RuleOutcome.Done) outcome).set();
    }

    private static RuleSets.Head head(String version, String validFrom) {
        return new RuleSets.Head(version, "试行规则", LocalDate.parse(validFrom));
    }

    private static SupervisionRule stepRule() {
        return new SupervisionRule(
                VERSION,
                "step-exceeded-1",
                6,
                RuleKind.STEP_EXCEEDED,
                1,
                CardLevel.YELLOW,
                new BigDecimal("0.5"),
                "环节超时",
                "环节超过时限 1 个工作日，全程没有超过的，发黄牌。",
                "电子监察办法");
    }

    private static List<String> faults(RuleOutcome outcome) {
        assertThat(outcome).isInstanceOf(RuleOutcome.Wrong.class);
        return ((RuleOutcome.Wrong) outcome)
                .faults().stream().map(RuleOutcome.Fault::field).toList();
    }

    private CaseNumber accepted(String at) {
        clock.set(at);
        return cast.accepted();
    }

    private Card stepCard(CaseNumber number) {
        return cards.list(new Cards.Filter(null, null, null), zhouMin, 5_000).stream()
                .filter(card -> card.subject().equals(number.value())
                        && !card.step().isEmpty()
                        && card.department().slug().equals("taxation"))
                .findFirst()
                .orElseThrow();
    }

    /** Progress kept in memory. */
    private static final class Progress implements WorkProgress {
        private final boolean stop;
        private long done;

        Progress(boolean stop) {
            this.stop = stop;
        }

        @Override
        public WorkId id() {
            return new WorkId(1);
        }

        @Override
        public long done() {
            return done;
        }

        @Override
        public void expect(long total) {}

        @Override
        public void advance(long more, long setAside) {
            done += more;
        }

        @Override
        public void say(JobNote message) {}

        @Override
        public boolean canceled() {
            return stop;
        }
    }
}
