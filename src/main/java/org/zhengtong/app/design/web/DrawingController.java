package org.zhengtong.app.design.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns.SaveOutcome;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.Drawing;
import org.zhengtong.app.design.internal.Undo;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;

/** The procedure designer: every act is a button, so that it works by keyboard and without scripts. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}/procedure")
class DrawingController {

    private static final Map<NodeKind, List<String>> FACTS = Map.of(
            NodeKind.STEP,
            List.of(
                    "title",
                    "kind",
                    "lead",
                    "committed",
                    "committedUnit",
                    "statutory",
                    "statutoryUnit",
                    "law",
                    "extension",
                    "extensionUnit",
                    "extensionLaw"),
            NodeKind.PARALLEL,
            List.of("join", "count", "others"),
            NodeKind.LANE,
            List.of(),
            NodeKind.CHOICE,
            List.of("title"),
            NodeKind.BRANCH,
            List.of("title", "when"));

    private final Desk desk;
    private final DrawingPages pages;

    DrawingController(Desk desk, DrawingPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable long id, @RequestParam(defaultValue = "0") int node, CurrentUser user, Locale locale) {
        var draft = desk.open(id, user);
        if (!desk.editable(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id);
        }
        return Desk.page("design/drawing", pages.of(draft, chosen(draft, node), List.of(), locale), false);
    }

    private static @Nullable Node chosen(ItemDesign draft, int node) {
        return draft.content().node(node).orElse(null);
    }

    /** One act: its name, a colon and the number of the piece it is done to. */
    @PostMapping
    ModelAndView act(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var parts = act.split(":", 2);
        var node = parts.length == 2 && parts[1].matches("[0-9]{1,6}") ? Integer.parseInt(parts[1]) : 0;
        var content = changed(draft.content(), parts[0], node);
        return save(draft.seenAt(version), content, shownAfter(content, parts[0], node), user, locale);
    }

    private static ItemContent changed(ItemContent content, String act, int node) {
        return switch (act) {
            case "add-step" -> Drawing.addStep(content, node);
            case "add-parallel" -> Drawing.addFork(content, node, NodeKind.PARALLEL);
            case "add-choice" -> Drawing.addFork(content, node, NodeKind.CHOICE);
            case "add-lane" -> Drawing.addLane(content, node);
            case "up" -> Drawing.move(content, node, -1);
            case "down" -> Drawing.move(content, node, 1);
            case "remove" -> Undo.keepTree(Drawing.remove(content, node), content);
            case "undo" -> Undo.bringBackTree(content);
            default -> content;
        };
    }

    private static int shownAfter(ItemContent content, String act, int node) {
        return switch (act) {
            case "add-step", "add-lane" -> content.lastNumber();
            case "add-parallel", "add-choice" ->
                content.nodes()
                        .filter(each -> each.kind().fork())
                        .mapToInt(Node::id)
                        .max()
                        .orElse(0);
            case "up", "down" -> node;
            default -> 0;
        };
    }

    private ModelAndView save(ItemDesign seen, ItemContent content, int shown, CurrentUser user, Locale locale) {
        var id = seen.id().value();
        if (desk.designs().save(seen, content, user) == SaveOutcome.SAVED) {
            return new ModelAndView(
                    "redirect:/staff/design/" + id + "/procedure" + (shown == 0 ? "" : "?node=" + shown + "#side"));
        }
        return overtaken(id, shown, user, locale);
    }

    private ModelAndView overtaken(long id, int shown, CurrentUser user, Locale locale) {
        var now = desk.open(id, user);
        var told = new FieldFault("main", desk.say(locale, "design.overtaken"));
        return Desk.page("design/drawing", pages.of(now, chosen(now, shown), List.of(told), locale), true);
    }

    /** What was typed for one piece. */
    @PostMapping("/{number:[0-9]{1,6}}")
    ModelAndView state(
            @PathVariable long id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var node = draft.content().node(number);
        if (node.isEmpty()) {
            return overtaken(id, 0, user, locale);
        }
        var content = Drawing.state(draft.content(), number, facts(draft, node.get(), sent));
        var stated = draft.holding(content).seenAt(version);
        if (desk.designs().save(stated, content, user) != SaveOutcome.SAVED) {
            return overtaken(id, number, user, locale);
        }
        var wrong = desk.faults(stated, Part.PROCEDURE, locale).stream()
                .filter(fault -> fault.field().equals("node-" + number))
                .toList();
        if (wrong.isEmpty()) {
            return new ModelAndView("redirect:/staff/design/" + id + "/procedure?node=" + number + "#side");
        }
        var now = desk.open(id, user);
        return Desk.page("design/drawing", pages.of(now, chosen(now, number), wrong, locale), true);
    }

    private Map<String, String> facts(ItemDesign draft, Node node, MultiValueMap<String, String> sent) {
        var facts = new LinkedHashMap<String, String>();
        for (var name : FACTS.getOrDefault(node.kind(), List.of())) {
            var value = sent.getFirst(name);
            facts.put(name, value == null ? "" : value.strip());
        }
        if (node.kind() == NodeKind.STEP) {
            facts.put("department", desk.typed(sent.getFirst("department"), desk.choosable(draft)));
        }
        if (node.kind() == NodeKind.BRANCH) {
            condition(draft.content(), sent).ifPresent(when -> facts.put("when", when));
        }
        return facts;
    }

    /** A condition put together from a field and a value. */
    private static java.util.Optional<String> condition(ItemContent content, MultiValueMap<String, String> sent) {
        var field = sent.getFirst("whenField");
        var value = sent.getFirst("whenValue");
        if (field == null || field.isBlank() || value == null || value.isBlank()) {
            return java.util.Optional.empty();
        }
        var parts = field.split("/", 2);
        return parts.length < 2
                ? java.util.Optional.empty()
                : content.group(parts[0])
                        .flatMap(group -> group.find(parts[1]))
                        .map(found ->
                                "answers." + parts[0] + "." + parts[1] + " == " + literal(found.kind(), value.strip()));
    }

    private static String literal(FieldKind kind, String value) {
        return switch (kind) {
            case YES_NO -> Set.of("true", "1").contains(value) ? "true" : "false";
            case NUMBER -> value.matches("-?[0-9]+(\\.[0-9]+)?") ? value : "0";
            default -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        };
    }
}
