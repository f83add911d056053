package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.notice.Mail;
import org.zhengtong.base.notice.MailState;

/** The outbox, newest first. */
public record OutboxPage(boolean configured, Map<MailState, Long> counts, List<Mail> mails) {

    public long count(MailState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** How the state is drawn. */
    public static String drawn(MailState state) {
        return switch (state) {
            case WAITING -> "draft";
            case SENDING -> "doing";
            case SENT -> "done";
            case FAILED -> "overdue";
        };
    }
}
