package org.zhengtong.base.packed;

import java.io.IOException;

/** A packed file that is not read, and why. */
public final class PackedFault extends IOException {

    private static final long serialVersionUID = 1;

    /** Why a packed file is not read. */
    public enum Reason {
        /** No ZIP container at all. */
        NOT_PACKED,
        /** Cut off or damaged. */
        BROKEN,
        /** Unpacks to more than is read (a zip bomb, or simply too large). */
        TOO_BIG,
        TOO_MANY_FILES,
        /** A name that leads out of the container. */
        UNSAFE_NAME,
        /** Two files under one name: programs differ in which of them they show. */
        DOUBLE_NAME,
        /** Something lies between the files that the directory does not tell of. */
        HIDDEN_CONTENT,
        /** XML that is malformed, nested too deeply, too large, or with a document type. */
        XML
    }

    private final Reason reason;

    PackedFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    PackedFault(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
