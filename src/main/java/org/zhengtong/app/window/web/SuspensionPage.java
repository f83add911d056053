package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseState;

/**
 * Suspending a case, or letting a suspended one go on.
 *
 * @param events the suspensions there were, the one that lasts among them
 * @param grounds what can be chosen, with the law
 */
public record SuspensionPage(
        String number,
        String applicant,
        String step,
        CaseState state,
        boolean may,
        List<CasePage.Event> events,
        List<Ground> grounds,
        SuspensionForm typed,
        List<FieldFault> errors) {

    /** A ground, the law, and where its words come from. */
    public record Ground(String code, String title, String law, String source) {}

    /** Whether it can be suspended now. */
    public boolean suspendable() {
        return may && state == CaseState.ACCEPTED;
    }

    /** Whether it can go on now. */
    public boolean resumable() {
        return may && state == CaseState.SUSPENDED;
    }
}
