package org.zhengtong.app.hall.web.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.Suspension;

/**
 * Where a case stands, in the reader's words.
 *
 * @param asked what the applicant must send, empty when nothing is asked
 * @param denials what the departments said that did not grant it
 * @param pauses special procedures under way
 * @param longer limits that were extended
 * @param held the suspension under way, if there is one
 * @param visits of the place that are to come
 * @param looks how often somebody of an authority opened the application
 * @param ofd the licence that came of it is there as an OFD file too
 * @param offered materials that follow and a commitment instead of materials
 * @param mayFollow whether materials can still be sent
 * @param results of a bundle (一件事), once it is delivered; empty for everything else
 */
public record ProgressPage(
        CaseFile file,
        Status status,
        CaseProgress progress,
        List<EventLine> events,
        List<SupplementItem> asked,
        List<Denial> denials,
        List<CaseView.Document> documents,
        List<Pause> pauses,
        List<MoreTime> longer,
        List<Held> held,
        List<SiteVisit> visits,
        int looks,
        boolean ofd,
        List<Result> results,
        Offered offered,
        boolean mayFollow) {

    /**
     * What one department of a bundle leaves in the applicant's hands.
     *
     * @param item code of its item, null when the lane has none of its own
     * @param license the licence it issued, null when its result is in the decision
     * @param ofd that licence is there as an OFD file too
     */
    public record Result(
            String title,
            String department,
            @Nullable String item,
            @Nullable String license,
            boolean ofd) {}

    /** One line of the history; {@code document} was issued with it. */
    public record EventLine(String text, @Nullable String note, Instant at, CaseView.@Nullable Document document) {}

    /** A special procedure that is under way, with the notice of it; the law asks that the applicant is told the time it needs. */
    public record Pause(SpecialProcedure procedure, String department, CaseView.@Nullable Document notice) {}

    /** The whole case is suspended: for what, and the notice of it. */
    public record Held(Suspension suspension, String title, CaseView.@Nullable Document notice) {}

    /** A limit that was extended: which, by how much, why, and the notice of it. */
    public record MoreTime(String clock, String by, String reason, CaseView.@Nullable Document notice) {}

    /** Why a department did not grant it, and what can be done about it (行政许可法 第三十八条). */
    public record Denial(String department, String reasons, String remedies) {}

    /** Address of this case. */
    public String address() {
        return "/cases/" + file.number().value();
    }
}
