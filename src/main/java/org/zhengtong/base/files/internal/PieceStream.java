package org.zhengtong.base.files.internal;

import java.io.InputStream;
import java.util.Objects;
import org.zhengtong.base.files.UploadId;

/** The pieces of an upload one after the other, never more than one in memory. */
class PieceStream extends InputStream {
    private final UploadStore uploads;
    private final UploadId id;
    private byte[] piece = new byte[0];
    private int at;
    private long next;

    PieceStream(UploadStore uploads, UploadId id) {
        this.uploads = uploads;
        this.id = id;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        var count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean more() {
        if (at < piece.length) {
            return true;
        }
        piece = uploads.piece(id, next).orElse(new byte[0]);
        next += piece.length;
        at = 0;
        return piece.length > 0;
    }
}
