package org.zhengtong.service.items;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * What somebody looks for; text may be empty, filters null.
 *
 * @param divisions the divisions whose items count: a place and those above it
 * @param after where the page before ended ({@link ItemResults#next}); null for the first page
 */
public record ItemQuery(
        String text,
        List<DivisionCode> divisions,
        @Nullable DepartmentId department,
        @Nullable String lifeEvent,
        @Nullable TargetGroup target,
        @Nullable ItemKind kind,
        @Nullable String after,
        int limit) {

    /** Everything in these divisions. */
    public static ItemQuery all(List<DivisionCode> divisions, int limit) {
        return new ItemQuery("", divisions, null, null, null, null, null, limit);
    }
}
