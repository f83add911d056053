package org.zhengtong.service.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseNumber;

/** Ratings of handled cases (好差评): voluntary, once for each handling, by the applicant alone. */
public interface Ratings {

    /** Keeps a rating; for anybody but the applicant the case does not exist. */
    RateOutcome rate(CaseNumber number, Given given, CurrentUser applicant);

    Optional<ServiceRating> find(CaseNumber number);

    /** Bad ratings of departments the user answers for, those without an answer first. */
    List<ServiceRating> badOnes(CurrentUser staff, int limit);

    /** Bad ratings given in a span of time, for supervision; who gives none says nothing. */
    List<ServiceRating> badBetween(Instant from, Instant before);

    /** Counts over departments the user answers for. */
    RatingCounts counts(CurrentUser staff);

    /** Says what was done about a bad rating and tells the applicant; false when it was answered before. */
    boolean answer(CaseNumber number, String answer, CurrentUser staff);

    /** What an applicant gives; the text may be empty. */
    record Given(Satisfaction satisfaction, Set<RatingAspect> aspects, String text) {
        public Given {
            aspects = Set.copyOf(aspects);
        }
    }
}
