package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/**
 * Versions of the rules: copied from the one in force, changed, proposed, approved by somebody else, in force from a later day on.
 * What happened before that day, and the cards of that time, stay with the version of the time.
 */
public interface RuleSets {

    /** Needed to draft and to try. */
    String EDIT_RULES = "supervision.edit_rules";

    /** Needed to approve or send back. */
    String APPROVE_RULES = "supervision.approve_rules";

    /** The latest day of validity first. */
    List<RuleSet> all();

    RuleSet require(String version);

    /** A copy of the rules in force, to be changed. */
    RuleOutcome draft(Head head, CurrentUser author);

    RuleOutcome change(String version, Head head, CurrentUser author);

    /** Adds the rule, or puts it in the place of the one with its id. */
    RuleOutcome put(String version, SupervisionRule rule, CurrentUser author);

    RuleOutcome remove(String version, String ruleId, CurrentUser author);

    RuleOutcome propose(String version, CurrentUser author);

    /** Back to its author, with words. */
    RuleOutcome sendBack(String version, String words, CurrentUser head);

    RuleOutcome approve(String version, CurrentUser head);

    /** Drops a draft. */
    RuleOutcome drop(String version, CurrentUser author);

    /** What a version is called, and from when it is to hold. */
    record Head(String version, String name, LocalDate validFrom) {}
}
