package org.zhengtong.data.exchange.internal.frame;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeFault;

/**
 * A frame after it was looked at.
 *
 * @param header what it says; believe it only when there is no fault; null when it cannot be read
 */
public record SeenFrame(
        Frame frame, @Nullable FrameHeader header, @Nullable EnvelopeFault fault) {

    /** The header of a frame without fault. */
    public FrameHeader good() {
        var read = header;
        if (read == null || fault != null) {
            throw new IllegalStateException("Not a good frame: " + fault);
        }
        return read;
    }

    /** Identifier of a frame without fault. */
    public UUID id() {
        return UUID.fromString(good().id());
    }
}
