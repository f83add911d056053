package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.zhengtong.service.casework.Block;

/**
 * Where a case stands in its procedure's tree: a pure function of the tree, the results so far and the conditions that
 * hold. The order in which the results came does not matter.
 *
 * @param open the steps somebody has to do now, in the order of the tree
 * @param result what the whole tree has come to
 */
record Progress(List<String> open, Result result) {

    /** What a block has come to. */
    enum Result {
        PENDING,
        PASSED,
        FAILED
    }

    /** Walks the tree; {@code done} says for each step done whether it was granted. */
    static Progress next(Block tree, Map<String, Boolean> done, Predicate<Block.Condition> holds) {
        var open = new ArrayList<String>();
        var result = new Walk(done, holds).visit(tree, open);
        return new Progress(List.copyOf(open), result);
    }

    private record Walk(Map<String, Boolean> done, Predicate<Block.Condition> holds) {

        Result visit(Block block, List<String> open) {
            return switch (block) {
                case Block.Step step -> visitStep(step, open);
                case Block.Sequence sequence -> visitSequence(sequence, open);
                case Block.Parallel parallel -> visitParallel(parallel, open);
                case Block.Choice choice -> visitChoice(choice, open);
            };
        }

        private Result visitStep(Block.Step step, List<String> open) {
            var granted = done.get(step.key());
            if (granted == null) {
                open.add(step.key());
                return Result.PENDING;
            }
            return granted ? Result.PASSED : Result.FAILED;
        }

        private Result visitSequence(Block.Sequence sequence, List<String> open) {
            for (var part : sequence.parts()) {
                var result = visit(part, open);
                if (result != Result.PASSED) {
                    return result;
                }
            }
            return Result.PASSED;
        }

        private Result visitParallel(Block.Parallel parallel, List<String> open) {
            var passed = 0;
            var failed = 0;
            var pendingLead = new ArrayList<String>();
            var pending = new ArrayList<String>();
            for (var lane : parallel.lanes()) {
                var laneOpen = new ArrayList<String>();
                switch (visit(lane, laneOpen)) {
                    case PASSED -> passed++;
                    case FAILED -> failed++;
                    case PENDING -> {
                        pending.addAll(laneOpen);
                        if (lane.steps().anyMatch(Block.Step::lead)) {
                            pendingLead.addAll(laneOpen);
                        }
                    }
                }
            }
            var lanes = parallel.lanes().size();
            var needed = parallel.join().needed(lanes);
            var certain = passed >= needed ? Result.PASSED : failed > lanes - needed ? Result.FAILED : Result.PENDING;
            if (certain != Result.PENDING) {
                pending = remaining(parallel.others(), pending, pendingLead);
            }
            open.addAll(pending);
            return pending.isEmpty() ? certain : Result.PENDING;
        }

        private static ArrayList<String> remaining(
                Block.Others others, ArrayList<String> pending, ArrayList<String> pendingLead) {
            return switch (others) {
                case CANCEL -> new ArrayList<>();
                case FINISH -> pending;
                case LEAD_FINISHES -> pendingLead;
            };
        }

        private Result visitChoice(Block.Choice choice, List<String> open) {
            for (var branch : choice.branches()) {
                if (holds.test(branch.when())) {
                    return visit(branch.then(), open);
                }
            }
            return choice.otherwise() == null ? Result.PASSED : visit(choice.otherwise(), open);
        }
    }
}
