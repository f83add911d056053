package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.app.window.WindowProblem;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.codes.MobileNumber;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.items.ServiceItems;

/** A person comes to the counter: the clerk files for him in the same form that the person would fill in at home. */
@Controller
class WalkInController {

    private final Drafts drafts;
    private final Procedures procedures;
    private final ServiceItems items;
    private final Permissions permissions;
    private final Texts texts;

    WalkInController(Drafts drafts, Procedures procedures, ServiceItems items, Permissions permissions, Texts texts) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.items = items;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping("/staff/walk-ins")
    String show(CurrentUser user, Model model) {
        permissions.require(user, Rights.FILE_FOR_WALK_IN);
        model.addAttribute("page", page(WalkInForm.EMPTY, List.of(), user));
        return "window/walk_in";
    }

    @PostMapping("/staff/walk-ins")
    String start(
            @ModelAttribute WalkInForm form,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        permissions.require(user, Rights.FILE_FOR_WALK_IN);
        var faults = form.faults(texts, Appearance.of(request).locale());
        if (!faults.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", page(form, faults, user));
            return "window/walk_in";
        }
        var item = ItemCode.check(String.valueOf(form.item()))
                .valid()
                .flatMap(items::find)
                .orElseThrow(() -> new ProblemException(WindowProblem.NOT_A_CASE));
        var person = new Drafts.WalkIn(String.valueOf(form.name()), identifier(form), mobile(form));
        var draft = drafts.create(
                new Drafts.Start(item.code(), division(user, item.division()), Channel.WINDOW, person), user);
        return "redirect:/applications/" + draft.value();
    }

    private static String identifier(WalkInForm form) {
        return switch (CitizenNumber.check(String.valueOf(form.identifier()))) {
            case org.zhengtong.base.codes.CodeCheck.Valid<CitizenNumber> valid ->
                valid.value().value();
            case org.zhengtong.base.codes.CodeCheck.Wrong<CitizenNumber> _ -> "";
        };
    }

    private static String mobile(WalkInForm form) {
        return switch (MobileNumber.check(String.valueOf(form.mobile()))) {
            case org.zhengtong.base.codes.CodeCheck.Valid<MobileNumber> valid ->
                valid.value().value();
            case org.zhengtong.base.codes.CodeCheck.Wrong<MobileNumber> _ -> "";
        };
    }

    /** The clerk's own division, if the item's reaches that far down; else the item's. */
    private static DivisionCode division(CurrentUser user, DivisionCode ofItem) {
        var own = user.division();
        return own != null && ofItem.covers(own) ? own : ofItem;
    }

    private WalkInPage page(WalkInForm form, List<FieldFault> errors, CurrentUser user) {
        var codes = procedures.list().stream()
                .map(procedure -> procedure.itemCode())
                .toList();
        var offered = items.summaries(codes).values().stream()
                .map(item -> new WalkInPage.Item(
                        item.code().value(), item.name(), item.code().value().equals(form.item())))
                .sorted(java.util.Comparator.comparing(WalkInPage.Item::name))
                .toList();
        var begun = drafts.listMine(user).stream()
                .filter(draft -> draft.channel() == Channel.WINDOW)
                .toList();
        return new WalkInPage(form, offered, errors, begun);
    }
}
