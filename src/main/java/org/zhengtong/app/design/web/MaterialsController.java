package org.zhengtong.app.design.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.app.design.internal.Undo;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;

/** The list of materials: add, edit, order, remove. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}/materials")
class MaterialsController {

    private final Desk desk;

    MaterialsController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String row,
            @RequestParam(defaultValue = "false") boolean mend,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        if (!desk.editable(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id);
        }
        var faults = mend ? desk.faults(draft, Part.MATERIALS, locale) : List.<FieldFault>of();
        return page(draft, draft.content().material(row).orElse(null), faults);
    }

    private static ModelAndView page(ItemDesign draft, @Nullable Material row, List<FieldFault> faults) {
        return Desk.page(
                "design/materials",
                new MaterialsPage(draft, row, faults, Undo.hasMaterials(draft.content())),
                !faults.isEmpty());
    }

    @PostMapping
    ModelAndView act(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var parts = act.split(":", 2);
        var key = parts.length == 2 ? parts[1] : "";
        var content = changed(draft.content(), parts[0], key);
        var shown = parts[0].equals("add") ? content.materials().getLast().key() : "";
        return save(draft.seenAt(version), content, shown, user, locale);
    }

    private ModelAndView save(ItemDesign seen, ItemContent content, String shown, CurrentUser user, Locale locale) {
        if (desk.designs().save(seen, content, user) == SaveOutcome.SAVED) {
            return new ModelAndView("redirect:/staff/design/" + seen.id().value() + "/materials"
                    + (shown.isEmpty() ? "" : "?row=" + shown + "#side"));
        }
        var now = desk.open(seen.id().value(), user);
        return page(
                now,
                now.content().material(shown).orElse(null),
                List.of(new FieldFault("main", desk.say(locale, "design.overtaken"))));
    }

    private static ItemContent changed(ItemContent content, String act, String key) {
        var rows = new ArrayList<>(content.materials());
        var place = rows.stream().map(Material::key).toList().indexOf(key);
        if (act.equals("undo")) {
            return Undo.bringBackMaterials(content);
        }
        if (act.equals("add")) {
            var numbered = content.numbered();
            rows.add(new Material("paper" + numbered.lastNumber(), "", "", true, "REQUIRED", "1", "", null, null));
            return numbered.withMaterials(rows);
        }
        if (place < 0) {
            return content;
        }
        switch (act) {
            case "up" -> Collections.swap(rows, place, Math.max(0, place - 1));
            case "down" -> Collections.swap(rows, place, Math.min(rows.size() - 1, place + 1));
            case "remove" -> rows.remove(place);
            default -> {
                // nothing known is asked for
            }
        }
        var changed = content.withMaterials(rows);
        return act.equals("remove") ? Undo.keepMaterials(changed, content) : changed;
    }

    @PostMapping("/{key:[a-z0-9]{1,40}}")
    ModelAndView state(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var content = draft.content();
        var rows = content.materials().stream()
                .map(row -> row.key().equals(key) ? read(key, sent) : row)
                .toList();
        var stated = draft.holding(content.withMaterials(rows)).seenAt(version);
        if (desk.designs().save(stated, stated.content(), user) != SaveOutcome.SAVED) {
            return save(stated, stated.content(), key, user, locale);
        }
        var faults = desk.faults(stated, Part.MATERIALS, locale).stream()
                .filter(fault -> fault.field().equals(key))
                .map(fault -> new FieldFault("name", fault.text()))
                .toList();
        if (!faults.isEmpty()) {
            var now = desk.open(id, user);
            return page(now, now.content().material(key).orElse(null), faults);
        }
        return new ModelAndView("redirect:/staff/design/" + id + "/materials");
    }

    private static Material read(String key, MultiValueMap<String, String> sent) {
        var necessity = text(sent, "necessity");
        return new Material(
                key,
                text(sent, "name"),
                text(sent, "source"),
                "yes".equals(sent.getFirst("upload")),
                Set.of("CONDITIONAL", "WAIVED").contains(necessity) ? necessity : "REQUIRED",
                text(sent, "originals"),
                text(sent, "copies"),
                text(sent, "condition"),
                text(sent, "note"));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
