package org.zhengtong.app.design.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
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
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.internal.FormDrawing;
import org.zhengtong.app.design.internal.Undo;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;

/** The form designer: groups and fields on the left, the chosen one at the side. */
@Controller
@RequestMapping("/staff/design/{id:[0-9]{1,18}}/form")
class FormController {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    private final Desk desk;

    FormController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String field,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        if (!desk.editable(draft, user)) {
            return new ModelAndView("redirect:/staff/design/" + id);
        }
        return page(draft, new Place(group, field), List.of(), locale);
    }

    /** What is chosen. */
    private record Place(String group, String field) {
        String query() {
            return group.isEmpty() ? "" : "?group=" + group + (field.isEmpty() ? "" : "&field=" + field) + "#side";
        }
    }

    private ModelAndView page(ItemDesign draft, Place place, List<FieldFault> errors, Locale locale) {
        var group = draft.content().group(place.group());
        var asking = draft.content().groups().stream()
                .flatMap(each -> each.fields().stream()
                        .filter(field -> field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.YES_NO)
                        .filter(field -> !(each.key().equals(place.group())
                                && field.key().equals(place.field())))
                        .map(field -> new Option(each.key() + "/" + field.key(), field.title())))
                .toList();
        return Desk.page(
                "design/form",
                new FormPage(
                        draft,
                        group.orElse(null),
                        group.flatMap(found -> found.find(place.field())).orElse(null),
                        asking,
                        desk.faults(draft, Part.FORM, locale),
                        errors,
                        Undo.hasGroups(draft.content())),
                !errors.isEmpty());
    }

    @PostMapping
    ModelAndView act(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var parts = act.split(":", 3);
        var place = new Place(parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
        var content = changed(draft.content(), parts[0], place, locale);
        return save(draft.seenAt(version), content, after(content, parts[0], place), user, locale);
    }

    private ItemContent changed(ItemContent content, String act, Place place, Locale locale) {
        var field = !place.field().isEmpty();
        return switch (act) {
            case "add-group" -> FormDrawing.addGroup(content, desk.say(locale, "design.form.group.new"));
            case "add-field" -> FormDrawing.addField(content, place.group());
            case "up", "down" -> {
                var by = act.equals("up") ? -1 : 1;
                yield field
                        ? FormDrawing.moveField(content, place.group(), place.field(), by)
                        : FormDrawing.moveGroup(content, place.group(), by);
            }
            case "remove" ->
                field
                        ? FormDrawing.removeField(content, place.group(), place.field())
                        : FormDrawing.removeGroup(content, place.group());
            case "undo" -> Undo.bringBackGroups(content);
            default -> content;
        };
    }

    private static Place after(ItemContent content, String act, Place place) {
        return switch (act) {
            case "add-group" -> new Place("group" + content.lastNumber(), "");
            case "add-field" -> new Place(place.group(), "field" + content.lastNumber());
            case "up", "down" -> place;
            default -> new Place("", "");
        };
    }

    private ModelAndView save(ItemDesign seen, ItemContent content, Place shown, CurrentUser user, Locale locale) {
        var id = seen.id().value();
        if (desk.designs().save(seen, content, user) == SaveOutcome.SAVED) {
            return new ModelAndView("redirect:/staff/design/" + id + "/form" + shown.query());
        }
        var told = new FieldFault("main", desk.say(locale, "design.overtaken"));
        return page(desk.open(id, user), shown, List.of(told), locale);
    }

    /** What was typed for a group. */
    @PostMapping("/{group:[A-Za-z0-9]{1,40}}")
    ModelAndView state(
            @PathVariable long id,
            @PathVariable String group,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var name = free(
                key.strip(),
                group,
                draft.content().groups().stream().map(FormGroup::key).toList());
        if (title.isBlank() || name == null) {
            return page(draft, new Place(group, ""), faults(title, name, locale), locale);
        }
        var content = FormDrawing.state(draft.content(), group, name, title.strip());
        return save(draft.seenAt(version), content, new Place(name, ""), user, locale);
    }

    /** The key to use: the one typed when it is free and can be one, the old one when none was; null when it cannot be. */
    private static @Nullable String free(String typed, String old, List<String> used) {
        if (typed.isEmpty() || typed.equals(old)) {
            return old;
        }
        return KEY.matcher(typed).matches() && !used.contains(typed) ? typed : null;
    }

    private List<FieldFault> faults(String title, @Nullable String name, Locale locale) {
        return java.util.stream.Stream.of(
                        title.isBlank() ? new FieldFault("title", desk.say(locale, "design.fault.title")) : null,
                        name == null ? new FieldFault("key", desk.say(locale, "design.fault.key")) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What was typed for a field. */
    @PostMapping("/{group:[A-Za-z0-9]{1,40}}/{field:[A-Za-z0-9]{1,40}}")
    ModelAndView state(
            @PathVariable long id,
            @PathVariable String group,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "0") int version,
            CurrentUser user,
            Locale locale) {
        var draft = desk.open(id, user);
        var used = draft.content().group(group).stream()
                .flatMap(found -> found.fields().stream())
                .map(FormField::key)
                .toList();
        var name = free(text(sent, "key"), field, used);
        var typed = read(name == null ? field : name, sent);
        var content = FormDrawing.state(draft.content(), group, field, typed);
        var wrong = faults(typed.title(), name, locale);
        if (!wrong.isEmpty()) {
            return page(draft.holding(content), new Place(group, typed.key()), wrong, locale);
        }
        var stated = draft.holding(content).seenAt(version);
        var saved = save(stated, content, new Place(group, typed.key()), user, locale);
        var place = group + "-" + typed.key();
        var problems = desk.faults(stated, Part.FORM, locale).stream()
                .filter(problem -> problem.field().equals(place))
                .map(problem -> new FieldFault("kind", problem.text()))
                .toList();
        return problems.isEmpty() || saved.getStatus() != null
                ? saved
                : page(desk.open(id, user), new Place(group, typed.key()), problems, locale);
    }

    private static FormField read(String key, MultiValueMap<String, String> sent) {
        var shownIf = text(sent, "shownIf");
        return new FormField(
                key,
                text(sent, "title"),
                one(FieldKind.values(), text(sent, "kind"), FieldKind.TEXT),
                "yes".equals(sent.getFirst("required")),
                text(sent, "help"),
                text(sent, "options")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                text(sent, "material").isEmpty() ? null : text(sent, "material"),
                one(FormField.Use.values(), text(sent, "use"), FormField.Use.NONE),
                shownIf.isEmpty() ? null : shownIf,
                shownIf.isEmpty() ? null : text(sent, "shownWhen"));
    }

    private static <E extends Enum<E>> E one(E[] all, String name, E otherwise) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
