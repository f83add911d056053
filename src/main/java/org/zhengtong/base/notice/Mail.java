package org.zhengtong.base.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A mail in the outbox; {@code answer} is what the mail server said last. */
public record Mail(
        long id,
        AccountId recipient,
        String address,
        String template,
        List<String> args,
        @Nullable String link,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String answer) {

    /** The address as staff may see it: {@code w***@example.cn}. */
    public String maskedAddress() {
        return address.replaceAll("(?<=^.).*(?=@)", "***");
    }
}
