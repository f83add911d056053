package org.zhengtong.service.casework;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.identity.CurrentUser;

/** An applicant's own cases, however many: an agent who files for others has thousands. */
public interface MyCases {

    /** One page, the latest filed first; {@code after} is {@link Page#next} of the page before, empty for the first. */
    Page list(Filter filter, String after, int size, CurrentUser applicant);

    /** The numbers of all of them. */
    List<CaseNumber> numbers(CurrentUser applicant);

    /** The headings. */
    enum Show {
        ALL,
        MINE_TO_ACT,
        RUNNING,
        FINISHED;

        /** Whether a case in this state stands under this heading. */
        public boolean holds(CaseState state) {
            return switch (this) {
                case ALL -> true;
                case MINE_TO_ACT -> state == CaseState.SUPPLEMENTING;
                case RUNNING -> state.open() && state != CaseState.SUPPLEMENTING;
                case FINISHED -> !state.open();
            };
        }
    }

    /**
     * What is looked for.
     *
     * @param text part of the item's or the applicant's name, or of the case number with or without hyphens; empty for all
     */
    record Filter(Show show, String text) {}

    /**
     * One page.
     *
     * @param counts how many cases match the text under each heading
     * @param next empty on the last page
     */
    record Page(List<CaseReading.Summary> cases, Map<Show, Integer> counts, String next) {}
}
