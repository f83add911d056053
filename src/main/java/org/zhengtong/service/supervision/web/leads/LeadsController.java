package org.zhengtong.service.supervision.web.leads;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.service.casework.CaseLeads;
import org.zhengtong.service.supervision.IntegrityLeads;
import org.zhengtong.service.supervision.IntegrityLeads.Kind;
import org.zhengtong.service.supervision.web.SupervisedDivision;

/** Leads for those who look into integrity; to open the page is a look. */
@Controller
class LeadsController {

    private static final Pattern MONTH = Pattern.compile("2[01][0-9]{2}-[01][0-9]");

    private final IntegrityLeads leads;
    private final SupervisedDivision division;
    private final Departments departments;
    private final Clock clock;

    LeadsController(IntegrityLeads leads, SupervisedDivision division, Departments departments, Clock clock) {
        this.leads = leads;
        this.division = division;
        this.departments = departments;
        this.clock = clock;
    }

    @GetMapping("/staff/supervision/leads")
    String show(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(required = false) @Nullable String within,
            CurrentUser user,
            Model model) {
        var shown = division.require(within, user);
        var chosen = Stream.of(Kind.values())
                .filter(each -> each.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElse(Kind.QUICK);
        var month = month(of);
        var found = leads.look(chosen, month.atDay(1), month.atEndOfMonth(), shown.code(), user);
        var names = departments.names(
                found.stream().map(CaseLeads.Lead::department).distinct().toList());
        model.addAttribute("page", new LeadsPage(chosen, month, shown.code(), shown.name(), found, names));
        return "supervision/leads";
    }

    private YearMonth month(String typed) {
        try {
            return MONTH.matcher(typed).matches() ? YearMonth.parse(typed) : YearMonth.from(LocalDate.now(clock));
        } catch (DateTimeException wrong) {
            return YearMonth.from(LocalDate.now(clock));
        }
    }
}
