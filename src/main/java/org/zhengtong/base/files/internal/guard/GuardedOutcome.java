package org.zhengtong.base.files.internal.guard;

/** What came of a guarded task. */
public sealed interface GuardedOutcome {
    /** The answer, within its limit. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Done(byte[] content) implements GuardedOutcome {}

    /** The file was too much for the time, the memory or the parser; trying again would end the same way. */
    record Failed(String reason) implements GuardedOutcome {}
}
