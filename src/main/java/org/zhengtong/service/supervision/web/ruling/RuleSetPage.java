package org.zhengtong.service.supervision.web.ruling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.Simulation;

/**
 * One version of the rules.
 *
 * @param rule the rule in the form; null when none is open
 * @param mayEdit whether the user may change it now
 * @param mayDecide whether the user may approve it or send it back now
 */
public record RuleSetPage(
        RuleSet set,
        HeadForm head,
        @Nullable RuleForm rule,
        List<Simulation> simulations,
        boolean mayEdit,
        boolean mayTry,
        boolean mayDecide,
        String from,
        String to,
        String words,
        List<FieldFault> errors) {

    public String href() {
        return "/staff/supervision/rules/" + set.version();
    }
}
