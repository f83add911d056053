package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.codes.CodeCheck;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.license.LicenseTypes;

/** What must hold of the single values of a draft, its materials and its result. */
@Component
class FactsCheck {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern PHONE = Pattern.compile("[0-9+()（） -]{3,40}");
    private static final int LONGEST_NAME = 200;

    private final ServiceItems items;
    private final LicenseTypes licenses;
    private final Holders holders;

    FactsCheck(ServiceItems items, LicenseTypes licenses, Holders holders) {
        this.items = items;
        this.licenses = licenses;
        this.holders = holders;
    }

    List<Finding> findings(ItemDesign draft) {
        var found = new ArrayList<Finding>();
        item(draft, found);
        guide(draft.content(), found);
        limits(draft.content(), found);
        materials(draft.content(), found);
        form(draft.content(), found);
        result(draft.content(), found);
        return found;
    }

    private void item(ItemDesign draft, List<Finding> found) {
        var content = draft.content();
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            found.add(Finding.of(Part.ITEM, "name", "design.fault.name"));
        }
        require(content, found, Part.ITEM, "kind", "targets", "level");
        code(draft, found);
    }

    private static void require(ItemContent content, List<Finding> found, Part part, String... names) {
        for (var name : names) {
            if (content.fact(name).isBlank()) {
                found.add(Finding.of(part, name, "design.fault." + name));
            }
        }
    }

    private void code(ItemDesign draft, List<Finding> found) {
        switch (ItemCode.check(draft.code())) {
            case CodeCheck.Wrong<ItemCode>(var key, var arguments) ->
                found.add(new Finding(
                        Part.ITEM,
                        "code",
                        key,
                        arguments.stream().map(String::valueOf).toList()));
            case CodeCheck.Valid<ItemCode>(var code) -> {
                if (draft.follows() == null && items.find(code).isPresent()) {
                    found.add(Finding.of(Part.ITEM, "code", "design.fault.code.taken"));
                }
                var level = draft.content().fact("level");
                if (code.basicCode().isPresent()
                        && !level.isEmpty()
                        && !code.value().substring(18, 19).equals(level)) {
                    found.add(Finding.of(Part.ITEM, "code", "design.fault.code.level"));
                }
            }
        }
    }

    private static void guide(ItemContent content, List<Finding> found) {
        require(
                content,
                found,
                Part.GUIDE,
                "summary",
                "audience",
                "conditions",
                "law",
                "article",
                "lawText",
                "fee",
                "forms");
        if ("YES".equals(content.fact("fee")) && content.fact("feeNote").isBlank()) {
            found.add(Finding.of(Part.GUIDE, "feeNote", "design.fault.feeNote"));
        }
        if (!content.fact("visits").isEmpty() && !content.fact("visits").matches("[0-9]{1,2}")) {
            found.add(Finding.of(Part.GUIDE, "visits", "design.fault.visits"));
        }
        if (content.facts("forms").contains("WINDOW")) {
            require(content, found, Part.GUIDE, "address", "hours");
        }
        for (var phone : List.of("phone", "complaintPhone")) {
            if (!PHONE.matcher(content.fact(phone)).matches()) {
                found.add(Finding.of(Part.GUIDE, phone, "design.fault.phone"));
            }
        }
    }

    private void limits(ItemContent content, List<Finding> found) {
        var committed = content.fact("committed");
        var statutory = content.fact("statutory");
        for (var name : List.of("committed", "statutory")) {
            if (!NUMBER.matcher(content.fact(name)).matches()) {
                found.add(Finding.of(Part.LIMITS, name, "design.fault.days"));
            }
        }
        if (NUMBER.matcher(committed).matches()
                && NUMBER.matcher(statutory).matches()
                && content.fact("committedUnit").equals(content.fact("statutoryUnit"))
                && Integer.parseInt(committed) > Integer.parseInt(statutory)) {
            found.add(Finding.of(Part.LIMITS, "committed", "design.fault.committed.long"));
        }
        require(content, found, Part.LIMITS, "limitsLaw");
        if (holders.of(content.fact("intakeDepartment"), Holders.ACCEPT) != Holders.Holding.HELD) {
            found.add(Finding.of(Part.LIMITS, "intakeDepartment", "design.fault.intakeDepartment"));
        }
    }

    private static void materials(ItemContent content, List<Finding> found) {
        for (var material : content.materials()) {
            if (material.name().isBlank()) {
                found.add(Finding.of(Part.MATERIALS, material.key(), "design.fault.material.name"));
            }
            var condition = material.condition();
            if ("CONDITIONAL".equals(material.necessity()) && (condition == null || condition.isBlank())) {
                found.add(
                        Finding.of(Part.MATERIALS, material.key(), "design.fault.material.condition", material.name()));
            }
            for (var count : List.of(material.originals(), material.copies())) {
                if (!count.isEmpty() && !count.matches("[0-9]{1,2}")) {
                    found.add(
                            Finding.of(Part.MATERIALS, material.key(), "design.fault.material.count", material.name()));
                }
            }
        }
    }

    /** A list of cases without whom each is about is of no use. */
    private static void form(ItemContent content, List<Finding> found) {
        if (ProcedureText.field(content, FormField.Use.SUBJECT_NAME).isEmpty()) {
            found.add(Finding.of(Part.FORM, null, "design.fault.form.subject"));
        }
        for (var group : content.groups()) {
            if (group.key().equals(FormText.PAPERS)) {
                found.add(Finding.of(Part.FORM, group.key(), "design.fault.form.papers"));
            }
            group.fields().forEach(field -> field(content, group.key() + "-" + field.key(), field, found));
        }
    }

    private static void field(ItemContent content, String place, FormField field, List<Finding> found) {
        if (field.kind() == FieldKind.CHOICE && field.options().size() < 2) {
            found.add(Finding.of(Part.FORM, place, "design.fault.field.options", field.title()));
        }
        var material = field.material();
        if (field.kind() == FieldKind.FILE
                && (material == null || content.material(material).isEmpty())) {
            found.add(Finding.of(Part.FORM, place, "design.fault.field.material", field.title()));
        }
    }

    private void result(ItemContent content, List<Finding> found) {
        switch (content.fact("result")) {
            case "NONE" -> {
                // nothing is handed over
            }
            case "TEXT" -> require(content, found, Part.RESULT, "resultText", "resultBody");
            case "LICENSE" -> license(content, found);
            default -> found.add(Finding.of(Part.RESULT, "result", "design.fault.result"));
        }
    }

    private void license(ItemContent content, List<Finding> found) {
        var kind = licenses.list().stream()
                .filter(each -> each.key().equals(content.fact("licenseType")))
                .findFirst();
        if (kind.isEmpty()) {
            found.add(Finding.of(Part.RESULT, "licenseType", "design.fault.licenseType"));
            return;
        }
        for (var pointer : kind.get().answers().stream().sorted().toList()) {
            var parts = pointer.split("/");
            if (parts.length != 3
                    || content.group(parts[1])
                            .flatMap(group -> group.find(parts[2]))
                            .isEmpty()) {
                found.add(Finding.of(
                        Part.RESULT,
                        "licenseType",
                        "design.fault.license.answer",
                        kind.get().title(),
                        pointer));
            }
        }
    }
}
