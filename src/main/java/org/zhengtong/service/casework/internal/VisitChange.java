package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.TaskState;

/** What a change does to the site visits of its case; most changes do nothing to them. */
final class VisitChange {

    final List<SiteVisit> planned = new ArrayList<>();

    /** Visits as they stand from now on. */
    final List<SiteVisit> moved = new ArrayList<>();

    final List<Ended> ended = new ArrayList<>();
    final List<Found> found = new ArrayList<>();

    /** Whether all that are still planned are called off because the case is over. */
    boolean lapsed;

    record Ended(int serial, SiteVisit.State state, String words, int notices) {}

    record Found(
            int serial, SiteVisit.Party party, SiteVisit.Result result, String words, List<SiteVisit.Paper> files) {}

    /** Nobody looks at a place for a case that is over. */
    static void follow(LoadedCase loaded, CaseChange change) {
        if (change.state == CaseState.ACCEPTED || change.state == CaseState.SUSPENDED) {
            return;
        }
        for (var task : loaded.openQuestions()) {
            if (task.kind() == Block.StepKind.VISIT) {
                change.changed.add(task.in(TaskState.CANCELED, task.dueOn()));
                change.visits().lapsed = true;
            }
        }
    }
}
