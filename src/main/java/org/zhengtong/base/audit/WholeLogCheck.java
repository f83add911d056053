package org.zhengtong.base.audit;

import org.jspecify.annotations.Nullable;

/** Outcome of recomputing the log from its first entry. */
public sealed interface WholeLogCheck {

    /** Every entry, node and tree head agrees. */
    record Sound(long entries, @Nullable TreeHead head) implements WholeLogCheck {}

    /** The first place where what is stored differs from what is computed. */
    record Broken(
            Difference difference, long index, @Nullable EntryId entry) implements WholeLogCheck {}

    /** What does not agree. */
    enum Difference {
        LEAF_MISSING,
        ENTRY_MISSING,
        ENTRY_CHANGED,
        NODE_CHANGED,
        ROOT_CHANGED,
        SIGNATURE_WRONG
    }
}
