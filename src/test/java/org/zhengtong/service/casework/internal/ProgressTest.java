package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.zhengtong.service.casework.Block;

/** Random trees, random histories: the walk agrees with a naive model that keeps a mutable state for each block. */
class ProgressTest {

    private final List<String> keys = new ArrayList<>();

    @Property(tries = 2_000)
    void agrees_with_a_naive_model_after_every_result(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int depth) {
        var random = new Random(seed);
        keys.clear();
        var tree = tree(random, depth);
        Set<String> holding = random.nextBoolean() ? Set.of("yes") : Set.of();
        var done = new HashMap<String, Boolean>();

        for (var turn = 0; turn <= keys.size(); turn++) {
            var progress = Progress.next(tree, done, condition -> holding.contains(condition.source()));
            var model = new Model(done, holding);
            var result = model.run(tree);

            assertThat(progress.result()).isEqualTo(result);
            assertThat(new HashSet<>(progress.open())).isEqualTo(model.open(tree));
            assertThat(progress.open()).noneMatch(done::containsKey);
            assertThat(progress.open().isEmpty()).isEqualTo(result != Progress.Result.PENDING);
            if (progress.open().isEmpty()) {
                return;
            }
            done.put(progress.open().get(random.nextInt(progress.open().size())), random.nextInt(4) > 0);
        }
    }

    @Property(tries = 500)
    void opens_only_what_is_taken_and_passes_when_all_of_it_is_granted(@ForAll long seed) {
        var random = new Random(seed);
        keys.clear();
        var tree = tree(random, 3);
        Set<String> holding = random.nextBoolean() ? Set.of("yes") : Set.of();
        var taken = tree.taken(condition -> holding.contains(condition.source()))
                .map(Block.Step::key)
                .toList();
        var done = new HashMap<String, Boolean>();
        for (var turn = 0; turn <= keys.size(); turn++) {
            var progress = Progress.next(tree, done, condition -> holding.contains(condition.source()));
            assertThat(taken).containsAll(progress.open());
            progress.open().forEach(key -> done.put(key, true));
        }
        assertThat(Progress.next(tree, done, condition -> holding.contains(condition.source()))
                        .result())
                .isEqualTo(Progress.Result.PASSED);
        assertThat(tree.steps().map(Block.Step::key).toList()).containsAll(taken);
    }

    @Property(tries = 500)
    void does_not_depend_on_the_order_of_the_results(@ForAll long seed) {
        var random = new Random(seed);
        keys.clear();
        var tree = tree(random, 2);
        var done = new HashMap<String, Boolean>();
        keys.forEach(key -> {
            if (random.nextBoolean()) {
                done.put(key, random.nextBoolean());
            }
        });

        var reversed = new java.util.LinkedHashMap<String, Boolean>();
        keys.reversed().stream().filter(done::containsKey).forEach(key -> reversed.put(key, done.get(key)));

        assertThat(Progress.next(tree, reversed, condition -> true))
                .isEqualTo(Progress.next(tree, done, condition -> true));
    }

    private Block tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            var key = "s" + keys.size();
            keys.add(key);
            return new Block.Step(
                    key, key, Block.StepKind.DECIDE, "any", random.nextInt(3) == 0, null, null, null, null, null);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Block.Sequence(trees(random, depth));
            case 1 -> parallel(random, depth);
            default ->
                new Block.Choice(
                        List.of(
                                new Block.Branch(new Block.Condition("yes"), tree(random, depth - 1)),
                                new Block.Branch(new Block.Condition("no"), tree(random, depth - 1))),
                        random.nextBoolean() ? tree(random, depth - 1) : null);
        };
    }

    private List<Block> trees(Random random, int depth) {
        var blocks = new ArrayList<Block>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            blocks.add(tree(random, depth - 1));
        }
        return blocks;
    }

    private Block parallel(Random random, int depth) {
        var lanes = trees(random, depth);
        Block.Join join = switch (random.nextInt(3)) {
            case 0 -> new Block.Join.All();
            case 1 -> new Block.Join.Any();
            default -> new Block.Join.AtLeast(1 + random.nextInt(lanes.size()));
        };
        return new Block.Parallel(lanes, join, Block.Others.values()[random.nextInt(3)]);
    }

    /** The rules said once more, plainly: results by counting, open steps by asking each block for its own. */
    private record Model(Map<String, Boolean> done, Set<String> holding) {

        Progress.Result run(Block block) {
            return switch (block) {
                case Block.Step step ->
                    !done.containsKey(step.key())
                            ? Progress.Result.PENDING
                            : done.get(step.key()) ? Progress.Result.PASSED : Progress.Result.FAILED;
                case Block.Sequence sequence ->
                    sequence.parts().stream()
                            .map(this::run)
                            .filter(result -> result != Progress.Result.PASSED)
                            .findFirst()
                            .orElse(Progress.Result.PASSED);
                case Block.Parallel parallel ->
                    running(parallel).isEmpty() ? certain(parallel) : Progress.Result.PENDING;
                case Block.Choice choice -> {
                    var taken = taken(choice);
                    yield taken == null ? Progress.Result.PASSED : run(taken);
                }
            };
        }

        /** What is certain already: enough passed, or too many failed for enough to pass. */
        Progress.Result certain(Block.Parallel parallel) {
            var passed = count(parallel, Progress.Result.PASSED);
            var failed = count(parallel, Progress.Result.FAILED);
            var needed = parallel.join().needed(parallel.lanes().size());
            if (passed >= needed) {
                return Progress.Result.PASSED;
            }
            return parallel.lanes().size() - failed < needed ? Progress.Result.FAILED : Progress.Result.PENDING;
        }

        long count(Block.Parallel parallel, Progress.Result result) {
            return parallel.lanes().stream().filter(lane -> run(lane) == result).count();
        }

        /** The lanes somebody still works on. */
        List<Block> running(Block.Parallel parallel) {
            var certain = certain(parallel) != Progress.Result.PENDING;
            return parallel.lanes().stream()
                    .filter(lane -> run(lane) == Progress.Result.PENDING)
                    .filter(lane -> !certain
                            || parallel.others() == Block.Others.FINISH
                            || (parallel.others() == Block.Others.LEAD_FINISHES
                                    && lane.steps().anyMatch(Block.Step::lead)))
                    .toList();
        }

        Set<String> open(Block block) {
            if (run(block) != Progress.Result.PENDING) {
                return Set.of();
            }
            var open = new HashSet<String>();
            switch (block) {
                case Block.Step step -> open.add(step.key());
                case Block.Sequence sequence ->
                    open.addAll(open(sequence.parts().stream()
                            .filter(part -> run(part) != Progress.Result.PASSED)
                            .findFirst()
                            .orElseThrow()));
                case Block.Parallel parallel -> running(parallel).forEach(lane -> open.addAll(open(lane)));
                case Block.Choice choice -> open.addAll(open(java.util.Objects.requireNonNull(taken(choice))));
            }
            return open;
        }

        @org.jspecify.annotations.Nullable
        Block taken(Block.Choice choice) {
            for (var branch : choice.branches()) {
                if (holding.contains(branch.when().source())) {
                    return branch.then();
                }
            }
            return choice.otherwise();
        }
    }
}
