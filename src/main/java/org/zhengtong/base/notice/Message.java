package org.zhengtong.base.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * A message as its recipient finds it.
 *
 * @param templateVersion version of the text it was sent with
 * @param passedOnFrom whom it was for, when he did not acknowledge it and the recipient is his deputy
 */
public record Message(
        MessageId id,
        String template,
        int templateVersion,
        List<String> args,
        @Nullable String link,
        Instant sentAt,
        @Nullable Instant readAt,
        @Nullable AccountId passedOnFrom) {}
