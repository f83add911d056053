package org.zhengtong.app.window.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.SiteVisit;

/** Site visits of the coming days, for all who take part (踏勘安排). */
@Controller
class InspectionsController {

    private static final int PAGE_SIZE = 50;

    private final CaseVisits visits;
    private final VisitWords words;
    private final Texts texts;
    private final Clock clock;

    InspectionsController(CaseVisits visits, VisitWords words, Texts texts, Clock clock) {
        this.visits = visits;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/staff/inspections")
    String list(@ModelAttribute InspectionsForm form, CurrentUser user, Locale locale, Model model) {
        var filter = form.filter(LocalDate.now(clock));
        var found = visits.list(filter, form.cursor(), PAGE_SIZE + 1, user);
        var shown = found.size() > PAGE_SIZE ? found.subList(0, PAGE_SIZE) : found;
        model.addAttribute(
                "page",
                new InspectionsPage(
                        form,
                        filter.from() == null ? "" : filter.from().toString(),
                        filter.state() == null ? "" : filter.state().name(),
                        Stream.of(SiteVisit.State.values())
                                .map(one ->
                                        new CasePage.Option(one.name(), texts.say(locale, "window.visit.state." + one)))
                                .toList(),
                        shown.stream().map(one -> row(one, locale)).toList(),
                        visits.count(filter, user),
                        form.after() == null ? null : form.address("/staff/inspections", null),
                        found.size() > PAGE_SIZE
                                ? form.address(
                                        "/staff/inspections",
                                        shown.getLast().cursor().text())
                                : null,
                        form.address("/staff/inspections/export", null)));
        return "window/inspections";
    }

    private InspectionsPage.Row row(CaseVisits.Row one, Locale locale) {
        return new InspectionsPage.Row(
                words.when(one.heldOn(), one.startsAt(), locale),
                VisitWords.statusClass(one.state()),
                texts.say(locale, "window.visit.state." + one.state()),
                one.applicant(),
                "/staff/cases/" + one.number() + "/visits",
                one.itemName(),
                one.place(),
                words.name(new DepartmentId(one.department())),
                texts.say(locale, "window.inspections.found", one.found(), one.parties()),
                one.number().value());
    }

    /** The whole list as CSV; what is exported is recorded. */
    @GetMapping("/staff/inspections/export")
    void export(@ModelAttribute InspectionsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        var today = LocalDate.now(clock);
        try (var rows = visits.export(form.filter(today), user)) {
            CsvExport.send(
                    response, "inspections-" + today + ".csv", heads(locale), rows.map(one -> cells(row(one, locale))));
        }
    }

    private List<String> heads(Locale locale) {
        return Stream.of("when", "state", "applicant", "item", "place", "department", "written", "number")
                .map(column -> texts.say(locale, "window.inspections." + column))
                .toList();
    }

    private static List<String> cells(InspectionsPage.Row row) {
        return List.of(
                row.when(),
                row.statusText(),
                row.applicant(),
                row.item(),
                row.place(),
                row.department(),
                row.found(),
                row.number());
    }
}
