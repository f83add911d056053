package org.zhengtong.service.casework.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Procedure;

/** What must hold in a procedure beyond its shape: departments, one lead, conditions, limits that add up. */
@Component
class ProcedureCheck {

    private static final String DEPARTMENTS = "organization/departments.csv";

    private final Conditions conditions;

    ProcedureCheck(Conditions conditions) {
        this.conditions = conditions;
    }

    void check(PackReader pack, PackNode root, Procedure procedure, ProcedureReader reader, PackErrors errors) {
        checkKeys(reader, errors);
        checkDepartments(pack, root, procedure, reader, errors);
        LaneCheck.check(pack, root, procedure, reader, errors);
        checkLead(root, procedure, errors);
        for (var placed : reader.conditions()) {
            conditions
                    .faultIn(placed.condition())
                    .ifPresent(fault -> errors.add(
                            placed.place().file(),
                            placed.place().lineOf("when"),
                            "casework.pack.condition_wrong",
                            fault));
        }
        checkLimits(root, procedure, reader, errors);
    }

    private static void checkKeys(ProcedureReader reader, PackErrors errors) {
        var keys = new HashSet<String>();
        for (var placed : reader.steps()) {
            if (!keys.add(placed.step().key())) {
                errors.add(
                        placed.place().file(),
                        placed.place().lineOf("key"),
                        "casework.pack.key_twice",
                        placed.step().key());
            }
        }
    }

    private static void checkDepartments(
            PackReader pack, PackNode root, Procedure procedure, ProcedureReader reader, PackErrors errors) {
        var known = knownDepartments(pack);
        if (known.isEmpty()) {
            return;
        }
        for (var placed : reader.steps()) {
            if (!known.contains(placed.step().department())) {
                errors.add(
                        placed.place().file(),
                        placed.place().lineOf("department"),
                        "casework.pack.department_unknown",
                        placed.step().department());
            }
        }
        var intake = procedure.intake().department();
        if (!known.contains(intake)) {
            var line = root.at("intake").map(node -> node.lineOf("department")).orElse(root.line());
            errors.add(root.file(), line, "casework.pack.department_unknown", intake);
        }
    }

    /** Whole ids and their slugs, from the pack's own list. */
    private static Set<String> knownDepartments(PackReader pack) {
        return pack.find(DEPARTMENTS)
                .map(file -> file.rows(new PackErrors()).stream()
                        .map(row -> row.text("id"))
                        .flatMap(id -> java.util.stream.Stream.of(id, id.substring(id.indexOf('.') + 1)))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** One department leads: its name stands on the decision. Without a lead nobody would answer for it. */
    private static void checkLead(PackNode root, Procedure procedure, PackErrors errors) {
        var ways = leads(procedure.tree());
        var departments = procedure
                .tree()
                .steps()
                .filter(Block.Step::lead)
                .map(Block.Step::department)
                .distinct()
                .count();
        if (!ways.equals(Set.of(1)) || departments != 1) {
            var wrong = ways.stream().filter(count -> count != 1).findFirst().orElse((int) departments);
            errors.add(root.file(), root.lineOf("tree"), "casework.pack.one_lead", wrong);
        }
    }

    /** How many leading steps a case can have: one count for each way that conditions can make it take. */
    private static Set<Integer> leads(Block block) {
        return switch (block) {
            case Block.Step step -> Set.of(step.lead() ? 1 : 0);
            case Block.Sequence sequence -> sums(sequence.parts());
            case Block.Parallel parallel -> sums(parallel.lanes());
            case Block.Choice choice -> {
                var counts = new HashSet<Integer>();
                choice.branches().forEach(branch -> counts.addAll(leads(branch.then())));
                var other = choice.otherwise();
                counts.addAll(other == null ? Set.of(0) : leads(other));
                yield counts;
            }
        };
    }

    private static Set<Integer> sums(List<Block> blocks) {
        var sums = Set.of(0);
        for (var block : blocks) {
            var before = sums;
            sums = leads(block).stream()
                    .flatMap(count -> before.stream().map(sum -> sum + count))
                    .collect(Collectors.toSet());
        }
        return sums;
    }

    private static void checkLimits(PackNode root, Procedure procedure, ProcedureReader reader, PackErrors errors) {
        for (var placed : reader.steps()) {
            var step = placed.step();
            if (step.committed() == null && step.statutory() == null) {
                errors.add(placed.place(), "casework.pack.limit_missing", step.key());
            }
            if (longer(step.committed(), step.statutory())) {
                errors.add(placed.place(), "casework.pack.promise_too_long", step.key());
            }
            if (unsuited(step.extension(), step.committed(), step.statutory())) {
                errors.add(placed.place(), "casework.pack.extension_unit", step.key());
            }
        }
        var joint = procedure.joint();
        if (longer(joint.committed(), joint.statutory())) {
            errors.add(root.file(), root.lineOf("joint"), "casework.pack.promise_too_long", procedure.key());
        }
        if (unsuited(joint.extension(), joint.committed(), joint.statutory())) {
            errors.add(root.file(), root.lineOf("joint"), "casework.pack.extension_unit", procedure.key());
        }
        if (joint.committed() != null && joint.committed().unit() == TimeLimitUnit.WORKING_DAYS) {
            var needed = workingDays(procedure.tree());
            if (needed > joint.committed().amount()) {
                errors.add(
                        root.file(),
                        root.lineOf("joint"),
                        "casework.pack.limits_do_not_add_up",
                        needed,
                        joint.committed().amount());
            }
        }
    }

    /** Whether more time is counted otherwise than a limit it is added to, or adds nothing. */
    private static boolean unsuited(
            Procedure.@Nullable MoreTime more, @Nullable TimeLimit committed, @Nullable TimeLimit statutory) {
        return more != null
                && (more.by().amount() == 0 || otherwise(more.by(), committed) || otherwise(more.by(), statutory));
    }

    private static boolean otherwise(TimeLimit more, @Nullable TimeLimit limit) {
        return limit != null && limit.unit() != more.unit();
    }

    private static boolean longer(@Nullable TimeLimit committed, @Nullable TimeLimit statutory) {
        return committed != null
                && statutory != null
                && committed.unit() == statutory.unit()
                && committed.amount() > statutory.amount();
    }

    /** Committed working days along the longest way. */
    private static int workingDays(Block block) {
        return switch (block) {
            case Block.Step step ->
                step.committed() != null && step.committed().unit() == TimeLimitUnit.WORKING_DAYS
                        ? step.committed().amount()
                        : 0;
            case Block.Sequence sequence ->
                sequence.parts().stream().mapToInt(ProcedureCheck::workingDays).sum();
            case Block.Parallel parallel ->
                parallel.lanes().stream()
                        .mapToInt(ProcedureCheck::workingDays)
                        .max()
                        .orElse(0);
            case Block.Choice choice ->
                Math.max(
                        choice.otherwise() == null ? 0 : workingDays(choice.otherwise()),
                        choice.branches().stream()
                                .mapToInt(branch -> workingDays(branch.then()))
                                .max()
                                .orElse(0));
        };
    }
}
