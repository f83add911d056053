package org.zhengtong.base.schema.internal;

import java.util.Optional;
import org.zhengtong.base.files.AppendOutcome;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.ResumableUploads;
import org.zhengtong.base.files.Upload;
import org.zhengtong.base.files.UploadId;

/** Nobody uploads anything ahead of its form. */
class NoUploads implements ResumableUploads {
    @Override
    public Upload begin(String name, String declaredType, long length, String uploader) {
        throw new UnsupportedOperationException("no uploads here");
    }

    @Override
    public Optional<Upload> find(UploadId id, String uploader) {
        return Optional.empty();
    }

    @Override
    public AppendOutcome append(UploadId id, String uploader, long offset, byte[] piece, byte[] digest) {
        throw new UnsupportedOperationException("no uploads here");
    }

    @Override
    public void discard(UploadId id, String uploader) {
        // there is none
    }

    @Override
    public Optional<FileUpload> complete(UploadId id, String uploader, FileOwner owner) {
        return Optional.empty();
    }

    @Override
    public int removeAbandoned() {
        return 0;
    }
}
