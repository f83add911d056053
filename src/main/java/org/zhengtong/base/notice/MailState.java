package org.zhengtong.base.notice;

/** Where a mail stands. */
public enum MailState {
    WAITING,
    SENDING,
    SENT,
    /** Given up: refused for good, or tried too often. Somebody can send it again. */
    FAILED
}
