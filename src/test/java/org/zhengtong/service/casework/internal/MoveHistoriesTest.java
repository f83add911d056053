package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/**
 * Random histories of random nested procedures, under the engine and under {@link MoveModel}: equal after every move in open
 * tasks, results, clocks and state, and in what is refused. {@code -Dzhengtong.histories} says how many.
 */
class MoveHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("zhengtong.histories", 1_000);
    private static final int MOVES = 40;
    private static final String WORDS = "情形复杂，须另行查明事实和证据";

    @Test
    void histories_come_out_as_a_simple_model_has_them() {
        var done = new TreeMap<String, Integer>();
        for (var seed = 1; seed <= HISTORIES; seed++) {
            new History(seed, done).run();
        }
        // each kind of move came about, and more than here and there
        assertThat(done).hasSize(14).allSatisfy((_, times) -> assertThat(times).isGreaterThan(HISTORIES / 100));
    }

    private static final class History {

        private final long seed;
        private final Random random;
        private final Map<String, Integer> done;
        private final List<String> keys = new ArrayList<>();
        private final MemoryCase engine;
        private final MoveModel model;
        private String told = "";

        History(long seed, Map<String, Integer> done) {
            this.seed = seed;
            this.done = done;
            random = new Random(seed);
            Set<String> holding = random.nextBoolean() ? Set.of("yes") : Set.of();
            Block tree;
            do {
                keys.clear();
                tree = tree(3);
            } while (keys.size() < 3
                    || Progress.next(tree, Map.of(), one -> holding.contains(one.source()))
                            .open()
                            .isEmpty());
            var on = LocalDate.of(2026, 3, 2).plusDays(random.nextInt(14));
            engine = new MemoryCase(tree, holding, on);
            assertDone(engine.intake.accept(MemoryCase.NUMBER, null, MemoryCase.DOER), true);
            model = new MoveModel(tree, holding, on);
            told = "seed " + seed + " " + tree;
            check();
        }

        void run() {
            for (var move = 0; move < MOVES && model.state.equals("ACCEPTED"); move++) {
                told = "seed " + seed + ", move " + move + " on " + model.today;
                move(random.nextInt(32));
                check();
            }
        }

        private void move(int kind) {
            switch (kind) {
                case 0, 1, 2, 3, 4 -> decide();
                case 5, 6, 7, 8, 9 -> sendBack();
                case 10, 11 -> recall();
                case 12, 13, 14 -> add();
                case 15, 16 -> takeBackStep();
                case 17, 18 -> countersign();
                case 19, 20, 21 -> sign();
                case 22 -> takeBackCountersign();
                case 23 -> askOpinion();
                case 24, 25, 26 -> pauseOrResume();
                case 27 -> extend(random.nextBoolean());
                case 28 -> {
                    if (random.nextInt(12) == 0) {
                        assertDone(engine.endings.withdraw(MemoryCase.NUMBER, WORDS, MemoryCase.DOER), true);
                        model.withdraw();
                        count("withdraw");
                    }
                }
                default -> {
                    model.today = model.today.plusDays(1 + random.nextInt(3));
                    engine.clock.today = model.today;
                }
            }
        }

        private void count(String what) {
            done.merge(what, 1, Integer::sum);
        }

        private void assertDone(CaseOutcome outcome, boolean expected) {
            assertThat(outcome instanceof CaseOutcome.Done)
                    .as(told + ": " + outcome)
                    .isEqualTo(expected);
        }

        private String anyOpen() {
            var open = List.copyOf(model.open);
            return open.get(random.nextInt(open.size()));
        }

        private TaskRow latest(String step) {
            return engine.loaded.tasks().stream()
                    .filter(task -> task.step().equals(step))
                    .reduce((_, last) -> last)
                    .orElseThrow();
        }

        private TaskId task(String step) {
            return new TaskId(MemoryCase.NUMBER, latest(step).serial());
        }

        private void decide() {
            var step = anyOpen();
            var grant = random.nextInt(4) > 0;
            var against = random.nextBoolean() ? WORDS : "";
            var groups = model.groups.getOrDefault(step, List.of());
            var may = !model.paused(step)
                    && (grant || !model.isRecheck(step))
                    && groups.stream().noneMatch(group -> group.open > 0)
                    && (!grant || !against.isEmpty() || groups.stream().noneMatch(MoveModel.Group::failed));
            var decision = grant ? new Decision.Granted("好") : new Decision.Denied("不", WORDS, WORDS);
            assertDone(engine.decisions.decide(task(step), decision, against, MemoryCase.DOER), may);
            if (may) {
                model.decide(step, grant);
                count(grant ? "grant" : "deny");
            }
        }

        private void recall() {
            if (model.results.isEmpty()) {
                return;
            }
            var steps = List.copyOf(new TreeSet<>(model.results.keySet()));
            var step = steps.get(random.nextInt(steps.size()));
            var may = model.mayRecall(step);
            assertDone(engine.decisions.recall(task(step), MemoryCase.DOER), may);
            if (may) {
                model.recall(step);
                count("recall");
            }
        }

        private void sendBack() {
            var step = anyOpen();
            var places = model.places(step);
            assertThat(new TreeSet<>(engine.returns.places(engine.loaded, latest(step))))
                    .as(told)
                    .isEqualTo(new TreeSet<>(places));
            var all = new ArrayList<>(model.steps());
            all.add("intake");
            var place = places.isEmpty() || random.nextInt(8) == 0
                    ? all.get(random.nextInt(all.size()))
                    : places.get(random.nextInt(places.size()));
            var may = !model.paused(step) && places.contains(place);
            told += " " + step + " back to " + place;
            assertDone(
                    engine.returns.sendBack(task(step), new CaseSteps.SendBack(place, WORDS), MemoryCase.DOER), may);
            if (may) {
                model.sendBack(step, place);
                count(place.equals("intake") ? "back to the intake" : "back");
            }
        }

        private void add() {
            var step = anyOpen();
            var beside = random.nextBoolean();
            var may = !model.paused(step) && !model.isRecheck(step);
            var add = new CaseSteps.Add("加", MemoryCase.OFFICE, 1, beside, WORDS);
            assertDone(engine.additions.add(task(step), add, MemoryCase.DOER), may);
            if (may) {
                model.add(step, 1, beside);
                count("add");
            }
        }

        private void takeBackStep() {
            if (model.bound.stream().allMatch(MoveModel.Amendment::recheck)) {
                return;
            }
            var added = model.bound.stream().filter(one -> !one.recheck()).toList();
            var one = added.get(random.nextInt(added.size()));
            var may = model.mayTakeBack(one);
            assertDone(engine.additions.takeBack(MemoryCase.NUMBER, one.serial(), MemoryCase.DOER), may);
            if (may) {
                model.takeBack(one);
                count("take a step back");
            }
        }

        /** Whether something can be asked for by today. */
        private boolean askable(String step) {
            var due = model.due(step);
            return MoveModel.works(model.today) && (due == null || !due.isBefore(model.today));
        }

        private void countersign() {
            var step = anyOpen();
            var needed = switch (random.nextInt(3)) {
                case 0 -> null;
                case 1 -> (Integer) 1;
                default -> (Integer) 2;
            };
            var asked = new CaseConsultations.Countersign(
                    MemoryCase.OTHERS, List.of(MemoryCase.COLLEAGUE.id()), needed, WORDS, model.today);
            var may = !model.isRecheck(step) && askable(step);
            assertDone(engine.countersigns.ask(task(step), asked, MemoryCase.DOER), may);
            if (may) {
                var group = new MoveModel.Group();
                group.open = 4;
                group.needed = needed == null ? 4 : needed;
                model.groups.computeIfAbsent(step, _ -> new ArrayList<>()).add(group);
                count("countersign");
            }
        }

        /** The open signatures of a step, and the model's group they belong to. */
        private void sign() {
            var open = engine.opinions.stream()
                    .filter(one -> one.signing() != null && one.open())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            var one = open.get(random.nextInt(open.size()));
            var agrees = random.nextBoolean();
            var signer = one.signing().signer() == null ? MemoryCase.user(3) : MemoryCase.COLLEAGUE;
            var answer =
                    new CaseConsultations.Answer(agrees ? Opinion.Stance.AGREE : Opinion.Stance.DISAGREE, WORDS);
            var group = group(one);
            assertDone(
                    engine.consultations.answer(new TaskId(MemoryCase.NUMBER, one.task()), answer, signer), true);
            group.open--;
            group.agreed += agrees ? 1 : 0;
            if (group.agreed >= group.needed || group.agreed + group.open < group.needed) {
                group.open = 0;
            }
            count("sign");
        }

        private MoveModel.Group group(Opinion one) {
            var step = engine.loaded.findTask(one.forTask()).orElseThrow().step();
            var first = engine.opinions.stream()
                    .filter(each -> each.signing() != null && each.forTask() == one.forTask())
                    .mapToInt(each -> each.signing().group())
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            return model.groups.get(step).get(first.indexOf(one.signing().group()));
        }

        private void takeBackCountersign() {
            var open = engine.opinions.stream()
                    .filter(one -> one.signing() != null && one.open())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
            var one = open.get(random.nextInt(open.size()));
            var group = group(one);
            assertDone(
                    engine.countersigns.takeBack(MemoryCase.NUMBER, one.signing().group(), MemoryCase.DOER), true);
            group.open = 0;
            group.taken = true;
            count("take a countersign back");
        }

        private void askOpinion() {
            var step = anyOpen();
            var department = MemoryCase.OTHERS.get(random.nextInt(3));
            var may = !model.isRecheck(step) && askable(step) && !asked(step, department);
            var ask = new CaseConsultations.Ask(List.of(department), WORDS, model.today);
            assertDone(engine.consultations.ask(task(step), ask, MemoryCase.DOER), may);
            if (may) {
                count("ask an opinion");
            }
        }

        private boolean asked(String step, DepartmentId department) {
            var serial = latest(step).serial();
            return engine.opinions.stream()
                    .anyMatch(one -> one.open()
                            && one.signing() == null
                            && one.forTask() == serial
                            && one.department().equals(department));
        }

        private void pauseOrResume() {
            var step = anyOpen();
            if (model.paused(step)) {
                var end = new CaseLimits.End("查明了", "");
                assertDone(engine.pauses.end(task(step), end, MemoryCase.DOER), true);
                model.resume(step);
                count("resume");
                return;
            }
            var start = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, WORDS, model.today);
            var may = !model.isRecheck(step);
            assertDone(engine.pauses.start(task(step), start, MemoryCase.DOER), may);
            if (may) {
                model.pause(step);
            }
        }

        private void extend(boolean whole) {
            var step = anyOpen();
            var row = latest(step);
            var lead = engine.loaded.procedure().step(step).lead();
            var clock = whole ? "" : step;
            var due = whole ? model.jointDue() : model.due(step);
            var may = row.kind().inTree()
                    && !step.startsWith(":")
                    && (!whole || lead)
                    && !model.extended.contains(clock)
                    && (due == null || !model.today.isAfter(due));
            assertDone(engine.more.ask(task(step), whole, WORDS, MemoryCase.DOER), may);
            if (may) {
                CurrentUser head = MemoryCase.COLLEAGUE;
                assertDone(engine.more.approve(MemoryCase.NUMBER, engine.extensions.size(), head), true);
                (whole ? model.joint : model.round(step)).days += MoveModel.MORE;
                model.extended.add(clock);
                count("extend");
            }
        }

        private void check() {
            var tasks = new TreeMap<String, TaskState>();
            engine.loaded.openTasks().forEach(task -> assertThat(tasks.put(task.step(), task.state()))
                    .as(told)
                    .isNull());
            assertThat(engine.loaded.file().state().name()).as(told).isEqualTo(model.state);
            assertThat(engine.loaded.results()).as(told).isEqualTo(model.results);
            var expected = new TreeMap<String, TaskState>();
            model.open.forEach(step -> expected.put(step, model.paused(step) ? TaskState.WAITING : TaskState.OPEN));
            assertThat(tasks).as(told).isEqualTo(expected);
            model.open.forEach(step -> {
                checkClock(step, model.due(step));
                if (!model.paused(step)) {
                    assertThat(latest(step).dueOn()).as(told + " " + step).isEqualTo(model.due(step));
                }
            });
            if (model.state.equals("ACCEPTED")) {
                checkClock(ClockView.JOINT, model.jointDue());
            }
            // nobody is asked for a task that is over
            engine.loaded.openQuestions().forEach(task -> assertThat(asksFor(task)).as(told).isTrue());
        }

        private boolean asksFor(TaskRow question) {
            var one = engine.opinions.stream()
                    .filter(each -> each.task() == question.serial())
                    .findFirst()
                    .orElseThrow();
            return one.open()
                    && engine.loaded.openTasks().stream().anyMatch(task -> task.serial() == one.forTask());
        }

        private void checkClock(String step, @Nullable LocalDate due) {
            var row = engine.clocks.get(step);
            assertThat(row.dueOn()).as(told + " clock of " + step).isEqualTo(due);
            assertThat(row.state())
                    .as(told + " clock of " + step)
                    .isEqualTo(due == null ? ClockView.State.STOPPED : ClockView.State.RUNNING);
        }

        private Block tree(int depth) {
            if (depth == 0 || random.nextInt(5) == 0) {
                var key = "s" + keys.size();
                keys.add(key);
                return new Block.Step(
                        key,
                        key,
                        Block.StepKind.DECIDE,
                        "any",
                        keys.size() == 1,
                        TimeLimit.workingDays(1 + random.nextInt(5)),
                        null,
                        null,
                        null,
                        new Procedure.MoreTime(TimeLimit.workingDays(MoveModel.MORE), "法"));
            }
            return switch (random.nextInt(5)) {
                case 0, 1 -> new Block.Sequence(trees(depth));
                case 2, 3 -> parallel(depth);
                default ->
                    new Block.Choice(
                            List.of(
                                    new Block.Branch(new Block.Condition("yes"), tree(depth - 1)),
                                    new Block.Branch(new Block.Condition("no"), tree(depth - 1))),
                            random.nextBoolean() ? tree(depth - 1) : null);
            };
        }

        private List<Block> trees(int depth) {
            var blocks = new ArrayList<Block>();
            for (var count = 1 + random.nextInt(3); count > 0; count--) {
                blocks.add(tree(depth - 1));
            }
            return blocks;
        }

        private Block parallel(int depth) {
            var lanes = trees(depth);
            Block.Join join = switch (random.nextInt(3)) {
                case 0 -> new Block.Join.All();
                case 1 -> new Block.Join.Any();
                default -> new Block.Join.AtLeast(1 + random.nextInt(lanes.size()));
            };
            return new Block.Parallel(lanes, join, Block.Others.values()[random.nextInt(3)]);
        }
    }
}
