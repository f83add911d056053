package org.zhengtong.service.supervision;

/** What a rule judges. */
public enum RuleKind {
    /** A limit ends so many working days from now. */
    BEFORE_LIMIT,
    /** A statutory or committed limit was exceeded by so many working days. */
    LIMIT_EXCEEDED,
    /** An application was not accepted with a reason of fewer characters. */
    REASON_TOO_SHORT,
    /** A complaint was neither taken up nor answered so many working days after its limit. */
    COMPLAINT_OVERDUE
}
