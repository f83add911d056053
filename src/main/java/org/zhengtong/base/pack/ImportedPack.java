package org.zhengtong.base.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pack that was imported or at least tried: the state in force, and the last attempt with its errors. */
public record ImportedPack(String name, @Nullable Import inForce, Attempt lastAttempt) {

    /** The import whose content is in force. */
    public record Import(String version, String digest, Instant at, String by) {}

    /** The last check or import, with everything that was wrong. */
    public record Attempt(Instant at, String by, List<PackError> errors) {}
}
