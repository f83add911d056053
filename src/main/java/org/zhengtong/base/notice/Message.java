package org.zhengtong.base.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as its recipient finds it. */
public record Message(
        MessageId id,
        String template,
        List<String> args,
        @Nullable String link,
        Instant sentAt,
        @Nullable Instant readAt) {

    public String titleKey() {
        return template + ".title";
    }

    public String bodyKey() {
        return template + ".body";
    }
}
