package org.zhengtong.base.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * A message on its way through one channel.
 *
 * @param recipient none for other systems and for tests of a gateway
 * @param templateVersion version of the text; 0 is the program's own
 * @param answer what the other side said last
 * @param readAt when the recipient read the message in the site
 */
public record Delivery(
        long id,
        Channel channel,
        @Nullable AccountId recipient,
        String address,
        String template,
        int templateVersion,
        List<String> args,
        @Nullable String link,
        boolean urgent,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        @Nullable Instant readAt,
        @Nullable String answer) {

    /** The address as staff may see it: {@code w***@example.cn}, {@code 138****0426}. */
    public String maskedAddress() {
        return switch (channel) {
            case MAIL -> address.replaceAll("(?<=^.).*(?=@)", "***");
            case SMS, VOICE ->
                address.length() < 8
                        ? "****"
                        : address.substring(0, 3) + "****" + address.substring(address.length() - 4);
            case WEBHOOK -> address;
        };
    }
}
