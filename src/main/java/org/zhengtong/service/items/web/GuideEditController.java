package org.zhengtong.service.items.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.items.ItemsProblem;
import org.zhengtong.service.items.RevisionOutcome;
import org.zhengtong.service.items.ServiceItem;
import org.zhengtong.service.items.ServiceItems;

/** Editing the texts of a guide; saving publishes the next version at once. */
@Controller
@RequestMapping("/staff/items/{code}")
class GuideEditController {

    private static final int UNPROCESSABLE = 422;

    private final ServiceItems items;
    private final Permissions permissions;
    private final Departments departments;

    GuideEditController(ServiceItems items, Permissions permissions, Departments departments) {
        this.items = items;
        this.permissions = permissions;
        this.departments = departments;
    }

    @GetMapping
    String edit(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean saved,
            CurrentUser user,
            Model model) {
        var item = item(code, user);
        return show(item, GuideForm.of(item), "", saved, model);
    }

    @PostMapping
    String publish(
            @PathVariable String code,
            @ModelAttribute GuideForm form,
            CurrentUser user,
            HttpServletResponse response,
            Model model) {
        var item = item(code, user);
        if (!form.readable()) {
            response.setStatus(UNPROCESSABLE);
            return show(item, form, "items.edit.wrong-visits", false, model);
        }
        return switch (items.revise(item.code(), form.version(), form.applyTo(item.guide()), user)) {
            case RevisionOutcome.Revised revised -> "redirect:/staff/items/" + code + "?saved=true";
            case RevisionOutcome.Unchanged unchanged -> "redirect:/staff/items/" + code;
            case RevisionOutcome.Overtaken overtaken -> {
                response.setStatus(UNPROCESSABLE);
                yield show(item, form, "items.edit.overtaken", false, model);
            }
        };
    }

    private ServiceItem item(String code, CurrentUser user) {
        var known = ItemCode.check(code).valid();
        var item = items.require(known.orElseThrow(() -> new ProblemException(ItemsProblem.ITEM_NOT_FOUND, code)));
        permissions.require(user, EditableItems.EDIT_ITEM, item.department());
        return item;
    }

    private String show(ServiceItem item, GuideForm form, String faultKey, boolean saved, Model model) {
        var name = departments.require(item.department()).name();
        model.addAttribute("page", new GuideEditPage(item, name, form, faultKey, saved));
        return "items/edit";
    }
}
