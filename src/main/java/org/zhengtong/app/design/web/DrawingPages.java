package org.zhengtong.app.design.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.Undo;
import org.zhengtong.app.design.web.DrawingPage.Shown;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.ui.FieldFault;

/** Makes the page of a drawing. */
@Component
class DrawingPages {

    private final Desk desk;

    DrawingPages(Desk desk) {
        this.desk = desk;
    }

    DrawingPage of(ItemDesign draft, @Nullable Node node, List<FieldFault> errors, Locale locale) {
        var problems = desk.faults(draft, Part.PROCEDURE, locale);
        return new DrawingPage(
                draft,
                node,
                tree(draft, problems, locale),
                desk.choosable(draft).stream()
                        .map(each -> new Option(desk.shown(each.id().value()), each.name()))
                        .toList(),
                node == null ? "" : desk.shown(node.fact("department")),
                answers(draft),
                problems,
                errors,
                Undo.hasTree(draft.content()),
                null);
    }

    /** The drawing with what its boxes say. */
    List<Shown> tree(ItemDesign draft, List<FieldFault> problems, Locale locale) {
        var faulty = problems.stream().map(FieldFault::field).collect(Collectors.toSet());
        return draft.content().tree().stream()
                .map(node -> shown(node, 1, faulty, locale))
                .toList();
    }

    private Shown shown(Node node, int place, Set<String> faulty, Locale locale) {
        var children = new ArrayList<Shown>();
        for (var child : node.children()) {
            children.add(shown(child, children.size() + 1, faulty, locale));
        }
        return new Shown(
                node,
                title(node, place, locale),
                desk.find(node.fact("department")).map(Department::shortName).orElse(""),
                line(node, locale),
                faulty.contains("node-" + node.id()),
                children);
    }

    private String title(Node node, int place, Locale locale) {
        var title = node.fact("title");
        return switch (node.kind()) {
            case STEP -> title.isBlank() ? desk.say(locale, "design.drawing.untitled") : title;
            case PARALLEL -> desk.say(locale, "design.drawing.parallel");
            case CHOICE -> title.isBlank() ? desk.say(locale, "design.drawing.choice") : title;
            case LANE -> desk.say(locale, "design.drawing.lane", place);
            case BRANCH ->
                title.isBlank()
                        ? desk.say(
                                locale,
                                node.fact("when").isBlank() ? "design.drawing.otherwise" : "design.drawing.branch",
                                place)
                        : title;
        };
    }

    private String line(Node node, Locale locale) {
        return switch (node.kind()) {
            case STEP -> {
                var parts = new ArrayList<String>();
                if (!node.fact("committed").isBlank()) {
                    parts.add(desk.say(
                            locale, "design.drawing.committed." + node.fact("committedUnit"), node.fact("committed")));
                }
                if ("yes".equals(node.fact("lead"))) {
                    parts.add(desk.say(locale, "design.drawing.leads"));
                }
                yield String.join(desk.say(locale, "design.drawing.comma"), parts);
            }
            case PARALLEL -> desk.say(locale, "design.join." + node.fact("join") + ".line", node.fact("count"));
            case BRANCH -> node.fact("when");
            case CHOICE, LANE -> "";
        };
    }

    private static List<Option> answers(ItemDesign draft) {
        return draft.content().groups().stream()
                .flatMap(group -> group.fields().stream()
                        .filter(field -> field.kind() != FieldKind.FILE)
                        .map(field -> new Option(group.key() + "/" + field.key(), field.title())))
                .toList();
    }

    /** Whether a piece holds others one after the other. */
    static boolean sequence(Node node) {
        return node.kind() == NodeKind.LANE || node.kind() == NodeKind.BRANCH;
    }
}
