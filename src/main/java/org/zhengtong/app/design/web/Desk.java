package org.zhengtong.app.design.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.design.DesignId;
import org.zhengtong.app.design.Finding;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.ItemDesigns;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** What the pages of a draft have in common. */
@Component
class Desk {

    private final ItemDesigns designs;
    private final Departments departments;
    private final Permissions permissions;
    private final Texts texts;

    Desk(ItemDesigns designs, Departments departments, Permissions permissions, Texts texts) {
        this.designs = designs;
        this.departments = departments;
        this.permissions = permissions;
        this.texts = texts;
    }

    ItemDesigns designs() {
        return designs;
    }

    ItemDesign open(long id, CurrentUser user) {
        return designs.require(new DesignId(id), user);
    }

    boolean may(CurrentUser user, String permission, ItemDesign draft) {
        return permissions.may(user, permission, draft.department());
    }

    /** Whether its pages can be filled in by this user now. */
    boolean editable(ItemDesign draft, CurrentUser user) {
        return draft.state().open() && may(user, ItemDesigns.EDIT_DRAFT, draft);
    }

    String say(Locale locale, String key, Object... arguments) {
        return texts.say(locale, key, arguments);
    }

    boolean knows(String key) {
        return texts.knows(key);
    }

    String said(Finding finding, Locale locale) {
        return texts.say(locale, finding.key(), finding.arguments().toArray());
    }

    /** What is to mend on one page, beside its fields. */
    List<FieldFault> faults(ItemDesign draft, Part part, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        for (var finding : designs.findings(draft)) {
            if (finding.part() == part) {
                var place = finding.place();
                faults.add(new FieldFault(place == null ? "main" : place, said(finding, locale)));
            }
        }
        return faults;
    }

    /** The departments of this place and of all above it, to choose from. */
    List<Department> choosable(ItemDesign draft) {
        return choosable(draft.department().division());
    }

    List<Department> choosable(DivisionCode division) {
        var found = new ArrayList<Department>();
        var place = Optional.of(division);
        while (place.isPresent()) {
            found.addAll(departments.of(place.get()));
            place = place.get().parent();
        }
        return found;
    }

    /** A department as the field shows it; what was typed, when nobody knows it. */
    String shown(String department) {
        return find(department)
                .map(found -> found.shortName() + " " + found.id().value())
                .orElse(department);
    }

    /** The department of what was typed or chosen: by its id at the end, or by its whole name. */
    String typed(@Nullable String text, List<Department> among) {
        var typed = text == null ? "" : text.strip();
        var id = typed.substring(typed.lastIndexOf(' ') + 1);
        if (find(id).isPresent()) {
            return id;
        }
        return among.stream()
                .filter(each -> each.shortName().equals(typed) || each.name().equals(typed))
                .map(each -> each.id().value())
                .findFirst()
                .orElse(typed);
    }

    /** Whether this is a department that the user may write items for. */
    boolean mayWriteFor(@Nullable String text, ItemDesign draft, CurrentUser user) {
        return find(typed(text, choosable(draft)))
                .filter(found -> permissions.may(user, ItemDesigns.EDIT_DRAFT, found.id()))
                .isPresent();
    }

    Optional<Department> find(String id) {
        try {
            return departments.find(new DepartmentId(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    static ModelAndView page(String view, Object page, boolean faulty) {
        var shown = new ModelAndView(view, "page", page);
        if (faulty) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }
}
