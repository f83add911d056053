package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a published version (监察规则).
 *
 * @param threshold working days, or characters for {@link RuleKind#REASON_TOO_SHORT}
 * @param level what it brings; null when it only warns
 */
public record SupervisionRule(
        String version,
        String id,
        int number,
        RuleKind kind,
        int threshold,
        @Nullable CardLevel level,
        BigDecimal points,
        String name,
        String text,
        String source) {}
