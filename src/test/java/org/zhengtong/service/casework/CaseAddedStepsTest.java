package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseSteps.Add;
import org.zhengtong.service.casework.CaseSteps.SendBack;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** 加办: one case has a step more than its procedure; on a real database. */
@PlatformTest
class CaseAddedStepsTest {

    private static final String WHY = "住所与登记不一致，请实地核对";
    private static final DepartmentId TAXATION = new DepartmentId("370100.taxation");
    private static final DepartmentId OWN = new DepartmentId("370100.market-regulation");
    private static final Decision GRANTED = new Decision.Granted("好");
    private static final Decision DENIED = new Decision.Denied("不符", "不符合法定条件，理由另附书面说明", "可以申请行政复议或者提起行政诉讼");

    @Autowired
    ApplicationContext platform;

    @Autowired
    Cases cases;

    @Autowired
    CaseSteps steps;

    @Autowired
    CaseReading reading;

    @Autowired
    CaseCopies copies;

    @Autowired
    CaseClocks caseClocks;

    @Autowired
    Inbox inbox;

    @Autowired
    SettableClock clock;

    CaseworkFixtures fixtures;
    CaseNumber number;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
        fixtures = CaseworkFixtures.of(platform);
        number = fixtures.accepted();
    }

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    private CaseView view() {
        return reading.open(number, liu());
    }

    private CurrentUser liu() {
        return fixtures.liuSiyuanOfMarketRegulation();
    }

    private CaseView.Lane lane(String step) {
        return view().lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private TaskId task(String step) {
        return Objects.requireNonNull(lane(step).task());
    }

    private CurrentUser doer(String step) {
        return switch (lane(step).department().value()) {
            case "370100.taxation" -> fixtures.liWenOfTaxation();
            case "370100.human-resources" -> fixtures.chenLiOfHumanResources();
            default -> liu();
        };
    }

    private void grant(String... keys) {
        for (var step : keys) {
            assertThat(cases.decide(task(step), GRANTED, doer(step))).as(step).isInstanceOf(CaseOutcome.Done.class);
        }
    }

    private CaseOutcome add(boolean beside) {
        return steps.add(task("market-regulation"), new Add("实地核对", TAXATION, 2, beside, WHY), liu());
    }

    private List<String> open() {
        return view().lanes().stream()
                .filter(lane -> lane.state() == TaskState.OPEN)
                .map(CaseView.Lane::step)
                .toList();
    }

    @Test
    void a_step_before_mine_is_done_first_and_mine_comes_again_with_the_days_it_had_left() {
        assertThat(add(false)).isInstanceOf(CaseOutcome.Done.class);

        assertThat(open()).containsExactly(":added-1", "taxation", "human-resources");
        assertThat(lane("market-regulation").state()).isNull();
        var row = inbox.require(task(":added-1"), fixtures.liWenOfTaxation());
        assertThat(row.stepTitle()).isEqualTo("实地核对");
        assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        clock.set("2026-03-04T10:00");
        grant(":added-1");
        assertThat(open()).containsExactly("market-regulation", "taxation", "human-resources");
        assertThat(inbox.require(task("market-regulation"), liu()).dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        grant("market-regulation", "taxation", "human-resources");
        assertThat(view().file().state()).isEqualTo(CaseState.GRANTED);
        // the procedure, and so every other case, has no such step
        var other = fixtures.accepted();
        assertThat(reading.open(other, liu()).lanes()).hasSize(3);
    }

    @Test
    void a_step_beside_mine_is_finished_with_it_and_a_denial_of_it_denies() {
        assertThat(add(true)).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open()).containsExactly("market-regulation", ":added-1", "taxation", "human-resources");
        grant("market-regulation", "taxation", "human-resources");
        assertThat(view().file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(cases.decide(task(":added-1"), DENIED, fixtures.liWenOfTaxation()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(view().file().state()).isEqualTo(CaseState.DENIED);
    }

    @Test
    void supervision_knows_the_clock_of_an_added_step_by_the_steps_own_title() {
        add(false);
        var ref = new CaseClocks.ClockRef(number, ":added-1");
        var day = LocalDate.of(2026, 3, 10);
        clock.set(day + "T10:00");

        var view = platform.getBean(CaseRoll.class).clock(ref).orElseThrow();
        assertThat(view.title()).isEqualTo("实地核对");
        assertThat(view.dueOn()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(platform.getBean(CaseFacts.class).exceeded(day, day))
                .extracting(CaseFacts.Exceeded::clock)
                .filteredOn(each -> each.ref().equals(ref))
                .singleElement()
                .extracting(CaseClocks.DueClock::title)
                .isEqualTo("实地核对");
    }

    @Test
    void it_is_taken_back_while_nobody_has_done_it() {
        add(false);
        assertThatThrownBy(() -> steps.takeBack(number, 1, fixtures.chenLiOfHumanResources()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> steps.takeBack(number, 7, liu()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("added_step_not_found");
        var gone = task(":added-1");

        assertThat(steps.added(number, liu()))
                .extracting(CaseSteps.Added::title)
                .containsExactly("实地核对");
        assertThat(steps.takeBack(number, 1, liu())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(open()).containsExactly("market-regulation", "taxation", "human-resources");
        assertThat(view().clocks()).extracting(ClockView::step).doesNotContain(":added-1");
        assertThat(steps.added(number, liu())).isEmpty();
        assertThat(steps.takeBack(number, 1, liu())).isEqualTo(new CaseOutcome.StepEnded());
        assertThat(cases.decide(gone, GRANTED, fixtures.liWenOfTaxation())).isEqualTo(new CaseOutcome.StepEnded());
        add(false);
        grant(":added-2");
        assertThat(steps.takeBack(number, 2, liu())).isInstanceOf(CaseOutcome.AlreadyDone.class);
        assertThat(steps.added(number, liu())).isEmpty();
    }

    @Test
    void taking_the_last_open_step_back_settles_the_case() {
        add(true);
        grant("market-regulation", "taxation", "human-resources");

        assertThat(steps.takeBack(number, 1, liu())).isInstanceOf(CaseOutcome.Done.class);

        assertThat(view().file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(steps.takeBack(number, 1, liu())).isEqualTo(new CaseOutcome.NotPossible(CaseState.GRANTED));
    }

    @Test
    void a_step_that_another_was_added_to_stays_until_that_is_gone() {
        add(true);
        var added = task(":added-1");
        assertThat(steps.add(added, new Add("再核", TAXATION, 1, false, WHY), fixtures.liWenOfTaxation()))
                .isInstanceOf(CaseOutcome.Done.class);

        assertThat(open()).containsExactly("market-regulation", ":added-2", "taxation", "human-resources");
        assertThat(steps.takeBack(number, 1, liu())).isEqualTo(new CaseOutcome.StepBuiltOn("再核"));
        assertThat(steps.takeBack(number, 2, fixtures.liWenOfTaxation())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(steps.takeBack(number, 1, liu())).isInstanceOf(CaseOutcome.Done.class);
        assertThat(open()).containsExactly("market-regulation", "taxation", "human-resources");
    }

    @Test
    void the_case_goes_back_to_an_added_step_as_to_any_other() {
        add(false);
        grant(":added-1");

        assertThat(steps.sendBack(task("market-regulation"), new SendBack(":added-1", WHY), liu()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(open()).containsExactly(":added-1", "taxation", "human-resources");
        grant(":added-1", "market-regulation", "taxation", "human-resources");
        assertThat(view().file().state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void it_has_a_title_a_department_of_the_region_days_within_the_joint_clock_and_a_reason() {
        var own = task("market-regulation");
        assertThat(steps.add(own, new Add(" ", TAXATION, 2, true, WHY), liu()))
                .isEqualTo(new CaseOutcome.TitleMissing());
        assertThat(steps.add(own, new Add("核对", new DepartmentId("370200.taxation"), 2, true, WHY), liu()))
                .isInstanceOf(CaseOutcome.NotAskable.class);
        assertThat(steps.add(own, new Add("核对", TAXATION, 4, true, WHY), liu()))
                .isEqualTo(new CaseOutcome.DaysBeyond(3));
        assertThat(steps.add(own, new Add("核对", TAXATION, 0, true, WHY), liu()))
                .isEqualTo(new CaseOutcome.DaysBeyond(3));
        assertThat(steps.add(own, new Add("核对", TAXATION, 2, true, "看看"), liu()))
                .isEqualTo(new CaseOutcome.ReasonTooShort(2, 10));
        assertThatThrownBy(() -> steps.add(own, new Add("核对", TAXATION, 2, true, WHY), fixtures.liWenOfTaxation()))
                .isInstanceOf(ProblemException.class);
        // the lead adds to a step of another department, and its own department can do it
        assertThat(steps.add(task("taxation"), new Add("核对", TAXATION, 2, true, WHY), liu()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(steps.add(own, new Add("核对", OWN, 2, true, WHY), liu())).isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void supervision_knows_its_clock_and_neither_applicant_nor_another_node_why_it_was_added() {
        add(true);
        clock.set("2026-03-20T10:00");

        var due = caseClocks.dueOnOrBefore(LocalDate.of(2026, 3, 19), null, 10_000).stream()
                .filter(one -> one.ref().equals(new CaseClocks.ClockRef(number, ":added-1")))
                .findFirst()
                .orElseThrow();
        assertThat(due.title()).isEqualTo("实地核对");
        assertThat(due.department()).isEqualTo(TAXATION);
        var mine = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(mine.lanes()).extracting(CaseView.Lane::title).contains("实地核对");
        assertThat(mine.toString()).doesNotContain(WHY);
        assertThat(copies.copy(number).toString()).contains("实地核对").doesNotContain(WHY);
        assertThat(view().toString()).contains(WHY);
    }
}
