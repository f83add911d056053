package org.zhengtong.service.feedback;

/** What came of a step on a complaint. */
public sealed interface ComplaintOutcome {

    record Done(Complaint complaint) implements ComplaintOutcome {}

    /** A colleague was quicker, or the step does not fit the state. */
    record NotPossible(ComplaintState state) implements ComplaintOutcome {}
}
