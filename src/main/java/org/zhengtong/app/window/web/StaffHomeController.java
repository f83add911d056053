package org.zhengtong.app.window.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.base.identity.CurrentUser;

/** The workbench opens where this member of staff has most to do. */
@Controller
class StaffHomeController {

    @GetMapping("/staff")
    String home(CurrentUser user) {
        if (user.may("supervision.view_dashboard")) {
            return "redirect:/staff/supervision";
        }
        if (user.may(Rights.VIEW_CASE)) {
            return "redirect:/staff/inbox";
        }
        return user.may("permission.grant_role") ? "redirect:/staff/roles" : "redirect:/account";
    }
}
