package org.zhengtong.base.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.Message;

/** Messages, newest first, and the address for mail with its fault if there is one. */
public record MessagesPage(
        String base,
        List<Message> messages,
        long unread,
        @Nullable String first,
        @Nullable String next,
        String address,
        boolean addressRefused) {

    MessagesPage refusing(String typed) {
        return new MessagesPage(base, messages, unread, first, next, typed, true);
    }
}
