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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;

/** One random history of one random nested procedure, done by the engine and by {@link MoveModel}; equal after every move. */
final class MoveHistory {

    private static final int MOVES = 40;
    private static final String WORDS = "情形复杂，须另行查明事实和证据";

    private final long seed;
    private final Random random;
    private final Map<String, Integer> done;
    private final RandomTree procedure;
    final Set<String> holding;
    final Block tree;
    final LocalDate on;
    private MoveCase engine;
    private MoveModel model;
    private String told = "";
    private int reopened;

    MoveHistory(long seed, LocalDate from, Map<String, Integer> done) {
        this.seed = seed;
        this.done = done;
        random = new Random(seed);
        procedure = new RandomTree(random);
        holding = procedure.holding;
        tree = procedure.tree;
        on = from.plusDays(random.nextInt(14));
    }

    /** The tree as a pack has it. */
    String yaml() {
        return procedure.yaml();
    }

    /** Runs it on an accepted case. */
    void run(MoveCase accepted, Predicate<LocalDate> working) {
        engine = accepted;
        model = new MoveModel(tree, holding, on, working);
        told = "seed " + seed + " " + tree;
        check();
        run();
    }

    private void run() {
        for (var move = 0; move < MOVES && !model.state.equals("WITHDRAWN"); move++) {
            told = "seed " + seed + ", move " + move + " on " + model.today;
            if (model.open.isEmpty()) {
                if (random.nextInt(3) == 0) {
                    return;
                }
                reopen();
            } else if (model.suspended() && random.nextInt(3) == 0) {
                goOn();
            } else {
                move(random.nextInt(35));
            }
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
            case 28, 29 -> suspend();
            case 30 -> {
                if (random.nextInt(12) == 0) {
                    assertDone(engine.cases().withdraw(engine.number(), WORDS, engine.applicant()), true);
                    model.withdraw();
                    count("withdraw");
                }
            }
            default -> {
                model.today = model.today.plusDays(1 + random.nextInt(3));
                engine.today(model.today);
            }
        }
    }

    /** Some days later the decision is revoked, and one or two steps are done again. */
    private void reopen() {
        model.today = model.today.plusDays(random.nextInt(40));
        engine.today(model.today);
        var places = model.reopenable();
        assertThat(engine.reopenings().places(engine.loaded())).as(told).containsExactlyInAnyOrderElementsOf(places);
        var chosen = new ArrayList<>(List.of(places.get(random.nextInt(places.size()))));
        if (random.nextBoolean()) {
            chosen.add(places.get(random.nextInt(places.size())));
        }
        told += " reopened at " + chosen;
        var register = new CaseReopenings.Register(
                Reopening.Kind.LITIGATION, "（2026）鲁01行终1号", "中级人民法院", model.today, WORDS, chosen, null);
        assertDone(engine.register(register), true);
        assertDone(engine.register(register), false);
        var serial = ++reopened;
        assertThat(confirmedByHimself(serial)).as(told).isFalse();
        assertDone(engine.reopenings().confirm(engine.number(), serial, engine.head()), true);
        model.reopen(chosen);
        count("reopen");
    }

