package org.zhengtong.service.supervision.web.ruling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.service.supervision.RuleOutcome;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.RuleSetState;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Simulations;
import org.zhengtong.service.supervision.web.SupervisedDivision;

/** One version of the rules: changed as a draft, proposed, tried, approved or sent back. */
@Controller
@RequestMapping("/staff/supervision/rules/{version}")
class RuleSetController {

    private final RuleSets sets;
    private final Simulations simulations;
    private final Permissions permissions;
    private final Clock clock;

    RuleSetController(RuleSets sets, Simulations simulations, Permissions permissions, Clock clock) {
        this.sets = sets;
        this.simulations = simulations;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String version, @RequestParam(required = false) @Nullable String rule, CurrentUser user) {
        var set = readable(version, user);
        return new ModelAndView("supervision/rule_set", "page", page(set, form(set, rule), "", List.of(), user));
    }

    /** An approved version is read by all supervisors, one on its way by those who draft or approve. */
    private RuleSet readable(String version, CurrentUser user) {
        var set = sets.require(version);
        if (!permissions.may(user, RuleSets.EDIT_RULES) && !permissions.may(user, RuleSets.APPROVE_RULES)) {
            permissions.require(
                    user,
                    set.state() == RuleSetState.APPROVED ? SupervisedDivision.VIEW_DASHBOARD : RuleSets.EDIT_RULES);
        }
        return set;
    }

    private static @Nullable RuleForm form(RuleSet set, @Nullable String rule) {
        if (rule == null) {
            return null;
        }
        return set.rules().stream()
                .filter(each -> each.id().equals(rule))
                .findFirst()
                .map(RuleForm::of)
                .orElse(RuleForm.EMPTY);
    }

    private RuleSetPage page(
            RuleSet set, @Nullable RuleForm rule, String words, List<FieldFault> errors, CurrentUser user) {
        var mayEdit = permissions.may(user, RuleSets.EDIT_RULES);
        var mayRead = mayEdit || permissions.may(user, RuleSets.APPROVE_RULES);
        var yesterday = LocalDate.now(clock).minusDays(1);
        return new RuleSetPage(
                set,
                new HeadForm(set.version(), set.name(), set.validFrom().toString()),
                rule,
                mayRead ? simulations.list(set.version(), user) : List.of(),
                mayEdit && set.state() == RuleSetState.DRAFT,
                mayEdit,
                permissions.may(user, RuleSets.APPROVE_RULES) && set.state() == RuleSetState.PROPOSED,
                yesterday.minusYears(1).plusDays(1).toString(),
                yesterday.toString(),
                words,
                errors);
    }

    @PostMapping
    ModelAndView change(@PathVariable String version, HeadForm form, CurrentUser user, Shell shell) {
        return answer(sets.change(version, form.head(), user), version, null, "", user, shell);
    }

    @PostMapping("/rules")
    ModelAndView put(@PathVariable String version, RuleForm form, CurrentUser user, Shell shell) {
        var outcome = sets.put(version, form.rule(sets.require(version)), user);
        return answer(outcome, version, form, "", user, shell);
    }

    @PostMapping("/rules/{rule}/removal")
    ModelAndView remove(@PathVariable String version, @PathVariable String rule, CurrentUser user, Shell shell) {
        return answer(sets.remove(version, rule, user), version, null, "", user, shell);
    }

    @PostMapping("/proposal")
    ModelAndView propose(@PathVariable String version, CurrentUser user, Shell shell) {
        return answer(sets.propose(version, user), version, null, "", user, shell);
    }

    @PostMapping("/approval")
    ModelAndView approve(@PathVariable String version, CurrentUser user, Shell shell) {
        return answer(sets.approve(version, user), version, null, "", user, shell);
    }

    @PostMapping("/return")
    ModelAndView sendBack(
            @PathVariable String version,
            @RequestParam(defaultValue = "") String words,
            CurrentUser user,
            Shell shell) {
        return answer(sets.sendBack(version, words, user), version, null, words, user, shell);
    }

    @PostMapping("/removal")
    ModelAndView drop(@PathVariable String version, CurrentUser user, Shell shell) {
        return sets.drop(version, user) instanceof RuleOutcome.Done
                ? new ModelAndView("redirect:/staff/supervision/rules")
                : refused(version, null, "", List.of(state(shell)), user);
    }

    private ModelAndView answer(
            RuleOutcome outcome, String version, @Nullable RuleForm form, String words, CurrentUser user, Shell shell) {
        return switch (outcome) {
            case RuleOutcome.Done done -> new ModelAndView("redirect:/staff/supervision/rules/" + version);
            case RuleOutcome.Wrong wrong -> refused(version, form, words, RulesController.faults(wrong, shell), user);
            case RuleOutcome.NotPossible other -> refused(version, form, words, List.of(state(shell)), user);
            case RuleOutcome.OwnDraft own ->
                refused(
                        version,
                        form,
                        words,
                        List.of(new FieldFault("words", shell.say("supervision.rules.own_draft"))),
                        user);
        };
    }

    private static FieldFault state(Shell shell) {
        return new FieldFault("words", shell.say("supervision.rules.state_changed"));
    }

    private ModelAndView refused(
            String version, @Nullable RuleForm form, String words, List<FieldFault> errors, CurrentUser user) {
        var page = page(readable(version, user), form, words, errors, user);
        var refused = new ModelAndView("supervision/rule_set", "page", page);
        refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return refused;
    }
}
