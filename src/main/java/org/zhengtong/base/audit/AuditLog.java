package org.zhengtong.base.audit;

import java.util.List;

/** Writes to the audit log, inside the transaction of the action that is recorded: both are kept or neither. */
public interface AuditLog {

    /** Records one action with the time of the clock and the {@link AuditOrigin} of this thread. */
    EntryId record(AuditAction action);

    /** Records several actions with one statement. */
    List<EntryId> recordAll(List<AuditAction> actions);

    /** Records actions of several threads with one statement, each with the origin of its own. */
    default void recordGathered(List<Gathered> actions) {
        for (var each : actions) {
            try (var _ = AuditOrigin.bind(each.origin())) {
                record(each.action());
            }
        }
    }

    /** An action with the address it came from. */
    record Gathered(AuditAction action, String origin) {}
}
