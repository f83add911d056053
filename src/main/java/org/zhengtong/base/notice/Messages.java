package org.zhengtong.base.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** The messages of one account. */
public interface Messages {

    long unread(AccountId account);

    /** Newest first; {@code before} continues an earlier list. */
    List<Message> list(AccountId account, @Nullable MessageId before, int limit);

    /** Marks a message of this account as read and returns it; empty when it is somebody else's. */
    Optional<Message> read(AccountId account, MessageId id);

    /** A message as it reads in this language, dates written out. */
    MessageTemplate.Wording wording(Message message, Locale locale);

    /** Marks all as read and says how many were not. */
    int readAll(AccountId account);
}
