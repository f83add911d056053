package org.zhengtong.service.supervision.web.ruling;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.supervision.RuleSet;
import org.zhengtong.service.supervision.SupervisionRule;

/** The versions of the rules, and those in force. */
public record RulesPage(
        List<SupervisionRule> current,
        List<RuleSet> versions,
        boolean mayEdit,
        boolean mayRead,
        HeadForm form,
        List<FieldFault> errors) {}
