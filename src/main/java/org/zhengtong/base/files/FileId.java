package org.zhengtong.base.files;

import java.util.UUID;

/** One use of a stored file: not guessable, and worth nothing without its owner. */
public record FileId(UUID value) {
    /** Reads an id from an address or from stored answers; refuses anything that is not one. */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
