package org.zhengtong.app.hall.web.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.RulerDay;

/**
 * Dates and lanes of a case, without personal data: what the applicant sees first, and all that the public look-up shows.
 *
 * @param intake the step that every case begins with
 */
public record CaseProgress(Head head, @Nullable Due due, LaneLine intake, List<LaneLine> lanes) {

    /** The first sentence: a text key, a date for its first place and working days for its second. */
    public record Head(String key, @Nullable LocalDate day, int days) {}

    /** How the due date came about, with its ruler, and the law's longest limit. */
    public record Due(
            String explained,
            List<RulerDay> days,
            @Nullable String longest,
            @Nullable LocalDate longestUntil) {}

    /** How many departments handle it: a department can have several steps. */
    public int departments() {
        return (int) lanes.stream().map(LaneLine::department).distinct().count();
    }

    /**
     * One department's step.
     *
     * @param limit the limit in words, null when there is none
     * @param head its own date, null before it has begun and when it is done
     * @param item code of the lane's own item in a bundle, null when it has none
     */
    public record LaneLine(
            String department,
            String title,
            Status status,
            @Nullable String limit,
            @Nullable Head head,
            @Nullable Instant doneAt,
            @Nullable String item) {

        /** Class of the lane in the kit. */
        public @Nullable String cssClass() {
            return switch (status.kind()) {
                case "done" -> "is-done";
                case "soon" -> "is-soon";
                case "overdue" -> "is-overdue";
                default -> null;
            };
        }
    }
}
