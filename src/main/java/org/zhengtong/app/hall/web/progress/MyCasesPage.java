package org.zhengtong.app.hall.web.progress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Draft;

/**
 * The user's drafts and cases.
 *
 * @param counts how many cases stand under each heading
 * @param removed number of the draft just removed, to bring it back
 */
public record MyCasesPage(
        String text,
        Show show,
        Map<Show, Integer> counts,
        List<CaseReading.Summary> cases,
        int found,
        int number,
        boolean more,
        List<Draft> drafts,
        @Nullable Long removed) {

    /** The headings. */
    public enum Show {
        ALL,
        MINE_TO_ACT,
        RUNNING,
        FINISHED
    }

    /** The status mark of a case. */
    public Status status(CaseReading.Summary summary) {
        return Status.of(summary.state());
    }

    /** Address of this list under a heading. */
    public String href(Show other, int page) {
        return "/my/cases?show=" + other
                + (text.isEmpty() ? "" : "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                + (page > 1 ? "&page=" + page : "");
    }
}
