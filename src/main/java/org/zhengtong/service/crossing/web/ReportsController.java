package org.zhengtong.service.crossing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.service.crossing.internal.look.ReportLook;
import org.zhengtong.service.crossing.internal.look.ReportSearch;

/** Cases of sub-halls, for those who supervise the places they lie in. */
@Controller
class ReportsController {

    static final String VIEW = "supervision.view_dashboard";
    private static final int SHOWN = 20;
    private static final int EXPORTED = 10_000;

    private final ReportSearch reports;
    private final Nodes nodes;
    private final Departments departments;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    ReportsController(
            ReportSearch reports,
            Nodes nodes,
            Departments departments,
            Permissions permissions,
            Texts texts,
            Clock clock) {
        this.reports = reports;
        this.nodes = nodes;
        this.departments = departments;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(ReportsPage.HREF)
    String list(@ModelAttribute ReportsForm form, CurrentUser user, Model model) {
        var found = find(form, user, SHOWN + 1);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute(
                "page",
                new ReportsPage(form, shown, found.size() > SHOWN, names(), departments(shown), LocalDate.now(clock)));
        return "crossing/reports";
    }

    @GetMapping(ReportsPage.HREF + "/cases.csv")
    void export(@ModelAttribute ReportsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        var found = find(form, user, EXPORTED);
        var page = new ReportsPage(form, found, false, names(), departments(found), LocalDate.now(clock));
        var heads = Stream.of("number", "item", "node", "department", "state", "filed", "due", "moved")
                .map(column -> texts.say(locale, "crossing.column." + column))
                .toList();
        CsvExport.send(response, "cases.csv", heads, found.stream().map(each -> row(page, each, locale)));
    }

    private List<ReportLook> find(ReportsForm form, CurrentUser user, int most) {
        permissions.require(user, VIEW);
        return reports.find(form.toQuery(permissions.scopeOf(user, VIEW), LocalDate.now(clock), most));
    }

    private Map<DepartmentId, String> departments(List<ReportLook> found) {
        return departments.names(found.stream()
                .map(each -> new DepartmentId(each.department()))
                .distinct()
                .toList());
    }

    private Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        reports.nodes()
                .forEach(code -> names.put(
                        code,
                        nodes.find(new NodeCode(code)).map(node -> node.name()).orElse(code)));
        return names;
    }

    private List<String> row(ReportsPage page, ReportLook each, Locale locale) {
        return List.of(
                each.number(),
                each.itemName(),
                page.node(each.node()),
                page.department(each),
                texts.say(locale, "crossing.state." + each.state()),
                each.filedAt().atZone(clock.getZone()).toLocalDateTime().toString(),
                each.dueOn() == null ? "" : each.dueOn().toString(),
                each.movedAt().atZone(clock.getZone()).toLocalDateTime().toString());
    }
}
