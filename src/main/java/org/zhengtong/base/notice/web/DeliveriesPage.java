package org.zhengtong.base.notice.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;

/** Deliveries as they were looked for, newest first, each with its subject. */
public record DeliveriesPage(
        DeliveriesForm form, Map<DeliveryState, Long> counts, List<Line> lines, boolean more, long unmatched) {

    /** A delivery and what its message is called. */
    public record Line(Delivery delivery, String subject) {}

    public long count(DeliveryState state) {
        return counts.getOrDefault(state, 0L);
    }

    public @Nullable String first() {
        return form.before() == null ? null : "/staff/deliveries" + form.query(form.state(), null);
    }

    public @Nullable String next() {
        return more
                ? "/staff/deliveries"
                        + form.query(form.state(), lines.getLast().delivery().id())
                : null;
    }

    /** How the state is drawn. */
    public static String drawn(DeliveryState state) {
        return switch (state) {
            case WAITING -> "draft";
            case SENDING, SENT -> "doing";
            case UNSURE -> "soon";
            case DELIVERED -> "done";
            case FAILED -> "overdue";
        };
    }
}
