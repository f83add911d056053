package org.zhengtong.app.hall.web.progress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.MyCases;
import org.zhengtong.service.casework.MyCases.Show;

/**
 * The user's drafts and cases.
 *
 * @param later whether this is not the first page
 * @param removed number of the draft just removed, to bring it back
 */
public record MyCasesPage(
        String text,
        Show show,
        MyCases.Page found,
        boolean later,
        List<Draft> drafts,
        @Nullable Long removed) {

    /** The status mark of a case. */
    public Status status(CaseReading.Summary summary) {
        return Status.of(summary.state());
    }

    /** How many cases stand under a heading. */
    public int count(Show heading) {
        return found.counts().getOrDefault(heading, 0);
    }

    /** Address of this list under a heading. */
    public String href(Show other) {
        return "/my/cases?show=" + other
                + (text.isEmpty() ? "" : "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** Address of the first page; null there. */
    public @Nullable String first() {
        return later ? href(show) : null;
    }

    /** Address of the next page; null on the last. */
    public @Nullable String next() {
        return found.next().isEmpty() ? null : href(show) + "&after=" + found.next();
    }
}
