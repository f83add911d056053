package org.zhengtong.service.supervision.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseRoll;
import org.zhengtong.service.supervision.Warning;
import org.zhengtong.service.supervision.Warnings;

/** The lists behind the figures: cases and warnings. */
@Controller
@RequestMapping("/staff/supervision")
class WatchController {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_WARNINGS = 300;

    private final CaseRoll roll;
    private final Warnings warnings;
    private final Departments departments;
    private final Dashboard dashboard;
    private final SupervisedDivision division;

    WatchController(
            CaseRoll roll,
            Warnings warnings,
            Departments departments,
            Dashboard dashboard,
            SupervisedDivision division) {
        this.roll = roll;
        this.warnings = warnings;
        this.departments = departments;
        this.dashboard = dashboard;
        this.division = division;
    }

    @GetMapping("/cases")
    String cases(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String after,
            CurrentUser user,
            Model model) {
        var shown = division.require(within, user);
        var chosen = Period.of(period);
        var which = Stream.of(CaseRoll.Which.values())
                .filter(each -> each.name().equalsIgnoreCase(show))
                .findFirst()
                .orElse(CaseRoll.Which.OVERDUE);
        var today = dashboard.today();
        var question = new CaseRoll.Question(which, chosen.from(today), today, shown.code());
        var found = roll.list(question, Optional.ofNullable(after).orElse(""), PAGE_SIZE);
        var names = departments.names(
                found.entries().stream().map(CaseRoll.Entry::department).toList());
        model.addAttribute("page", new CasesPage(which, chosen, shown.code(), shown.name(), found, names));
        return "supervision/cases";
    }

    @GetMapping("/warnings")
    String warnings(CurrentUser user, Model model) {
        var open = warnings.open(user, MOST_WARNINGS);
        var names = departments.names(open.stream().map(Warning::department).toList());
        model.addAttribute("page", new WarningsPage(open, names));
        return "supervision/warnings";
    }
}
