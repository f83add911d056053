package org.zhengtong.service.supervision.web.ruling;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.service.supervision.RuleOutcome;
import org.zhengtong.service.supervision.RuleSetState;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Rules;

/** The rules in force, and their versions. */
@Controller
@RequestMapping("/staff/supervision/rules")
class RulesController {

    private final Rules rules;
    private final RuleSets sets;
    private final Permissions permissions;

    RulesController(Rules rules, RuleSets sets, Permissions permissions) {
        this.rules = rules;
        this.sets = sets;
        this.permissions = permissions;
    }

    @GetMapping
    ModelAndView show(CurrentUser user) {
        return new ModelAndView("supervision/rules", "page", page(user, HeadForm.EMPTY, List.of()));
    }

    /** Versions that are not approved are seen by those who draft or approve. */
    private RulesPage page(CurrentUser user, HeadForm form, List<FieldFault> errors) {
        var mayEdit = permissions.may(user, RuleSets.EDIT_RULES);
        var mayRead = mayEdit || permissions.may(user, RuleSets.APPROVE_RULES);
        var versions = sets.all().stream()
                .filter(set -> mayRead || set.state() == RuleSetState.APPROVED)
                .toList();
        return new RulesPage(rules.current(), versions, mayEdit, mayRead, form, errors);
    }

    @PostMapping
    ModelAndView draft(HeadForm form, CurrentUser user, Shell shell) {
        return switch (sets.draft(form.head(), user)) {
            case RuleOutcome.Done done ->
                new ModelAndView(
                        "redirect:/staff/supervision/rules/" + done.set().version());
            case RuleOutcome.Wrong wrong -> {
                var refused = new ModelAndView("supervision/rules", "page", page(user, form, faults(wrong, shell)));
                refused.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield refused;
            }
            case RuleOutcome.NotPossible other -> throw new IllegalStateException("A new draft has no state: " + other);
            case RuleOutcome.OwnDraft own -> throw new IllegalStateException("Drafting approves nothing");
        };
    }

    static List<FieldFault> faults(RuleOutcome.Wrong wrong, Shell shell) {
        return wrong.faults().stream()
                .map(fault -> new FieldFault(fault.field(), shell.say(fault.key())))
                .toList();
    }
}
