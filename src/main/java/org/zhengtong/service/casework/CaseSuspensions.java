package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/**
 * Suspending a whole case and letting it go on (中止审批、恢复审批). Whoever may decide for the department that leads the case
 * may do both. Each action is one transaction, like those of {@link Cases}.
 */
public interface CaseSuspensions {

    /** Suspends an accepted case from today on: its tasks are held and all its clocks stand still. */
    CaseOutcome suspend(CaseNumber number, Suspend suspend, CurrentUser by);

    /**
     * Lets a suspended case go on today, with the days that were left.
     *
     * @param outcome what became of the obstacle, at least ten characters; the applicant is told
     */
    CaseOutcome resume(CaseNumber number, String outcome, CurrentUser by);

    /** Whether this member of staff may suspend this case or let it go on, were it in the right state. */
    boolean may(CaseFile file, CurrentUser by);

    /** For what a case can be suspended. */
    List<Ground> grounds();

    /** The ground of a suspension for a reader; as it was written then when the list does not have it any more. */
    default String title(Suspension one, Locale locale) {
        return grounds().stream()
                .filter(each -> each.code().equals(one.ground()))
                .findFirst()
                .map(each -> each.title(locale))
                .orElse(one.title());
    }

    /**
     * A suspension to begin.
     *
     * @param ground code of one of {@link #grounds()}
     * @param reason what happened, at least ten characters; the applicant is told
     * @param resumeOn the working day on which the case goes on by itself; null when somebody will resume it
     */
    record Suspend(String ground, String reason, @Nullable LocalDate resumeOn) {}

    /**
     * A ground.
     *
     * @param law on which it rests, in the words of the document
     * @param checked whether the words were compared with the published text
     */
    record Ground(String code, String title, String english, String law, String source, boolean checked) {

        /** Its title for a reader. */
        public String title(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : title;
        }
    }
}
