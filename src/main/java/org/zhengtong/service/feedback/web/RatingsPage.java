package org.zhengtong.service.feedback.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.feedback.RatingCounts;
import org.zhengtong.service.feedback.Satisfaction;
import org.zhengtong.service.feedback.ServiceRating;

/** Counts by level and the bad ratings; {@code refused} is the case whose answer was too short or too long. */
public record RatingsPage(
        RatingCounts counts,
        List<ServiceRating> bad,
        Map<DepartmentId, String> departments,
        String refused,
        String typed) {

    public String department(ServiceRating rating) {
        return departments.getOrDefault(rating.department(), rating.department().value());
    }

    /** Share of a level in hundredths of the longest bar. */
    public long width(Satisfaction level) {
        return counts.total() == 0 ? 0 : Math.round(100.0 * counts.of(level) / counts.total());
    }
}
