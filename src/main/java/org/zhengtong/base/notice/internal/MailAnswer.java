package org.zhengtong.base.notice.internal;

/** What the mail server made of a mail. */
sealed interface MailAnswer {

    /** Taken; its answer is the receipt. */
    record Taken(String receipt) implements MailAnswer {}

    /** Not reachable, not answering, or asking to come back later. */
    record NotNow(String reason) implements MailAnswer {}

    /** Refused for good (5xx). */
    record Refused(String reason) implements MailAnswer {}
}
