package org.zhengtong.service.items;

/** What became of a revision. */
public sealed interface RevisionOutcome {

    /** The new version is in force. */
    record Revised(int version) implements RevisionOutcome {}

    /** Nothing differs from the version in force. */
    record Unchanged(int version) implements RevisionOutcome {}

    /** Somebody else published a version in between. */
    record Overtaken(int version) implements RevisionOutcome {}
}
