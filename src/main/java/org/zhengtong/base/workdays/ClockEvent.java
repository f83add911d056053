package org.zhengtong.base.workdays;

/** What set a clock going; decides the words in which its due date is told. */
public enum ClockEvent {
    /** Materials were received (收到申请): the limit for saying whether the case is accepted. */
    RECEIVED,
    /** The case was accepted (受理): the limit for the decision. */
    ACCEPTED,
    /** It was decided (作出决定): the limit for delivery. */
    DECIDED,
    /** The applicant was told what is missing (告知补正). */
    SUPPLEMENT_ASKED,
    /** A question or complaint arrived (收到来件). */
    ASKED
}
