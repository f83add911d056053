package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.Texts;

/** What a new draft begins with. */
@Component
class Beginning {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final Departments departments;
    private final Holders holders;
    private final Texts texts;

    Beginning(Departments departments, Holders holders, Texts texts) {
        this.departments = departments;
        this.holders = holders;
        this.texts = texts;
    }

    /** A form that asks who applies, and the facts that are mostly so. */
    ItemContent content(DepartmentId department) {
        var facts = new java.util.LinkedHashMap<String, String>();
        facts.put("kind", "01");
        facts.put("level", level(department.division()));
        facts.put("targets", "PERSON,LEGAL_PERSON");
        facts.put("forms", "WINDOW,COMPUTER,MOBILE");
        facts.put("fee", "NO");
        facts.put("committedUnit", "WORKING_DAYS");
        facts.put("statutoryUnit", "WORKING_DAYS");
        facts.put("statutory", "20");
        facts.put("limitsLaw", texts.say(CHINESE, "design.limits.usual-law"));
        facts.put("intakeDepartment", intake(department.division()));
        departments.find(department).ifPresent(found -> window(found, facts));
        return new ItemContent(facts, List.of(), List.of(applicant()), List.of(), 0);
    }

    private static void window(Department department, Map<String, String> facts) {
        if (department.address() != null) {
            facts.put("address", department.address());
        }
        if (department.phone() != null) {
            facts.put("phone", department.phone());
        }
    }

    private static String level(DivisionCode division) {
        return switch (division.level()) {
            case PROVINCE -> "2";
            case PREFECTURE -> "3";
            case COUNTY -> "4";
            case TOWNSHIP -> "5";
            case VILLAGE -> "6";
            default -> "1";
        };
    }

    /** The department of this division, or of the next above, whose people take in. */
    private String intake(DivisionCode division) {
        for (@Nullable DivisionCode place = division;
                place != null;
                place = place.parent().orElse(null)) {
            var found = departments.of(place).stream()
                    .map(each -> each.id().value())
                    .filter(id -> id.endsWith(".service-hall"))
                    .filter(id -> holders.of(id, Holders.ACCEPT) == Holders.Holding.HELD)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "";
    }

    private FormGroup applicant() {
        return new FormGroup(
                "applicant",
                texts.say(CHINESE, "design.form.applicant"),
                List.of(
                        question("name", FieldKind.TEXT, FormField.Use.SUBJECT_NAME),
                        question("contact", FieldKind.TEXT, FormField.Use.CONTACT_NAME),
                        question("mobile", FieldKind.MOBILE, FormField.Use.CONTACT_MOBILE)));
    }

    private FormField question(String key, FieldKind kind, FormField.Use use) {
        return new FormField(
                key,
                texts.say(CHINESE, "design.form.applicant." + key),
                kind,
                true,
                null,
                List.of(),
                null,
                use,
                null,
                null);
    }

    ItemDesign withProposedCode(ItemDesign draft) {
        return draft.named(draft.name(), proposedCode(draft), draft.department());
    }

    /**
     * Credit code of the department, level, and a basic code of area, kind and a serial that only this draft has; empty when the
     * department has no credit code that fits.
     */
    String proposedCode(ItemDesign draft) {
        var area = draft.department().division().value().substring(0, 2);
        var kind = draft.content().fact("kind");
        return departments
                .find(draft.department())
                .map(department -> department.creditCode().value()
                        + draft.content().fact("level")
                        + area
                        + (kind.isEmpty() ? "01" : kind)
                        + "9"
                        + String.format(Locale.ROOT, "%07d", draft.id().value()))
                .orElse("");
    }
}
