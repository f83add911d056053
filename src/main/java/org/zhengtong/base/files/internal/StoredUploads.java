package org.zhengtong.base.files.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.files.AppendOutcome;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileProblem;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.Upload;
import org.zhengtong.base.files.UploadId;
import org.zhengtong.base.problem.ProblemException;

/** Resumable uploads with their pieces in the database. */
@Service
class StoredUploads implements ResumableUploads {
    /** As much as a whole form may carry. */
    static final long LONGEST = 60L * 1024 * 1024;

    private static final int MOST_OPEN = 20;
    private static final long MOST_OPEN_BYTES = 300L * 1024 * 1024;
    private static final int LONGEST_TYPE = 100;
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final String DISK_FULL = "53100";

    private final UploadStore uploads;
    private final Clock clock;

    StoredUploads(UploadStore uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Upload begin(String name, @Nullable String declaredType, long length, String uploader) {
        var open = uploads.lockOpen(uploader);
        if (open.count() >= MOST_OPEN || open.bytes() + length > MOST_OPEN_BYTES) {
            throw new ProblemException(FileProblem.TOO_MANY_UPLOADS, open.count());
        }
        var type = declaredType == null || declaredType.length() > LONGEST_TYPE ? null : declaredType;
        var upload = new Upload(new UploadId(UUID.randomUUID()), FileNames.clean(name), type, length, 0);
        uploads.add(upload, uploader, clock.instant());
        return upload;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Upload> find(UploadId id, String uploader) {
        return uploads.find(id, uploader);
    }

    @Override
    @Transactional
    public AppendOutcome append(UploadId id, String uploader, long offset, byte[] piece, byte @Nullable [] digest) {
        var upload = uploads.lock(id, uploader).orElseThrow(() -> new ProblemException(FileProblem.UPLOAD_NOT_FOUND));
        if (offset != upload.received()) {
            return new AppendOutcome.WrongOffset(upload.received());
        }
        if (offset + piece.length > upload.length()) {
            return new AppendOutcome.TooLong(upload.length());
        }
        if (digest != null && !MessageDigest.isEqual(digest, sha256(piece))) {
            return new AppendOutcome.WrongDigest(upload.received());
        }
        if (piece.length > 0) {
            keep(id, offset, piece);
        }
        return new AppendOutcome.Appended(offset + piece.length);
    }

    private void keep(UploadId id, long offset, byte[] piece) {
        try {
            uploads.addPiece(id, offset, piece, clock.instant());
        } catch (DataAccessException refused) {
            if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                    && DISK_FULL.equals(cause.getSQLState())) {
                throw new ProblemException(FileProblem.DISK_FULL);
            }
            throw refused;
        }
    }

    private static byte[] sha256(byte[] piece) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(piece);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 belongs to every Java platform", missing);
        }
    }

    @Override
    @Transactional
    public void discard(UploadId id, String uploader) {
        uploads.remove(id, uploader);
    }

    @Override
    public Optional<FileUpload> complete(UploadId id, String uploader, FileOwner owner) {
        return uploads.find(id, uploader)
                .filter(Upload::complete)
                .map(upload -> new FileUpload(
                        upload.name(), upload.declaredType(), () -> new PieceStream(uploads, id), owner, uploader));
    }

    @Override
    @Transactional
    public int removeAbandoned() {
        return uploads.removeUntouchedSince(clock.instant().minus(ABANDONED));
    }
}
