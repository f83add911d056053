package org.zhengtong.service.supervision.web.ruling;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Simulation;
import org.zhengtong.service.supervision.Simulation.Change;
import org.zhengtong.service.supervision.Simulations;

/** Trials of rules: started, followed, read down to the case. */
@Controller
@RequestMapping("/staff/supervision")
class SimulationController {

    private static final int PAGE = 50;
    private static final int MOST_IN_FILE = 50_000;

    private final Simulations simulations;
    private final RuleSets sets;
    private final Jobs jobs;
    private final Departments departments;
    private final Permissions permissions;

    SimulationController(
            Simulations simulations, RuleSets sets, Jobs jobs, Departments departments, Permissions permissions) {
        this.simulations = simulations;
        this.sets = sets;
        this.jobs = jobs;
        this.departments = departments;
        this.permissions = permissions;
    }

    @PostMapping("/rules/{version}/simulations")
    String start(@PathVariable String version, @RequestParam String from, @RequestParam String to, CurrentUser user) {
        var started = simulations.start(version, HeadForm.day(from), HeadForm.day(to), user);
        return "redirect:/staff/supervision/simulations/" + started.id();
    }

    /** Which things are asked for, as it stands in the address. */
    record Asked(
            @Nullable String change,
            @Nullable String department,
            @Nullable String rule,
            @Nullable String after) {

        Simulation.Filter filter() {
            return new Simulation.Filter(
                    Stream.of(Change.values())
                            .filter(each -> each.name().equals(change))
                            .findFirst()
                            .orElse(null),
                    department == null || department.isBlank() ? null : id(department),
                    rule == null || rule.isBlank() ? null : rule,
                    after == null ? "" : after);
        }

        private static DepartmentId id(String typed) {
            try {
                return new DepartmentId(typed);
            } catch (IllegalArgumentException notOne) {
                throw new ProblemException(CommonProblem.BAD_REQUEST);
            }
        }
    }

    @GetMapping("/simulations/{id}")
    ModelAndView show(@PathVariable long id, Asked asked, CurrentUser user) {
        var simulation = simulations.require(id, user);
        var filter = asked.filter();
        var result = simulations.result(id, user);
        var found = simulations.found(id, filter, PAGE + 1, user);
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        return new ModelAndView(
                "supervision/simulation",
                "page",
                new SimulationPage(
                        simulation,
                        simulation.work() == null
                                ? null
                                : jobs.find(simulation.work()).orElse(null),
                        result,
                        filter,
                        page,
                        names(simulation, result),
                        found.size() > PAGE ? page.getLast().thing() : "",
                        permissions.may(user, RuleSets.EDIT_RULES)));
    }

    private Map<String, String> names(Simulation simulation, Simulation.Result result) {
        var names = new HashMap<String, String>();
        if (!simulation.against().isEmpty()) {
            sets.require(simulation.against()).rules().forEach(rule -> names.put(rule.id(), rule.name()));
        }
        sets.all().stream()
                .filter(set -> set.version().equals(simulation.version()))
                .forEach(set -> set.rules().forEach(rule -> names.put(rule.id(), rule.name())));
        var ids = result.byDepartment().stream()
                .map(tally -> new DepartmentId(tally.key()))
                .toList();
        departments.names(ids).forEach((id, name) -> names.put(id.value(), name));
        return names;
    }

    @PostMapping("/simulations/{id}/cancellation")
    String cancel(@PathVariable long id, CurrentUser user) {
        simulations.cancel(id, user);
        return "redirect:/staff/supervision/simulations/" + id;
    }

    @GetMapping("/simulations/{id}/export.csv")
    void export(@PathVariable long id, Asked asked, CurrentUser user, Shell shell, HttpServletResponse response)
            throws IOException {
        var rows = new ArrayList<List<String>>();
        for (var each : simulations.found(id, asked.filter(), MOST_IN_FILE, user)) {
            rows.add(List.of(
                    each.subject(),
                    each.itemName(),
                    each.department().value(),
                    shell.say("supervision.simulation.change." + each.change()),
                    side(each.tried()),
                    points(each.tried()),
                    side(each.inForce()),
                    points(each.inForce())));
        }
        var heads = Stream.of(
                        "number",
                        "item",
                        "department_code",
                        "change_kind",
                        "tried_rule",
                        "tried_points",
                        "force_rule",
                        "force_points")
                .map(column -> shell.say("supervision.column." + column))
                .toList();
        CsvExport.send(response, "simulation-" + id + ".csv", heads, rows.stream());
    }

    private static String side(Simulation.@Nullable Side side) {
        return side == null ? "" : side.ruleId();
    }

    private static String points(Simulation.@Nullable Side side) {
        return side == null ? "" : side.points().toPlainString();
    }
}
