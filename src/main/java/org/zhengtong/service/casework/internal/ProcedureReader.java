package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Procedure;

/** Reads a procedure from a pack's YAML; everything wrong is reported with its line. */
final class ProcedureReader {

    private static final Set<String> FIELDS = Set.of(
            "key",
            "title",
            "item",
            "form",
            "license",
            "subject",
            "materials",
            "intake",
            "joint",
            "tree",
            "grant",
            "prefill",
            "commitment",
            "deferral");
    private static final Set<String> STEP_FIELDS = Set.of(
            "key",
            "title",
            "kind",
            "department",
            "lead",
            "committed",
            "statutory",
            "law",
            "result",
            "extension",
            "extension-law",
            "item",
            "license");

    private final PackErrors errors;
    private final List<PlacedStep> steps = new ArrayList<>();
    private final List<PlacedCondition> conditions = new ArrayList<>();
    private final List<PlacedPointer> pointers = new ArrayList<>();

    ProcedureReader(PackErrors errors) {
        this.errors = errors;
    }

    /** A step and where it stands in the file. */
    record PlacedStep(PackNode place, Block.Step step) {}

    /** A condition and where it stands in the file. */
    record PlacedCondition(PackNode place, Block.Condition condition) {}

    /** A pointer into the form, and the field of the file in which it stands. */
    record PlacedPointer(PackNode place, String field, String pointer) {}

    List<PlacedPointer> pointers() {
        return pointers;
    }

    List<PlacedStep> steps() {
        return steps;
    }

    List<PlacedCondition> conditions() {
        return conditions;
    }

    /** The procedure; empty when a part that cannot be missing is missing or wrong (and reported). */
    Optional<Procedure> read(PackNode root, int version) {
        root.allow(FIELDS, errors);
        var key = root.require("key", errors);
        var title = root.require("title", errors);
        var item = root.require("item", ItemCode::new, errors);
        var form = root.require("form", errors);
        var subject = root.requireAt("subject", errors).flatMap(this::readSubject);
        var intake = root.requireAt("intake", errors).flatMap(this::readIntake);
        var joint = root.requireAt("joint", errors).map(this::readLimits);
        var tree = root.requireAt("tree", errors).flatMap(this::readBlock);
        if (List.of(key, title, item, form, subject, intake, joint, tree).stream()
                .anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(new Procedure(
                key.orElseThrow(),
                version,
                title.orElseThrow(),
                item.orElseThrow(),
                form.orElseThrow(),
                root.find("license").orElse(null),
                root.texts("materials"),
                subject.orElseThrow(),
                intake.orElseThrow(),
                joint.orElseThrow(),
                tree.orElseThrow(),
                root.at("grant").flatMap(this::readGrant).orElse(null),
                new OffersReader(errors, conditions, pointers).read(root)));
    }

    private Optional<Procedure.GrantDocument> readGrant(PackNode node) {
        node.allow(Set.of("title", "text"), errors);
        var title = node.require("title", errors);
        var text = node.require("text", errors);
        return title.flatMap(words -> text.map(body -> new Procedure.GrantDocument(words, body)));
    }

    private Optional<Procedure.Subject> readSubject(PackNode node) {
        node.allow(Set.of("kind", "name", "identifier", "contact", "mobile", "division"), errors);
        var kind = node.require("kind", text -> constant(Applicant.Kind.class, text), errors);
        var name = node.require("name", ProcedureReader::pointer, errors);
        if (kind.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Procedure.Subject(
                kind.get(),
                name.get(),
                optionalPointer(node, "identifier"),
                optionalPointer(node, "contact"),
                optionalPointer(node, "mobile"),
                optionalPointer(node, "division")));
    }

    private @Nullable String optionalPointer(PackNode node, String field) {
        return node.find(field, ProcedureReader::pointer, errors).orElse(null);
    }

    static String pointer(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("Not a JSON pointer: " + text);
        }
        return text;
    }

    private Optional<Procedure.Intake> readIntake(PackNode node) {
        node.allow(Set.of("title", "department", "statutory", "law"), errors);
        var title = node.require("title", errors);
        var department = node.require("department", errors);
        var statutory = node.require("statutory", LimitText::read, errors);
        var law = node.require("law", errors);
        if (title.isEmpty() || department.isEmpty() || statutory.isEmpty() || law.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Procedure.Intake(title.get(), department.get(), statutory.get(), law.get()));
    }

    private Procedure.Limits readLimits(PackNode node) {
        node.allow(Set.of("committed", "statutory", "law", "extension", "extension-law"), errors);
        return new Procedure.Limits(
                limit(node, "committed"),
                limit(node, "statutory"),
                node.find("law").orElse(null),
                extension(node));
    }

