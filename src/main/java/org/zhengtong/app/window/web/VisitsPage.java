package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;

/**
 * The site visits of a case, and what this reader can do about them.
 *
 * @param plannable whether a visit can be planned now
 * @param eligible who can take part, by department
 * @param saved sentence about what was just done; empty if nothing
 */
public record VisitsPage(
        String number,
        String applicant,
        String step,
        boolean plannable,
        List<Visit> visits,
        List<Eligible> eligible,
        List<CasePage.Option> results,
        VisitForm typed,
        List<FieldFault> errors,
        String saved) {

    /**
     * A visit.
     *
     * @param movable whether it can be moved and called off now
     * @param closable whether its record can be made without those who have not written
     */
    public record Visit(
            int serial,
            String when,
            String place,
            String purpose,
            String statusClass,
            String statusText,
            String words,
            String by,
            String heldOn,
            String startsAt,
            boolean movable,
            boolean closable,
            List<Party> parties) {}

    /**
     * A department that takes part.
     *
     * @param task to write what was found; empty when this reader cannot
     */
    public record Party(
            String department,
            String people,
            String statusClass,
            String statusText,
            String words,
            String by,
            List<CasePage.Option> files,
            String task) {}

    /** A department, and who of it can take part. */
    public record Eligible(String name, boolean lead, List<CasePage.Option> people) {}
}
