package org.zhengtong.base.notice;

import java.util.List;
import java.util.Map;

/** The mails that left, wait or failed. */
public interface MailOutbox {

    /** Whether a mail server is configured ({@code zhengtong.mail.host}); without one mails wait. */
    boolean configured();

    Map<MailState, Long> counts();

    /** Newest first. */
    List<Mail> newest(int limit);

    /** Puts a failed mail back to the waiting ones; false when it has not failed. */
    boolean sendAgain(long mail);
}