    /** On the real database whoever registers may not be one who confirms at all. */
    private boolean confirmedByHimself(int serial) {
        try {
            return engine.reopenings().confirm(engine.number(), serial, engine.lead()) instanceof CaseOutcome.Done;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private void suspend() {
        var suspend = new CaseSuspensions.Suspend("force-majeure", WORDS, null);
        var may = !model.suspended();
        assertDone(engine.suspensions().suspend(engine.number(), suspend, engine.lead()), may);
        if (may) {
            model.suspend();
            count("suspend");
        }
    }

    private void goOn() {
        assertDone(engine.suspensions().resume(engine.number(), WORDS, engine.lead()), true);
        model.goOn();
        count("go on");
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
        return engine.loaded().tasks().stream()
                .filter(task -> task.step().equals(step))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private CurrentUser doer(String step) {
        return engine.doer(latest(step));
    }

    private CurrentUser asker(Opinion one) {
        return engine.doer(engine.loaded().findTask(one.forTask()).orElseThrow());
    }

    private TaskId task(String step) {
        return new TaskId(engine.number(), latest(step).serial());
    }

    private void decide() {
        var step = anyOpen();
        var grant = random.nextInt(4) > 0;
        var against = random.nextBoolean() ? WORDS : "";
        var groups = model.groups.getOrDefault(step, List.of());
        var may = !model.suspended()
                && !model.paused(step)
                && (grant || !model.isRecheck(step))
                && groups.stream().noneMatch(group -> group.open > 0)
                && (!grant || !against.isEmpty() || groups.stream().noneMatch(MoveModel.Group::failed));
        var decision = grant ? new Decision.Granted("好") : new Decision.Denied("不", WORDS, WORDS);
        assertDone(engine.cases().decide(task(step), decision, against, doer(step)), may);
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
        var may = !model.suspended() && model.mayRecall(step);
        assertDone(engine.cases().recall(task(step), doer(step)), may);
        if (may) {
            model.recall(step);
            count("recall");
        }
    }

    private void sendBack() {
        var step = anyOpen();
        var places = model.places(step);
        assertThat(new TreeSet<>(engine.returns().places(engine.loaded(), latest(step))))
                .as(told)
                .isEqualTo(new TreeSet<>(places));
        var all = new ArrayList<>(model.steps());
        all.add("intake");
        var place = places.isEmpty() || random.nextInt(8) == 0
                ? all.get(random.nextInt(all.size()))
                : places.get(random.nextInt(places.size()));
        var may = !model.suspended() && !model.paused(step) && places.contains(place);
        told += " " + step + " back to " + place;
        assertDone(engine.steps().sendBack(task(step), new CaseSteps.SendBack(place, WORDS), doer(step)), may);
        if (may) {
            model.sendBack(step, place);
            count(place.equals("intake") ? "back to the intake" : "back");
        }
    }

    private void add() {
        var step = anyOpen();
        var beside = random.nextBoolean();
        var may = !model.suspended() && !model.paused(step) && !model.isRecheck(step);
        var add = new CaseSteps.Add("加", latest(step).department(), 1, beside, WORDS);
        assertDone(engine.steps().add(task(step), add, doer(step)), may);
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
        var may = !model.suspended() && model.mayTakeBack(one);
        assertDone(engine.steps().takeBack(engine.number(), one.serial(), doer(one.anchor())), may);
        if (may) {
            model.takeBack(one);
            count("take a step back");
        }
    }

    /** Whether something can be asked for by today. */
    private boolean askable(String step) {
        var due = model.due(step);
        return !model.suspended() && model.works(model.today) && (due == null || !due.isBefore(model.today));
    }

    private void countersign() {
        var step = anyOpen();
        var needed = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> (Integer) 1;
            default -> (Integer) 2;
        };
        var asked = new CaseConsultations.Countersign(
                engine.others(), List.of(engine.colleague()), needed, WORDS, model.today);
        var may = !model.isRecheck(step) && askable(step);
        assertDone(engine.consultations().countersign(task(step), asked, doer(step)), may);
        if (may) {
            var group = new MoveModel.Group();
            group.open = engine.others().size() + 1;
            group.needed = needed == null ? group.open : needed;
            model.groups.computeIfAbsent(step, _ -> new ArrayList<>()).add(group);
            count("countersign");
        }
    }

    /** The open signatures of a step, and the model's group they belong to. */
    private void sign() {
        var open = engine.opinions().stream()
                .filter(one -> one.signing() != null && one.open())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var one = open.get(random.nextInt(open.size()));
        var agrees = random.nextBoolean();
        var signer = engine.signer(one);
        var answer = new CaseConsultations.Answer(agrees ? Opinion.Stance.AGREE : Opinion.Stance.DISAGREE, WORDS);
        var group = group(one);
        assertDone(
                engine.consultations().answer(new TaskId(engine.number(), one.task()), answer, signer),
                !model.suspended());
        if (model.suspended()) {
            return;
        }
        group.open--;
        group.agreed += agrees ? 1 : 0;
        if (group.agreed >= group.needed || group.agreed + group.open < group.needed) {
            group.open = 0;
        }
        count("sign");
    }

    private MoveModel.Group group(Opinion one) {
        var step = engine.loaded().findTask(one.forTask()).orElseThrow().step();
        var first = engine.opinions().stream()
                .filter(each -> each.signing() != null && each.forTask() == one.forTask())
                .mapToInt(each -> each.signing().group())
                .distinct()
                .sorted()
                .boxed()
                .toList();
        return model.groups.get(step).get(first.indexOf(one.signing().group()));
    }

    private void takeBackCountersign() {
        var open = engine.opinions().stream()
                .filter(one -> one.signing() != null && one.open())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var one = open.get(random.nextInt(open.size()));
        var group = group(one);
        assertDone(
                engine.consultations()
                        .takeBackCountersign(engine.number(), one.signing().group(), asker(one)),
                !model.suspended());
        if (model.suspended()) {
            return;
        }
        group.open = 0;
        group.taken = true;
        count("take a countersign back");
    }

    private void askOpinion() {
        var step = anyOpen();
        var department = engine.others().get(random.nextInt(engine.others().size()));
        var may = !model.isRecheck(step) && askable(step) && !asked(step, department);
        var ask = new CaseConsultations.Ask(List.of(department), WORDS, model.today);
        assertDone(engine.consultations().ask(task(step), ask, doer(step)), may);
        if (may) {
            count("ask an opinion");
        }
    }

    private boolean asked(String step, DepartmentId department) {
        var serial = latest(step).serial();
        return engine.opinions().stream()
                .anyMatch(one -> one.open()
                        && one.signing() == null
                        && one.forTask() == serial
                        && one.department().equals(department));
    }

    private void pauseOrResume() {
        var step = anyOpen();
        if (model.paused(step)) {
            var end = new CaseLimits.End("查明了", "");
            assertDone(engine.limits().end(task(step), end, doer(step)), !model.suspended());
            if (model.suspended()) {
                return;
            }
            model.resume(step);
            count("resume");
            return;
        }
        var start = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, WORDS, model.today);
        var may = !model.suspended() && !model.isRecheck(step);
        assertDone(engine.limits().start(task(step), start, doer(step)), may);
        if (may) {
            model.pause(step);
        }
    }

    private void extend(boolean whole) {
        var step = anyOpen();
        var row = latest(step);
        var lead = engine.loaded().procedure().step(step).lead();
        var clock = whole ? "" : step;
        var due = whole ? model.jointDue() : model.due(step);
        var may = !model.suspended()
                && row.kind().inTree()
                && !step.startsWith(":")
                && (!whole || lead)
                && !model.extended.contains(clock)
                && (due == null || !model.today.isAfter(due));
        assertDone(engine.limits().ask(task(step), whole, WORDS, doer(step)), may);
        if (may) {
            var head = engine.head();
            assertDone(engine.limits().approve(engine.number(), engine.extensions(), head), true);
            (whole ? model.joint : model.round(step)).days += MoveModel.MORE;
            model.extended.add(clock);
            count("extend");
        }
    }

    private void check() {
        var tasks = new TreeMap<String, TaskState>();
        engine.loaded()
                .openTasks()
                .forEach(task -> assertThat(tasks.put(task.step(), task.state()))
                        .as(told)
                        .isNull());
        assertThat(engine.loaded().file().state().name()).as(told).isEqualTo(model.state);
        assertThat(engine.loaded().results()).as(told).isEqualTo(model.results);
        var expected = new TreeMap<String, TaskState>();
        model.open.forEach(step ->
                expected.put(step, model.suspended() || model.paused(step) ? TaskState.WAITING : TaskState.OPEN));
        assertThat(tasks).as(told).isEqualTo(expected);
        model.open.forEach(step -> {
            checkClock(step, model.due(step));
            if (model.suspended()) {
                assertThat(latest(step).dueOn()).as(told).isNull();
            } else if (!model.paused(step)) {
                assertThat(latest(step).dueOn()).as(told + " " + step).isEqualTo(model.due(step));
            }
        });
        if (!model.open.isEmpty()) {
            checkClock(ClockView.JOINT, model.jointDue());
        }
        // nobody is asked for a task that is over
        engine.loaded()
                .openQuestions()
                .forEach(task -> assertThat(asksFor(task)).as(told).isTrue());
    }

    private boolean asksFor(TaskRow question) {
        var one = engine.opinions().stream()
                .filter(each -> each.task() == question.serial())
                .findFirst()
                .orElseThrow();
        return one.open() && engine.loaded().openTasks().stream().anyMatch(task -> task.serial() == one.forTask());
    }

    private void checkClock(String step, @Nullable LocalDate due) {
        var row = engine.clocks().get(step);
        assertThat(row.dueOn()).as(told + " clock of " + step).isEqualTo(due);
        assertThat(row.state())
                .as(told + " clock of " + step)
                .isEqualTo(due == null ? ClockView.State.STOPPED : ClockView.State.RUNNING);
    }
}
