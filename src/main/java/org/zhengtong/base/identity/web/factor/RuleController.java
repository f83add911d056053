package org.zhengtong.base.identity.web.factor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.SecondFactorRule;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

/** Who must show a second factor; for the security administrator. */
@Controller
@RequestMapping("/staff/sign-in-rule")
class RuleController {

    private final SecondFactors factors;

    RuleController(SecondFactors factors) {
        this.factors = factors;
    }

    @GetMapping
    String page(CurrentUser user, @RequestParam(defaultValue = "false") boolean saved, Model model) {
        if (!user.may(SecondFactors.SET_RULE)) {
            throw new ProblemException(CommonProblem.NOT_ALLOWED);
        }
        model.addAttribute("page", new RulePage(factors.rule(), saved));
        return "identity/sign-in-rule";
    }

    @PostMapping
    String change(CurrentUser user, @RequestParam SecondFactorRule rule) {
        factors.setRule(user, rule);
        return "redirect:/staff/sign-in-rule?saved=true";
    }
}
