package org.zhengtong.base.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit log and proves what is in it. */
public interface AuditProofs {

    /** The entry with this identifier. */
    Optional<AuditEntry> find(EntryId id);

    /** All entries about one subject, oldest first. */
    List<AuditEntry> entriesAbout(String subjectType, String subjectId);

    /** Entries of one event about any of several subjects of a type, newest first, older than {@code before}. */
    List<AuditEntry> entriesAbout(
            String subjectType, Collection<String> subjectIds, String event, @Nullable EntryId before, int most);

    /** Entries newest first. */
    List<AuditEntry> search(AuditQuery query);

    /** Proof against the latest tree head; signs a new head first when the entry is younger than it. */
    Optional<InclusionProof> proofOf(EntryId id);

    /** Whether the proof leads from its content to its root and the head's signature is ours. */
    boolean verify(InclusionProof proof);

    /** The latest signed tree head; none while the log is empty. */
    Optional<TreeHead> latestHead();

    /**
     * Proof that the log of the latest head only adds to the one that had {@code size} entries; none when there never was a
     * log of that size.
     */
    Optional<ConsistencyProof> consistencyFrom(long size);

    /** Writes the whole log for {@link LogVerifier}, up to a head signed now. */
    void export(OutputStream out) throws IOException;

    /** Recomputes the whole log from the entries and reports the first difference. */
    WholeLogCheck checkWholeLog();
}
