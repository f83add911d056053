package org.zhengtong.service.feedback.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.feedback.RatingAspect;
import org.zhengtong.service.feedback.ServiceRating;

/** The rating of a case, or the form for it. */
public record RatingPage(CaseFile file, @Nullable ServiceRating rating, List<RatingAspect> aspects, RatingForm form) {

    /** Whether the case has come so far that it can be rated. */
    public boolean ready() {
        return (!file.state().open() || file.state() == CaseState.GRANTED) && file.state() != CaseState.WITHDRAWN;
    }
}
