package org.zhengtong.app.hall.web.progress;

import org.zhengtong.service.casework.CaseState;

/** A status mark: class of the kit and text key. */
public record Status(String kind, String key) {

    /** The mark of a case. */
    static Status of(CaseState state) {
        var kind = switch (state) {
            case FILED, ACCEPTED, GRANTED -> "doing";
            case SUPPLEMENTING, SUSPENDED -> "supplement";
            case DELIVERED -> "done";
            case DENIED, REFUSED, WITHDRAWN -> "draft";
        };
        return new Status(kind, "hall.state." + state);
    }

    /** The mark of something that runs against a clock. */
    static Status running(int daysLeft, boolean stopped) {
        if (stopped) {
            return new Status("supplement", "hall.lane.STOPPED");
        }
        if (daysLeft < 0) {
            return new Status("overdue", "hall.lane.OVERDUE");
        }
        return daysLeft <= 1 ? new Status("soon", "hall.lane.SOON") : new Status("doing", "hall.lane.DOING");
    }
}
