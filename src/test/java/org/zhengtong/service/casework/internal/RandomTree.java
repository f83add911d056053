package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Procedure;

/** A random nested procedure, as blocks and as a pack has it. */
final class RandomTree {

    private final Random random;
    private final List<String> keys = new ArrayList<>();
    final Set<String> holding;
    final Block tree;

    RandomTree(Random random) {
        this.random = random;
        holding = random.nextBoolean() ? Set.of("yes") : Set.of();
        Block found;
        do {
            keys.clear();
            found = tree(3);
        } while (keys.size() < 3
                || Progress.next(found, Map.of(), one -> holding.contains(one.source()))
                        .open()
                        .isEmpty());
        tree = found;
    }

    private Block tree(int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            var key = "s" + keys.size();
            keys.add(key);
            return new Block.Step(
                    key,
                    key,
                    Block.StepKind.DECIDE,
                    "market-regulation",
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

    /** The tree as a pack has it, and the limits of the whole case. */
    String yaml() {
        return "tree:\n  " + yaml(tree, "  ") + "\n";
    }

    static String joint() {
        return "joint:\n  committed: %d wd\n  law: 法\n  extension: %d wd\n  extension-law: 法\n"
                .formatted(MoveModel.JOINT, MoveModel.MORE);
    }

    private String yaml(Block block, String in) {
        return switch (block) {
            case Block.Step step ->
                "step: {key: %s, title: %s, kind: decide, department: %s, lead: %s, committed: %d wd, extension: %d wd, extension-law: 法}"
                        .formatted(
                                step.key(),
                                step.key(),
                                step.department(),
                                step.lead(),
                                step.committed().amount(),
                                MoveModel.MORE);
            case Block.Sequence sequence -> "sequence:" + list(sequence.parts(), in + "  ");
            case Block.Parallel parallel ->
                "parallel:\n" + in + "  join: " + join(parallel) + "\n" + in + "  others: "
                        + parallel.others().name().toLowerCase(Locale.ROOT).replace('_', '-') + "\n" + in + "  lanes:"
                        + list(parallel.lanes(), in + "    ");
            case Block.Choice choice -> {
                var text = new StringBuilder("choice:\n" + in + "  branches:");
                choice.branches()
                        .forEach(branch -> text.append("\n" + in + "    - when: '"
                                + holding.contains(branch.when().source()) + "'\n" + in + "      then:\n" + in
                                + "        "
                                + yaml(branch.then(), in + "        ")));
                var other = choice.otherwise();
                yield other == null
                        ? text.toString()
                        : text + "\n" + in + "  else:\n" + in + "    " + yaml(other, in + "    ");
            }
        };
    }

    private static String join(Block.Parallel parallel) {
        return switch (parallel.join()) {
            case Block.Join.All _ -> "all";
            case Block.Join.Any _ -> "any";
            case Block.Join.AtLeast least -> String.valueOf(least.count());
        };
    }

    private String list(List<Block> blocks, String in) {
        return blocks.stream()
                .map(block -> "\n" + in + "- " + yaml(block, in + "  "))
                .collect(Collectors.joining());
    }
}
