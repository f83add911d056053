package org.zhengtong.base.files;

/** What became of a piece of an upload. */
public sealed interface AppendOutcome {
    /** Kept; the next piece begins here. */
    record Appended(long received) implements AppendOutcome {}

    /** The piece belongs elsewhere, perhaps because another connection was quicker; nothing was kept. */
    record WrongOffset(long received) implements AppendOutcome {}

    /** The piece changed on the way; nothing was kept. */
    record WrongDigest(long received) implements AppendOutcome {}

    /** The piece goes beyond the announced length; nothing was kept. */
    record TooLong(long length) implements AppendOutcome {}
}
