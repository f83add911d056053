package org.zhengtong.service.casework;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.workdays.TimeLimit;

/** The tree of a procedure: what happens after acceptance, in which order, by whom, within which limits. */
public sealed interface Block {

    /** All steps of this block, in the order they stand in the pack. */
    Stream<Step> steps();

    /** Those that a case can reach when these conditions hold. */
    default Stream<Step> taken(Predicate<Condition> holds) {
        return switch (this) {
            case Step step -> Stream.of(step);
            case Sequence sequence -> sequence.parts().stream().flatMap(part -> part.taken(holds));
            case Parallel parallel -> parallel.lanes().stream().flatMap(lane -> lane.taken(holds));
            case Choice choice -> {
                var branch = choice.branches().stream()
                        .filter(one -> holds.test(one.when()))
                        .findFirst();
                var block = branch.isPresent() ? branch.get().then() : choice.otherwise();
                yield block == null ? Stream.<Step>empty() : block.taken(holds);
            }
        };
    }

    /** Whether the way through it depends on the applicant's answers. */
    default boolean forked() {
        return switch (this) {
            case Step _ -> false;
            case Sequence sequence -> sequence.parts().stream().anyMatch(Block::forked);
            case Parallel parallel -> parallel.lanes().stream().anyMatch(Block::forked);
            case Choice _ -> true;
        };
    }

    /**
     * One department does one thing.
     *
     * @param key unique in the procedure
     * @param department the department's English slug ({@code market-regulation}), found for the case's division or the next
     *     division above it, or a whole department id
     * @param lead true for the department that leads; its decision settles a case another department denied
     * @param law the article the statutory limit comes from
     * @param extension how much longer the limit can become; null when it cannot
     * @param own what the lane of a bundle (一件事) has of its own
     */
    record Step(
            String key,
            String title,
            StepKind kind,
            String department,
            boolean lead,
            @Nullable TimeLimit committed,
            @Nullable TimeLimit statutory,
            @Nullable String law,
            @Nullable String resultTitle,
            Procedure.@Nullable MoreTime extension,
            Own own)
            implements Block {

        /** A step of no item but the procedure's. */
        public Step(
                String key,
                String title,
                StepKind kind,
                String department,
                boolean lead,
                @Nullable TimeLimit committed,
                @Nullable TimeLimit statutory,
                @Nullable String law,
                @Nullable String resultTitle,
                Procedure.@Nullable MoreTime extension) {
            this(key, title, kind, department, lead, committed, statutory, law, resultTitle, extension, Own.NOTHING);
        }

        @Override
        public Stream<Step> steps() {
            return Stream.of(this);
        }
    }

    /**
     * The item that a lane of a bundle stands for and the licence that its decision leads to, beside those of the whole.
     */
    record Own(@Nullable ItemCode item, @Nullable String license) {
        /** Neither. */
        public static final Own NOTHING = new Own(null, null);
    }

    /**
     * What a step is for. Intake, opinions and signatures are no steps of a procedure: one comes before every tree, the others
     * stand beside it.
     */
    enum StepKind {
        INTAKE,
        EXAMINE,
        DECIDE,
        OPINION,
        SIGN,
        VISIT,
        CHECK;

        /**
         * Whether such tasks stand beside the tree: other departments and colleagues say what they think or what they saw, or a
         * commitment is checked after the decision.
         */
        public boolean beside() {
            return this == OPINION || this == SIGN || this == VISIT || this == CHECK;
        }

        /** Whether the procedure's tree has such steps. */
        public boolean inTree() {
            return this == EXAMINE || this == DECIDE;
        }
    }

    /** One after the other; ends with the first that fails. */
    record Sequence(List<Block> parts) implements Block {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<Step> steps() {
            return parts.stream().flatMap(Block::steps);
        }
    }

    /** All at once (并联). */
    record Parallel(List<Block> lanes, Join join, Others others) implements Block {
        public Parallel {
            lanes = List.copyOf(lanes);
        }

        @Override
        public Stream<Step> steps() {
            return lanes.stream().flatMap(Block::steps);
        }
    }

    /** How many lanes must pass. */
    sealed interface Join {

        /** How many of so many lanes. */
        int needed(int lanes);

        /** Every lane. */
        record All() implements Join {
            @Override
            public int needed(int lanes) {
                return lanes;
            }
        }

        /** One lane is enough. */
        record Any() implements Join {
            @Override
            public int needed(int lanes) {
                return 1;
            }
        }

        /** So many of them. */
        record AtLeast(int count) implements Join {
            @Override
            public int needed(int lanes) {
                return count;
            }
        }
    }

    /** What happens to the other lanes once it is certain whether enough pass. */
    enum Others {
        /** They end at once. */
        CANCEL,
        /** They are finished; the block ends with the last. */
        FINISH,
        /** The lead department's lanes are finished, the rest ends at once. */
        LEAD_FINISHES
    }

    /** The first branch whose condition holds for the application's answers; else the other one; else nothing to do. */
    record Choice(List<Branch> branches, @Nullable Block otherwise) implements Block {
        public Choice {
            branches = List.copyOf(branches);
        }

        @Override
        public Stream<Step> steps() {
            var other = otherwise == null ? Stream.<Step>empty() : otherwise.steps();
            return Stream.concat(
                    branches.stream().flatMap(branch -> branch.then().steps()), other);
        }
    }

    /** A condition and what follows when it holds. */
    record Branch(Condition when, Block then) {}

    /** A condition in CEL over {@code answers}, such as {@code answers.company.capital > 5000000}. */
    record Condition(String source) {}
}
