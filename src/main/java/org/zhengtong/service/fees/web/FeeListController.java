package org.zhengtong.service.fees.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.fees.FeeList;

/** The fee list: staff reads it, whoever keeps it publishes and withdraws. */
@Controller
class FeeListController {

    static final String EDIT_FEE = "fees.edit_fee";

    private static final String LIST = "/staff/fees";
    private static final int SHOWN = 30;

    private final FeeList fees;
    private final Permissions permissions;
    private final Texts texts;

    FeeListController(FeeList fees, Permissions permissions, Texts texts) {
        this.fees = fees;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping(LIST)
    ModelAndView list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") String after,
            CurrentUser user) {
        permissions.require(user, BillDeskController.VIEW_BILL);
        return new ModelAndView("fees/fees", "page", page(text, after, user, FeeForm.EMPTY, List.of()));
    }

    private FeesPage page(String text, String after, CurrentUser user, FeeForm form, List<FieldFault> faults) {
        var from = after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        var found = fees.list(text, from, SHOWN + 1);
        var shown = found.stream().limit(SHOWN).toList();
        var filter = LIST + "?text=" + UriUtils.encode(text, StandardCharsets.UTF_8);
        return new FeesPage(
                text,
                shown,
                from == 0 ? null : filter,
                found.size() > SHOWN ? filter + "&after=" + shown.getLast().id() : null,
                permissions.may(user, EDIT_FEE),
                form,
                faults);
    }

    @PostMapping(LIST)
    ModelAndView publish(@ModelAttribute FeeForm form, CurrentUser user, Locale locale) {
        permissions.require(user, EDIT_FEE);
        var faults = form.faults(new DeskRequest(user, texts, locale));
        if (!faults.isEmpty()) {
            var view = new ModelAndView("fees/fees", "page", page("", "0", user, form, faults));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var fee = fees.publish(form.content(), user);
        return new ModelAndView("redirect:" + LIST + "?text=" + fee.item());
    }

    @PostMapping(LIST + "/{id}/withdrawal")
    String withdraw(@PathVariable long id, CurrentUser user) {
        fees.withdraw(id, user);
        return "redirect:" + LIST;
    }
}
