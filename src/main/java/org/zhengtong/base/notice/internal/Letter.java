package org.zhengtong.base.notice.internal;

import java.time.Instant;
import org.zhengtong.base.notice.Delivery;

/**
 * A delivery written out.
 *
 * @param identifier the same at each attempt, so that a repetition can be recognized
 * @param subject one line
 * @param link whole address, "" for none
 */
record Letter(
        Delivery delivery,
        String identifier,
        String address,
        String subject,
        String text,
        String link,
        Instant writtenAt) {}
