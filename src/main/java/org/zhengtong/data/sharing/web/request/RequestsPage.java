package org.zhengtong.data.sharing.web.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.sharing.Requests.Box;
import org.zhengtong.data.sharing.SharingRequest;

/** One screen of requests. */
public record RequestsPage(
        Box box,
        List<Box> boxes,
        String text,
        SharingRequest.@Nullable State state,
        List<RequestsPage.Line> lines,
        @Nullable String next,
        @Nullable String first,
        String export) {

    /** A request with names. */
    public record Line(SharingRequest request, String provider, String consumer, boolean overdue, int daysLeft) {

        /** How its state is drawn. */
        public String drawn() {
            return switch (request.state()) {
                case DRAFT, WITHDRAWN, REFUSED -> "draft";
                case WAITING, DISPUTED -> overdue ? "overdue" : daysLeft <= 1 ? "soon" : "doing";
                case RETURNED -> "supplement";
                case GRANTED -> "done";
            };
        }
    }

    public String address(Box other) {
        return "/staff/sharing/requests?box=" + other;
    }
}
