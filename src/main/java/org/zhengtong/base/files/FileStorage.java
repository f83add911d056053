package org.zhengtong.base.files;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;

/**
 * The store of files. Content lies once on disk under its SHA-256; each use of it has an owner and a name. Who may
 * read is the owner room's affair: it asks for a file by id <em>and</em> owner.
 */
public interface FileStorage {
    /** Streams an upload to disk, looks what it is, and keeps it when the rules allow. Do not call inside a transaction. */
    StoreOutcome store(FileUpload upload, FileRules rules);

    Optional<StoredFile> find(FileId id, FileOwner owner);

    /** Like {@link #find}, but a missing file is a problem (404). */
    StoredFile require(FileId id, FileOwner owner);

    /** All files of one owner, oldest first. */
    List<StoredFile> ownedBy(FileOwner owner);

    /** The bytes; readable many times. */
    Resource content(StoredFile file);

    /** Gives all files of a draft to the case made from it. Ids stay. Joins the caller's transaction. */
    void handOver(FileOwner from, FileOwner to);

    /** The owner needs this file no longer. */
    void release(FileId id, FileOwner owner);

    /** The owner is gone (a deleted draft). */
    void releaseAll(FileOwner owner);

    /** Deletes content nobody has used for so long, and left-over pieces of broken uploads; says how many. For a nightly job. */
    int removeUnused(Duration olderThan);
}
