package org.zhengtong.base.notice;

import java.util.Collection;
import java.util.List;

/** Sends messages: stored within the caller's transaction, visible after its commit; mails leave later, from the outbox. */
public interface Notices {

    void send(Notice notice);

    /** Sends several in one go. */
    default void sendAll(Collection<Notice> notices) {
        List.copyOf(notices).forEach(this::send);
    }
}
