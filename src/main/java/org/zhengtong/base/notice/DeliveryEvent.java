package org.zhengtong.base.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a delivery, with what the other side said. */
public record DeliveryEvent(DeliveryState state, @Nullable String words, Instant at) {}
