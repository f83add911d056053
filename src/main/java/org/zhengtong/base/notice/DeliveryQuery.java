package org.zhengtong.base.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are looked for, newest first.
 *
 * @param text beginning of the address, or part of the template's name; "" for all
 * @param before only older than the delivery with this number
 */
public record DeliveryQuery(
        @Nullable DeliveryState state,
        @Nullable Channel channel,
        @Nullable Instant from,
        @Nullable Instant until,
        String text,
        @Nullable Long before,
        int most) {}
