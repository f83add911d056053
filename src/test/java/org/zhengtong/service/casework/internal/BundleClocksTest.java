package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.TaskId;

/** A bundle has one joint clock, and one for each lane that its applicant chose, begun on the day the lane could begin. */
class BundleClocksTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final List<String> OPTIONS = List.of("insurance", "card");

    private final Block tree = new Block.Sequence(List.of(
            step("certificate", true, 1),
            new Block.Parallel(
                    List.of(
                            step("household", false, 2),
                            step("vaccination", false, 1),
                            chosen("insurance", 2),
                            chosen("card", 3)),
                    new Block.Join.All(),
                    Block.Others.FINISH)));

    private static Block.Step step(String key, boolean lead, int days) {
        return new Block.Step(
                key,
                key,
                Block.StepKind.DECIDE,
                MemoryCase.OFFICE.value(),
                lead,
                TimeLimit.workingDays(days),
                null,
                null,
                null,
                null);
    }

    private static Block chosen(String key, int days) {
        return new Block.Choice(List.of(new Block.Branch(new Block.Condition(key), step(key, false, days))), null);
    }

    @Property(tries = 300)
    void each_chosen_lane_has_its_own_clock_beside_the_joint_one(@ForAll long seed) {
        var random = new Random(seed);
        Set<String> choices = new HashSet<>(OPTIONS);
        choices.removeIf(option -> random.nextBoolean());
        var bundle = new MemoryCase(tree, choices, MONDAY);
        assertThat(bundle.cases().accept(MemoryCase.NUMBER, null, MemoryCase.DOER))
                .isInstanceOf(CaseOutcome.Done.class);
        var joint = Objects.requireNonNull(bundle.clocks().get(ClockView.JOINT));
        var day = MONDAY;
        var began = MONDAY;

        while (bundle.loaded().file().state() == CaseState.ACCEPTED) {
            var open = bundle.loaded().openTasks();
            var task = open.get(random.nextInt(open.size()));
            var clock = Objects.requireNonNull(bundle.clocks().get(task.step()));
            assertThat(clock.startedOn()).isEqualTo(began);
            assertThat(clock.dueOn()).isEqualTo(task.dueOn());
            assertThat(bundle.clocks().get(ClockView.JOINT)).isEqualTo(joint);
            day = day.plusDays(random.nextInt(3));
            bundle.today(day);
            if (task.step().equals("certificate")) {
                began = day;
            }
            assertThat(bundle.cases()
                            .decide(
                                    new TaskId(MemoryCase.NUMBER, task.serial()),
                                    new Decision.Granted("同意"),
                                    MemoryCase.DOER))
                    .isInstanceOf(CaseOutcome.Done.class);
        }

        var expected = new HashSet<>(choices);
        expected.addAll(Set.of(ClockView.JOINT, ClockView.INTAKE, "certificate", "household", "vaccination"));
        assertThat(bundle.clocks().keySet()).isEqualTo(expected);
        assertThat(bundle.loaded().file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(bundle.clocks().values()).allMatch(clock -> clock.endedAt() != null);
    }
}
