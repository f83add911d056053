package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.MessageTemplate.Wording;

/**
 * Messages, newest first.
 *
 * @param names of those whose messages were passed on to the reader
 */
public record MessagesPage(
        String base,
        List<Line> messages,
        long unread,
        @Nullable String first,
        @Nullable String next,
        Map<AccountId, String> names) {

    /** A message as it reads. */
    public record Line(Message message, Wording wording) {}
}
