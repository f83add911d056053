package org.zhengtong.data.mediation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.MediatedService.State;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.ServiceCode;
import org.zhengtong.data.mediation.Services;
import org.zhengtong.data.mediation.Services.HeldGrant;
import org.zhengtong.data.mediation.Services.Tested;

/** One service: how it is called, how it fared, trying it out, letting it rest. */
@Controller
@RequestMapping("/staff/mediation")
class ServiceController {

    private static final int DAYS = 14;
    private static final int LONGEST_REASON = 500;
    private static final String ONE = "/services/{code:[a-z][a-z0-9-]{1,59}}";

    private final Services services;
    private final Calls calls;
    private final Nodes nodes;
    private final Departments departments;
    private final Permissions permissions;
    private final NodeMode mode;
    private final Clock clock;

    ServiceController(
            Services services,
            Calls calls,
            Nodes nodes,
            Departments departments,
            Permissions permissions,
            NodeMode mode,
            Clock clock) {
        this.services = services;
        this.calls = calls;
        this.nodes = nodes;
        this.departments = departments;
        this.permissions = permissions;
        this.mode = mode;
        this.clock = clock;
    }

    @GetMapping(ONE)
    ModelAndView show(@PathVariable String code, @RequestParam(defaultValue = "") String done, CurrentUser user) {
        var known = List.of("saved", "offered", "paused").contains(done) ? done : "";
        return page(visible(code, user), new Shown(firstPath(code), null, List.of(), known), user);
    }

    /** Drafts are for their department alone. */
    private MediatedService visible(String code, CurrentUser user) {
        permissions.require(user, Services.VIEW_SERVICE);
        return services.find(new ServiceCode(code))
                .filter(each -> each.state() != State.DRAFT || services.manages(each, user))
                .orElseThrow(() -> new ProblemException(MediationProblem.SERVICE_NOT_FOUND));
    }

    private String firstPath(String code) {
        return services.require(new ServiceCode(code)).operations().stream()
                .filter(each -> each.method().equals("GET"))
                .map(each -> each.path())
                .findFirst()
                .orElse("");
    }

    /** What a page shows beside the service. */
    private record Shown(String typed, @Nullable Tested tested, List<FieldFault> errors, String done) {}

    private ModelAndView page(MediatedService service, Shown shown, CurrentUser user) {
        var today = LocalDate.now(clock);
        var own = nodes.own().code();
        var view = new ModelAndView("mediation/service");
        if (!shown.errors().isEmpty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        view.addObject(
                "page",
                new MediationPages.ServicePage(
                        service,
                        departments
                                .names(List.of(service.department()))
                                .getOrDefault(
                                        service.department(),
                                        service.department().value()),
                        service.resource().isEmpty() ? "" : new ResourceCode(service.resource()).path(),
                        address(own, service.code()),
                        DelayChart.of(calls.days(service.code(), today.minusDays(DAYS - 1L), today)),
                        held(own, service.code(), user.department()),
                        services.manages(service, user),
                        shown.typed(),
                        shown.tested(),
                        shown.errors(),
                        shown.done()));
        return view;
    }

    private String address(NodeCode node, ServiceCode code) {
        return mode.publicUrl() + "/mediation/v1/nodes/" + node + "/services/" + code;
    }

    private List<HeldGrant> held(NodeCode node, ServiceCode code, @Nullable DepartmentId department) {
        return department == null ? List.of() : services.held(node, code, department);
    }

    @GetMapping("/nodes/{node:[a-z0-9][a-z0-9-]{2,39}}" + ONE)
    ModelAndView foreign(@PathVariable String node, @PathVariable String code, CurrentUser user) {
        permissions.require(user, Services.VIEW_SERVICE);
        var service = services.offered().stream()
                .filter(each ->
                        each.node().value().equals(node) && each.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(MediationProblem.SERVICE_NOT_FOUND));
        if (service.own()) {
            return new ModelAndView("redirect:/staff/mediation/services/" + code);
        }
        return new ModelAndView(
                "mediation/foreign",
                "page",
                new MediationPages.ForeignPage(
                        service,
                        address(service.node(), service.code()),
                        held(service.node(), service.code(), user.department())));
    }

    @PostMapping(ONE + "/offer")
    ModelAndView offer(@PathVariable String code, CurrentUser user) {
        services.offer(new ServiceCode(code), user);
        return new ModelAndView("redirect:/staff/mediation/services/" + code + "?done=offered");
    }

    @PostMapping(ONE + "/pause")
    ModelAndView pause(
            @PathVariable String code, @RequestParam(defaultValue = "") String reason, CurrentUser user, Shell shell) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            var error = new FieldFault("reason", shell.say("mediation.fault.reason"));
            return page(visible(code, user), new Shown(firstPath(code), null, List.of(error), ""), user);
        }
        services.pause(new ServiceCode(code), reason.strip(), user);
        return new ModelAndView("redirect:/staff/mediation/services/" + code + "?done=paused");
    }

    @PostMapping(ONE + "/test")
    ModelAndView test(@PathVariable String code, @RequestParam(defaultValue = "") String path, CurrentUser user) {
        var tested = services.test(new ServiceCode(code), path.strip(), user);
        return page(visible(code, user), new Shown(path, Objects.requireNonNull(tested), List.of(), ""), user);
    }
}