    /** More time is given by a law, so that one is named with the other. */
    private Procedure.@Nullable MoreTime extension(PackNode node) {
        var by = limit(node, "extension");
        var law = node.find("extension-law").orElse(null);
        if ((by == null) != (law == null)) {
            errors.add(node, "casework.pack.extension_without_law");
        }
        return by == null || law == null ? null : new Procedure.MoreTime(by, law);
    }

    private @Nullable TimeLimit limit(PackNode node, String field) {
        return node.find(field, LimitText::read, errors).orElse(null);
    }

    private Optional<Block> readBlock(PackNode node) {
        if (node.fields().size() != 1) {
            errors.add(node, "casework.pack.block_unclear");
            return Optional.empty();
        }
        var entry = node.fields().entrySet().iterator().next();
        return switch (entry.getKey()) {
            case "step" -> readStep(entry.getValue());
            case "sequence" -> readSequence(entry.getValue());
            case "parallel" -> readParallel(entry.getValue());
            case "choice" -> readChoice(entry.getValue());
            default -> {
                errors.add(entry.getValue(), "casework.pack.block_unknown", entry.getKey());
                yield Optional.empty();
            }
        };
    }

    private Optional<Block> readStep(PackNode node) {
        node.allow(STEP_FIELDS, errors);
        var key = node.require("key", errors);
        var title = node.require("title", errors);
        var kind = node.require("kind", ProcedureReader::stepKind, errors);
        var department = node.require("department", errors);
        if (key.isEmpty() || title.isEmpty() || kind.isEmpty() || department.isEmpty()) {
            return Optional.empty();
        }
        var step = new Block.Step(
                key.get(),
                title.get(),
                kind.get(),
                department.get(),
                node.find("lead").map(Boolean::parseBoolean).orElse(false),
                limit(node, "committed"),
                limit(node, "statutory"),
                node.find("law").orElse(null),
                node.find("result").orElse(null),
                extension(node),
                new Block.Own(
                        node.find("item", ItemCode::new, errors).orElse(null),
                        node.find("license").orElse(null)));
        steps.add(new PlacedStep(node, step));
        return Optional.of(step);
    }

    private Optional<Block> readSequence(PackNode node) {
        var parts = readBlocks(node, node.items());
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Block.Sequence(parts));
    }

    private Optional<Block> readParallel(PackNode node) {
        node.allow(Set.of("join", "others", "lanes"), errors);
        var lanes = readBlocks(node, node.list("lanes"));
        var join = node.require("join", ProcedureReader::join, errors);
        var others = node.find("others", text -> constant(Block.Others.class, text), errors)
                .orElse(Block.Others.FINISH);
        if (lanes.isEmpty() || join.isEmpty()) {
            return Optional.empty();
        }
        var needed = join.get().needed(lanes.size());
        if (needed < 1 || needed > lanes.size()) {
            errors.add(node.file(), node.lineOf("join"), "casework.pack.join_impossible", needed, lanes.size());
        }
        return Optional.of(new Block.Parallel(lanes, join.get(), others));
    }

    private Optional<Block> readChoice(PackNode node) {
        node.allow(Set.of("branches", "else"), errors);
        var branches = new ArrayList<Block.Branch>();
        for (var branch : node.list("branches")) {
            branch.allow(Set.of("when", "then"), errors);
            var when = branch.require("when", errors).map(Block.Condition::new);
            when.ifPresent(condition -> conditions.add(new PlacedCondition(branch, condition)));
            var then = branch.requireAt("then", errors).flatMap(this::readBlock);
            if (when.isPresent() && then.isPresent()) {
                branches.add(new Block.Branch(when.get(), then.get()));
            }
        }
        if (branches.isEmpty()) {
            errors.add(node, "casework.pack.block_empty");
            return Optional.empty();
        }
        return Optional.of(new Block.Choice(
                branches, node.at("else").flatMap(this::readBlock).orElse(null)));
    }

    private List<Block> readBlocks(PackNode place, List<PackNode> nodes) {
        var blocks = nodes.stream().flatMap(node -> readBlock(node).stream()).toList();
        if (nodes.isEmpty()) {
            errors.add(place, "casework.pack.block_empty");
        }
        return blocks;
    }

    private static Block.Join join(String text) {
        return switch (text) {
            case "all" -> new Block.Join.All();
            case "any" -> new Block.Join.Any();
            default -> new Block.Join.AtLeast(Integer.parseInt(text));
        };
    }

    /** What a step of the tree can be for: not the intake, nor an opinion. */
    private static Block.StepKind stepKind(String text) {
        var kind = constant(Block.StepKind.class, text);
        if (!kind.inTree()) {
            throw new IllegalArgumentException(text);
        }
        return kind;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
