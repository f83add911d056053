package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.Reopening;

/**
 * Registering a decision that reopens a case, and confirming it.
 *
 * @param past those there were
 * @param asked the one that waits for its answer, none or one
 * @param places the steps that can be done again; none when the case had not been accepted
 * @param registering whether this reader can register one now
 * @param refused whether the case was not accepted, so that it begins at the beginning
 */
public record ReopeningPage(
        String number,
        String applicant,
        String step,
        List<Line> past,
        List<Line> asked,
        List<Place> places,
        boolean registering,
        boolean refused,
        ReopeningForm typed,
        List<FieldFault> errors) {

    /** One of them in words. */
    public record Line(Reopening one, CasePage.Event event, boolean answering) {}

    /** A step with its department and what it had come to. */
    public record Place(String step, String text) {}

    /** The ways a case can come to it. */
    public List<Reopening.Kind> kinds() {
        return List.of(Reopening.Kind.values());
    }
}
