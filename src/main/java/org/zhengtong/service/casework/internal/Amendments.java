package org.zhengtong.service.casework.internal;

import java.util.List;
import org.zhengtong.service.casework.Block;

/** The tree of one case: that of its procedure with what was added for it, in the order it was added. */
final class Amendments {

    private Amendments() {}

    /** As it came about: what was added later stands where it was put, whatever has ended since. */
    static Block apply(Block tree, List<AddedStep> added) {
        var amended = tree;
        for (var one : added) {
            amended = place(without(amended, added, one.serial() - 1), one);
        }
        return without(amended, added, added.size());
    }

    private static Block without(Block tree, List<AddedStep> added, int count) {
        var kept = tree;
        for (var one : added) {
            if (!one.bound() && one.goneAfter() <= count && TreeOrder.holds(kept, one.key())) {
                kept = without(kept, one.key());
            }
        }
        return kept;
    }

    /** An added step stands with one other block, which takes the place of both. */
    private static Block without(Block block, String key) {
        var parts = switch (block) {
            case Block.Sequence sequence -> sequence.parts();
            case Block.Parallel parallel -> parallel.lanes();
            case Block.Step _, Block.Choice _ -> List.<Block>of();
        };
        if (parts.size() == 2) {
            for (var at = 0; at < 2; at++) {
                if (parts.get(at) instanceof Block.Step step && step.key().equals(key)) {
                    return parts.get(1 - at);
                }
            }
        }
        return TreeOrder.map(block, part -> without(part, key));
    }

    private static Block place(Block block, AddedStep one) {
        if (!TreeOrder.holds(block, one.anchor())) {
            return block;
        }
        return switch (one.place()) {
            case FIRST -> first(block, one);
            case BEFORE, BESIDE ->
                block instanceof Block.Step step
                        ? one.place() == AddedStep.Place.BEFORE ? before(step, one) : beside(step, one)
                        : TreeOrder.map(block, part -> place(part, one));
        };
    }

    /**
     * Down to where nothing comes before the anchor, past lanes that do not depend on it: there the way to the anchor
     * begins.
     */
    private static Block first(Block block, AddedStep one) {
        var begins = switch (block) {
            case Block.Step _ -> true;
            case Block.Sequence sequence -> !TreeOrder.holds(sequence.parts().getFirst(), one.anchor());
            case Block.Parallel _, Block.Choice _ -> false;
        };
        return begins ? before(block, one) : TreeOrder.map(block, part -> place(part, one));
    }

    private static Block before(Block block, AddedStep one) {
        return new Block.Sequence(List.of(one.step(), block));
    }

    /** Both are finished whatever the other comes to: neither cuts the other short. */
    private static Block beside(Block block, AddedStep one) {
        return new Block.Parallel(List.of(block, one.step()), new Block.Join.All(), Block.Others.FINISH);
    }
}
