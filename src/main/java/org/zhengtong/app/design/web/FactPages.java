package org.zhengtong.app.design.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.app.design.web.FactField.Widget;
import org.zhengtong.service.items.HandlingForm;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.items.TargetGroup;
import org.zhengtong.service.license.LicenseTypes;

/** Which single values each page asks for, how, and with what to choose from. */
@Component
class FactPages {

    private static final Map<Part, Map<String, Widget>> FIELDS = Map.of(
            Part.ITEM,
            fields(
                    "name", Widget.LINE,
                    "kind", Widget.LIST,
                    "targets", Widget.SOME_OF,
                    "level", Widget.LIST,
                    "department", Widget.DEPARTMENT,
                    "code", Widget.LINE,
                    "themes", Widget.SOME_OF),
            Part.GUIDE,
            fields(
                    "summary", Widget.AREA,
                    "audience", Widget.LINE,
                    "conditions", Widget.AREA,
                    "law", Widget.LINE,
                    "article", Widget.SHORT,
                    "lawText", Widget.AREA,
                    "fee", Widget.ONE_OF,
                    "feeNote", Widget.LINE,
                    "forms", Widget.SOME_OF,
                    "visits", Widget.SHORT,
                    "address", Widget.LINE,
                    "hours", Widget.LINE,
                    "phone", Widget.SHORT,
                    "complaintPhone", Widget.SHORT),
            Part.LIMITS,
            fields(
                    "committed", Widget.DAYS,
                    "statutory", Widget.DAYS,
                    "limitsLaw", Widget.LINE,
                    "extension", Widget.DAYS,
                    "extensionLaw", Widget.LINE,
                    "intakeDepartment", Widget.DEPARTMENT),
            Part.RESULT,
            fields(
                    "result",
                    Widget.ONE_OF,
                    "licenseType",
                    Widget.LIST,
                    "resultText",
                    Widget.LINE,
                    "resultBody",
                    Widget.AREA));

    private final Desk desk;
    private final ServiceItems items;
    private final LicenseTypes licenses;

    FactPages(Desk desk, ServiceItems items, LicenseTypes licenses) {
        this.desk = desk;
        this.items = items;
        this.licenses = licenses;
    }

    private static Map<String, Widget> fields(Object... namesAndWidgets) {
        var fields = new LinkedHashMap<String, Widget>();
        for (var place = 0; place < namesAndWidgets.length; place += 2) {
            fields.put((String) namesAndWidgets[place], (Widget) namesAndWidgets[place + 1]);
        }
        return fields;
    }

    static boolean has(Part part) {
        return FIELDS.containsKey(part);
    }

    List<FactField> of(ItemDesign draft, Part part, Locale locale) {
        return FIELDS.getOrDefault(part, Map.of()).entrySet().stream()
                .map(field -> field(draft, field.getKey(), field.getValue(), locale))
                .toList();
    }

    private FactField field(ItemDesign draft, String name, Widget widget, Locale locale) {
        var hint = "design.hint." + name;
        return new FactField(
                name,
                widget,
                desk.say(locale, "design.fact." + name),
                desk.knows(hint) ? desk.say(locale, hint) : "",
                values(draft, name, widget),
                options(draft, name, locale),
                draft.content().fact(name + "Unit"));
    }

    private Set<String> values(ItemDesign draft, String name, Widget widget) {
        var content = draft.content();
        return switch (name) {
            case "name" -> Set.of(draft.name());
            case "code" -> Set.of(draft.code());
            case "department" -> Set.of(desk.shown(draft.department().value()));
            default ->
                switch (widget) {
                    case SOME_OF -> new LinkedHashSet<>(content.facts(name));
                    case DEPARTMENT -> Set.of(desk.shown(content.fact(name)));
                    default -> Set.of(content.fact(name));
                };
        };
    }

    private List<Option> options(ItemDesign draft, String name, Locale locale) {
        return switch (name) {
            case "kind" -> options(Arrays.stream(ItemKind.values()).map(ItemKind::code), "items.kind.", locale);
            case "targets" -> options(names(TargetGroup.values()), "design.target.", locale);
            case "level" -> options(Stream.of("1", "2", "3", "4", "5", "6"), "design.level.", locale);
            case "forms" -> options(names(HandlingForm.values()), "design.handling.", locale);
            case "fee" -> options(Stream.of("NO", "YES"), "design.fee.", locale);
            case "result" -> options(Stream.of("NONE", "LICENSE", "TEXT"), "design.result.", locale);
            case "themes" ->
                items.lifeEvents().stream()
                        .map(event -> new Option(
                                event.code(), locale.getLanguage().equals("en") ? event.englishName() : event.name()))
                        .toList();
            case "licenseType" ->
                Stream.concat(
                                Stream.of(new Option("", desk.say(locale, "design.choose"))),
                                licenses.list().stream().map(kind -> new Option(kind.key(), kind.title())))
                        .toList();
            case "department", "intakeDepartment" ->
                desk.choosable(draft).stream()
                        .map(each -> new Option(desk.shown(each.id().value()), each.name()))
                        .toList();
            default -> List.of();
        };
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private List<Option> options(Stream<String> values, String prefix, Locale locale) {
        return values.map(value -> new Option(value, desk.say(locale, prefix + value)))
                .toList();
    }

    /** The draft with what a page sent. */
    ItemDesign read(ItemDesign draft, Part part, MultiValueMap<String, String> sent) {
        var facts = new LinkedHashMap<String, String>();
        var choosable = desk.choosable(draft);
        FIELDS.getOrDefault(part, Map.of()).forEach((name, widget) -> {
            switch (widget) {
                case SOME_OF ->
                    facts.put(name, sent.getOrDefault(name, List.of()).stream().collect(Collectors.joining(",")));
                case DEPARTMENT -> facts.put(name, desk.typed(sent.getFirst(name), choosable));
                case DAYS -> {
                    facts.put(name, text(sent, name));
                    facts.put(name + "Unit", text(sent, name + "Unit"));
                }
                default -> facts.put(name, text(sent, name));
            }
        });
        if (part != Part.ITEM) {
            return draft.holding(draft.content().stating(facts));
        }
        var name = facts.remove("name");
        var code = facts.remove("code");
        var department = desk.find(String.valueOf(facts.remove("department")));
        return draft.named(
                        String.valueOf(name),
                        String.valueOf(code),
                        department.map(found -> found.id()).orElse(draft.department()))
                .holding(draft.content().stating(facts));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }
}
