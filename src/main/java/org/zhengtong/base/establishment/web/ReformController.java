package org.zhengtong.base.establishment.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.Foresight;
import org.zhengtong.base.organization.OrganizationEditing.PlanOutcome;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** Changes with a date: put together, looked at with all that follows, then planned. */
@Controller
@RequestMapping("/staff/establishment/reforms")
class ReformController {

    private final OrganizationEditing editing;
    private final ReformChoices choices;
    private final Reach reach;
    private final Clock clock;

    ReformController(OrganizationEditing editing, ReformChoices choices, Reach reach, Clock clock) {
        this.editing = editing;
        this.choices = choices;
        this.reach = reach;
        this.clock = clock;
    }

    @GetMapping("/new")
    String fresh(
            CurrentUser user,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> from,
            @RequestParam(defaultValue = "") List<String> posts,
            Model model) {
        var form = ReformForm.of(fields, from, posts);
        var dated = form.effectiveOn().isEmpty()
                ? ReformForm.of(with(fields, "effectiveOn", LocalDate.now(clock).toString()), from, posts)
                : form;
        var page = choices.page(dated, List.of(), null);
        requireReach(user, page);
        model.addAttribute("page", page);
        return "establishment/reform";
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private void requireReach(CurrentUser user, ReformPage page) {
        var department = page.department() != null
                ? page.department().id()
                : page.member() == null ? null : page.member().department();
        if (department == null) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        reach.require(user, department);
    }

    /** What would happen: nothing is done yet. */
    @PostMapping("/foresight")
    ModelAndView foresee(
            CurrentUser user,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> from,
            @RequestParam(defaultValue = "") List<String> posts,
            Shell shell) {
        var form = ReformForm.of(fields, from, posts);
        var faults = faults(form, shell);
        if (!faults.isEmpty()) {
            return shown(user, form, faults, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var reform = reform(form);
        requireAll(user, reform);
        var foresight = editing.foresee(reform, Objects.requireNonNull(form.day()));
        return shown(
                user,
                form,
                faults(foresight, shell),
                foresight,
                foresight.possible() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    ModelAndView plan(
            CurrentUser user,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> from,
            @RequestParam(defaultValue = "") List<String> posts,
            Shell shell) {
        var form = ReformForm.of(fields, from, posts);
        var faults = faults(form, shell);
        if (!faults.isEmpty()) {
            return shown(user, form, faults, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var reform = reform(form);
        requireAll(user, reform);
        return switch (editing.plan(reform, Objects.requireNonNull(form.day()), form.reason(), user.actor())) {
            case PlanOutcome.Planned planned ->
                new ModelAndView("redirect:/staff/establishment?done="
                        + (planned.inForce() ? "in-force&change=" : "planned&change=") + planned.change());
            case PlanOutcome.Impossible impossible ->
                shown(
                        user,
                        form,
                        faults(impossible.foresight(), shell),
                        impossible.foresight(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static List<FieldFault> faults(ReformForm form, Shell shell) {
        return form.faults().entrySet().stream()
                .map(fault -> new FieldFault(fault.getKey(), shell.say(fault.getValue())))
                .toList();
    }

    private static List<FieldFault> faults(Foresight foresight, Shell shell) {
        return foresight.faults().stream()
                .map(fault -> new FieldFault("to", Faults.text(shell, fault)))
                .toList();
    }

    private static Reform reform(ReformForm form) {
        try {
            return form.reform();
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    /** Whoever merges or moves must have a say at both ends. */
    private void requireAll(CurrentUser user, Reform reform) {
        switch (reform) {
            case Reform.Merge merge -> {
                merge.from().forEach(from -> reach.require(user, from));
                reach.require(user, merge.into());
            }
            case Reform.Split split -> {
                reach.require(user, split.from());
                reach.require(user, split.heir());
                split.placements().forEach(placement -> reach.require(user, placement.to()));
            }
            case Reform.Move move -> {
                requireMember(user, move.staff().value());
                reach.require(user, move.to());
            }
            case Reform.Leave leave -> requireMember(user, leave.staff().value());
            case Reform.Rename rename -> reach.require(user, rename.department());
            case Reform.Close close -> reach.require(user, close.department());
        }
    }

    private void requireMember(CurrentUser user, String staff) {
        reach.require(user, choices.departmentOf(staff));
    }

    private ModelAndView shown(
            CurrentUser user,
            ReformForm form,
            List<FieldFault> faults,
            @Nullable Foresight foresight,
            HttpStatus status) {
        var page = choices.page(form, faults, foresight);
        requireReach(user, page);
        var shown = new ModelAndView("establishment/reform", status);
        shown.addObject("page", page);
        return shown;
    }
}
