package org.zhengtong.base.audit;

import org.jspecify.annotations.Nullable;

/** What checking an exported log found. */
public sealed interface LogVerdict {

    /**
     * Nothing was changed, left out or reordered up to the last signed head.
     *
     * @param gone entries whose content is no longer kept; their hashes agree
     * @param heads signed heads that were checked
     * @param keyId key of the last head, to be compared with what the operator publishes
     */
    record Sound(long entries, long gone, long heads, String keyId) implements LogVerdict {}

    /**
     * The first thing that is wrong.
     *
     * @param index index of the entry, or how many entries stand before the place
     * @param since how many entries the last good head covers: what is wrong lies behind them
     */
    record Tampered(Fault fault, long index, long since) implements LogVerdict {}

    /** The file is not a log, or not one of this version. */
    record Unreadable(long line, @Nullable String text) implements LogVerdict {}

    /** What is wrong with a log. */
    enum Fault {
        /** The entry's text does not fit its hash. */
        ENTRY_CHANGED,
        /** An entry is missing, doubled or not in its place. */
        ORDER,
        /** The entries do not lead to the root that was signed. */
        ROOT,
        /** A head was not signed by the key it names. */
        SIGNATURE,
        /** The key is not the one that was kept elsewhere. */
        FOREIGN_KEY,
        /** The log does not hold what a head kept elsewhere says it held. */
        KEPT_HEAD,
        /** The end of the log is missing. */
        CUT,
        /** More or fewer contents are gone than the log says were destroyed at the end of their term. */
        GONE,
        /** Entries stand behind the last signed head. */
        UNSIGNED
    }
}
