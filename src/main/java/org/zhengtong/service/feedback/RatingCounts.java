package org.zhengtong.service.feedback;

import java.util.Map;

/** Ratings by level. Cases that nobody rated are in none of them: silence is not satisfaction. */
public record RatingCounts(Map<Satisfaction, Long> byLevel, long openFollowUps) {

    public RatingCounts {
        byLevel = Map.copyOf(byLevel);
    }

    public long of(Satisfaction level) {
        return byLevel.getOrDefault(level, 0L);
    }

    public long total() {
        return byLevel.values().stream().mapToLong(Long::longValue).sum();
    }
}
