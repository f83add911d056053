package org.zhengtong.service.supervision;

import java.util.List;

/** What came of a step on a version of the rules. */
public sealed interface RuleOutcome {

    record Done(RuleSet set) implements RuleOutcome {}

    /** The version is not in a state that allows it. */
    record NotPossible(RuleSetState state) implements RuleOutcome {}

    /** Nobody approves what he wrote himself. */
    record OwnDraft() implements RuleOutcome {}

    /** Something has to be mended first. */
    record Wrong(List<Fault> faults) implements RuleOutcome {}

    /** What is wrong with a field; the key of a text. */
    record Fault(String field, String key) {}
}
