package org.zhengtong.service.casework;

/** Where a case stands. */
public enum CaseState {
    /** Received, not yet accepted. */
    FILED,
    /** The applicant was told what is missing; nothing runs until it has arrived. */
    SUPPLEMENTING,
    /** Accepted; the departments examine and decide. */
    ACCEPTED,
    /** Accepted, and the whole of it stands still for a reason of law (中止审批). */
    SUSPENDED,
    /** Granted, the licence or document is being made (行政许可法 第四十四条: within 10 working days). */
    GRANTED,
    /** The applicant has the result. */
    DELIVERED,
    /** Denied with reasons. */
    DENIED,
    /** Not accepted (不予受理). */
    REFUSED,
    /** Withdrawn by the applicant. */
    WITHDRAWN;

    /** True while somebody in an authority still has to act or to wait for the applicant. */
    public boolean open() {
        return this == FILED || this == SUPPLEMENTING || this == ACCEPTED || this == SUSPENDED || this == GRANTED;
    }

    /** True while the applicant may still take his application back: until the decision. */
    public boolean mayWithdraw() {
        return this == FILED || this == SUPPLEMENTING || this == ACCEPTED || this == SUSPENDED;
    }
}
