package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.service.casework.WrittenProcedure;
import org.zhengtong.service.casework.WrittenProcedures;

/** Checks the form and the drawing as a pack's would be, and says which field or step each sentence is about. */
@Component
class DrawingCheck {

    private final FormText forms;
    private final ProcedureText procedures;
    private final WrittenProcedures written;
    private final Holders holders;

    DrawingCheck(FormText forms, ProcedureText procedures, WrittenProcedures written, Holders holders) {
        this.forms = forms;
        this.procedures = procedures;
        this.written = written;
        this.holders = holders;
    }

    WrittenProcedure write(ItemDesign draft) {
        var key = draft.procedureKey();
        return new WrittenProcedure(key, procedures.write(draft), key, forms.write(draft.name(), draft.content()));
    }

    List<Finding> findings(ItemDesign draft) {
        var findings = new ArrayList<Finding>();
        var text = write(draft);
        var lines = DrawingLines.of(text.procedure(), draft.content().tree());
        for (var error : written.faultsIn(text)) {
            findings.add(finding(draft, error, lines));
        }
        findings.removeIf(finding -> unnamed(draft, finding.place()));
        draft.content().nodes().forEach(node -> node(node, findings));
        return findings.stream().distinct().toList();
    }

    /** A step without a name cannot be spoken of; that it has none is said instead. */
    private static boolean unnamed(ItemDesign draft, @Nullable String place) {
        return place != null
                && draft.content()
                        .nodes()
                        .filter(node -> node.kind() == NodeKind.STEP && place.equals("node-" + node.id()))
                        .anyMatch(node -> node.fact("title").isBlank());
    }

    private Finding finding(ItemDesign draft, PackError error, DrawingLines lines) {
        if (error.messageKey().equals("casework.pack.form_fault")) {
            return new Finding(
                    Part.FORM, place(error.arguments().getFirst()), "design.sentence.form_fault", error.arguments());
        }
        var titles = draft.content()
                .nodes()
                .filter(node -> node.kind() == NodeKind.STEP)
                .collect(Collectors.toMap(Node::stepKey, node -> node.fact("title")));
        titles.put(draft.procedureKey(), draft.name());
        var arguments = error.arguments().stream()
                .map(argument -> titles.getOrDefault(argument, argument))
                .toList();
        var node = lines.at(error.line());
        return new Finding(Part.PROCEDURE, node == null ? null : "node-" + node, key(error.messageKey()), arguments);
    }

    /** The field of a pointer into the form's schema. */
    private static @Nullable String place(String pointer) {
        var parts = pointer.split("/");
        return parts.length > 4 && parts[3].equals("properties")
                ? parts[2] + "-" + parts[4]
                : parts.length > 2 ? parts[2] : null;
    }

    /** The sentence for those who draw, where that of a pack speaks of files. */
    private static String key(String packKey) {
        return switch (packKey) {
            case "casework.pack.one_lead" -> "design.sentence.one_lead";
            case "casework.pack.block_empty" -> "design.sentence.block_empty";
            case "casework.pack.extension_without_law" -> "design.sentence.extension_without_law";
            case "pack.wrong_value" -> "design.sentence.wrong_value";
            default -> packKey;
        };
    }

    private void node(Node node, List<Finding> findings) {
        var place = "node-" + node.id();
        switch (node.kind()) {
            case STEP -> step(node, place, findings);
            case PARALLEL, CHOICE -> {
                if (node.children().size() < 2) {
                    findings.add(Finding.of(Part.PROCEDURE, place, "design.drawing.fork_of_one." + node.kind()));
                }
                if (node.kind() == NodeKind.CHOICE) {
                    otherwise(node, place, findings);
                }
            }
            case LANE, BRANCH -> {
                // what they hold is checked by itself
            }
        }
    }

    private static void otherwise(Node choice, String place, List<Finding> findings) {
        var others = choice.children().stream()
                .filter(branch -> branch.fact("when").isBlank())
                .count();
        if (others > 1) {
            findings.add(Finding.of(Part.PROCEDURE, place, "design.drawing.two_remaining"));
        }
    }

    private void step(Node node, String place, List<Finding> findings) {
        var title = node.fact("title");
        if (title.isBlank()) {
            findings.add(Finding.of(Part.PROCEDURE, place, "design.drawing.no_title"));
            return;
        }
        switch (holders.of(node.fact("department"), Holders.DECIDE)) {
            case UNKNOWN -> findings.add(Finding.of(Part.PROCEDURE, place, "design.drawing.no_department", title));
            case NOBODY ->
                findings.add(Finding.of(
                        Part.PROCEDURE, place, "design.drawing.nobody", title, holders.name(node.fact("department"))));
            case HELD -> {
                // somebody can do it
            }
        }
    }
}
