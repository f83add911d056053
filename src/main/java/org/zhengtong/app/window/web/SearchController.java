package org.zhengtong.app.window.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.casework.CaseReading;

/** All cases a member of staff may see, by number or applicant, open and closed ones. */
@Controller
class SearchController {

    private final CaseReading reading;
    private final Permissions permissions;

    SearchController(CaseReading reading, Permissions permissions) {
        this.reading = reading;
        this.permissions = permissions;
    }

    @GetMapping("/staff/cases")
    String search(@RequestParam(defaultValue = "") String text, CurrentUser user, Model model) {
        permissions.require(user, Rights.VIEW_CASE);
        var found = text.isBlank() ? List.<CaseReading.Summary>of() : reading.search(text.strip(), user);
        model.addAttribute("page", new SearchPage(text, found));
        return "window/search";
    }
}
