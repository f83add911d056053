package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhengtong.service.casework.Block;

/**
 * What comes before what in a tree. One step comes after another when the smallest block that holds both is a sequence and
 * has it later; steps of different lanes or branches come neither before nor after each other.
 */
final class TreeOrder {

    private TreeOrder() {}

    /** The steps before this one, in the order of the tree. */
    static List<String> before(Block tree, String step) {
        var found = new ArrayList<String>();
        collect(tree, step, found, (parts, at) -> parts.subList(0, at));
        return tree.steps().map(Block.Step::key).filter(found::contains).toList();
    }

    /** The steps after this one. */
    static Set<String> after(Block tree, String step) {
        var found = new LinkedHashSet<String>();
        collect(tree, step, found, (parts, at) -> parts.subList(at + 1, parts.size()));
        return found;
    }

    @FunctionalInterface
    private interface Side {
        List<Block> of(List<Block> parts, int at);
    }

    private static void collect(Block block, String step, java.util.Collection<String> found, Side side) {
        if (block instanceof Block.Sequence sequence) {
            var at = indexOf(sequence.parts(), step);
            if (at >= 0) {
                side.of(sequence.parts(), at).stream()
                        .flatMap(Block::steps)
                        .map(Block.Step::key)
                        .forEach(found::add);
            }
        }
        parts(block).filter(part -> holds(part, step)).forEach(part -> collect(part, step, found, side));
    }

    private static int indexOf(List<Block> parts, String step) {
        for (var at = 0; at < parts.size(); at++) {
            if (holds(parts.get(at), step)) {
                return at;
            }
        }
        return -1;
    }

    /** Whether the block has this step. */
    static boolean holds(Block block, String step) {
        return block.steps().anyMatch(one -> one.key().equals(step));
    }

    private static Stream<Block> parts(Block block) {
        return switch (block) {
            case Block.Step _ -> Stream.empty();
            case Block.Sequence sequence -> sequence.parts().stream();
            case Block.Parallel parallel -> parallel.lanes().stream();
            case Block.Choice choice ->
                Stream.concat(
                        choice.branches().stream().map(Block.Branch::then), Stream.ofNullable(choice.otherwise()));
        };
    }

    /** The same block with each of its parts changed. */
    static Block map(Block block, Function<Block, Block> change) {
        return switch (block) {
            case Block.Step step -> step;
            case Block.Sequence sequence ->
                new Block.Sequence(sequence.parts().stream().map(change).toList());
            case Block.Parallel parallel ->
                new Block.Parallel(parallel.lanes().stream().map(change).toList(), parallel.join(), parallel.others());
            case Block.Choice choice -> {
                var other = choice.otherwise();
                yield new Block.Choice(
                        choice.branches().stream()
                                .map(branch -> new Block.Branch(branch.when(), change.apply(branch.then())))
                                .toList(),
                        other == null ? null : change.apply(other));
            }
        };
    }
}
