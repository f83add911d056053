package org.zhengtong.data.exchange;

import java.util.UUID;

/** An envelope, the same at both ends. */
public record EnvelopeId(UUID value) {

    /** Reads an id; refuses anything that is not one. */
    public static EnvelopeId of(String text) {
        return new EnvelopeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
