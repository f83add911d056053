package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.workdays.CalendarChanged;
import org.zhengtong.service.casework.CaseView.EventKind;

/** When the calendar changes, running clocks whose due date moves are counted anew, and each says so in its case. */
@Component
class CalendarRecount {

    private static final int BATCH = 1_000;

    private final ClockSearch search;
    private final RecountStore store;
    private final CaseClock clocks;
    private final AuditLog audit;

    CalendarRecount(ClockSearch search, RecountStore store, CaseClock clocks, AuditLog audit) {
        this.search = search;
        this.store = store;
        this.clocks = clocks;
        this.audit = audit;
    }

    @ApplicationModuleListener
    void on(CalendarChanged changed) {
        var first = changed.days().stream().min(java.util.Comparator.naturalOrder());
        if (first.isEmpty()) {
            return;
        }
        var moved = 0;
        var batch = search.runningFrom(first.get(), 0, "", BATCH);
        while (!batch.isEmpty()) {
            moved += recount(batch);
            var last = batch.getLast();
            batch = search.runningFrom(first.get(), last.caseId(), last.clock().step(), BATCH);
        }
        audit.record(AuditAction.of(
                        Doer.PLATFORM.actor(),
                        "casework.recount_clocks",
                        "calendar",
                        first.get().toString())
                .with("moved", moved));
    }

    private int recount(List<ClockSearch.RunningClock> batch) {
        var moved = new ArrayList<RecountStore.Moved>();
        for (var running : batch) {
            var before = running.clock();
            var after = clocks.recounted(before);
            if (!Objects.equals(before.committedDueOn(), after.committedDueOn())
                    || !Objects.equals(before.statutoryDueOn(), after.statutoryDueOn())) {
                moved.add(new RecountStore.Moved(
                        running.caseId(),
                        after,
                        EventKind.LIMIT_CHANGED,
                        Map.of(
                                "step", before.step(),
                                "from", String.valueOf(before.dueOn()),
                                "to", String.valueOf(after.dueOn()))));
            }
        }
        store.move(moved, clocks.now());
        return moved.size();
    }
}
