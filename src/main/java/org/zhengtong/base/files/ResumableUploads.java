package org.zhengtong.base.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files that arrive in pieces, over connections that break (断点续传). The pieces lie in the database, so any instance can
 * take the next one. A complete upload is taken into the store of files like any other, with all its checks.
 */
public interface ResumableUploads {
    /** Begins an upload; a problem when the uploader has too many or too large ones open. */
    Upload begin(String name, @Nullable String declaredType, long length, String uploader);

    /** How far an upload of this uploader is. */
    Optional<Upload> find(UploadId id, String uploader);

    /**
     * Keeps the next piece.
     *
     * @param digest SHA-256 of the piece, when the sender gave it
     */
    AppendOutcome append(UploadId id, String uploader, long offset, byte[] piece, byte @Nullable [] digest);

    /** Gives it up; unknown ones are ignored. */
    void discard(UploadId id, String uploader);

    /** A complete upload as a file for {@link FileStorage#store}; discard it when it was stored or refused. */
    Optional<FileUpload> complete(UploadId id, String uploader, FileOwner owner);

    /** Deletes uploads that nobody continued for a day; says how many. */
    int removeAbandoned();
}
