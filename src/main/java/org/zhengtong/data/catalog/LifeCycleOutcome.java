package org.zhengtong.data.catalog;

import java.time.LocalDate;
import java.util.List;

/** What became of an act in the life of a resource. */
public sealed interface LifeCycleOutcome {

    /** It is written down; the draft as it is now. */
    record Saved(CatalogDraft draft) implements LifeCycleOutcome {}

    /** It waits for its review, at the latest on this day. */
    record Filed(ResourceCode code, LocalDate dueOn) implements LifeCycleOutcome {}

    /** Reviewed: on to publication, or back to its department. */
    record Reviewed(ResourceCode code, boolean approved) implements LifeCycleOutcome {}

    /** In force in this version. */
    record Published(ResourceCode code, int version) implements LifeCycleOutcome {}

    /** Out of the catalog. */
    record Retired(ResourceCode code) implements LifeCycleOutcome {}

    /** Rules stand against it; nothing was changed. */
    record Refused(List<RuleFinding> findings) implements LifeCycleOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /** Somebody else was quicker; the draft as it is now. */
    record Overtaken(CatalogDraft draft) implements LifeCycleOutcome {}

    /** The draft is not in a state for this. */
    record NotNow(CatalogDraft.State state) implements LifeCycleOutcome {}

    /** Nobody reviews what he filed himself. */
    record OwnWork() implements LifeCycleOutcome {}
}
