package org.zhengtong.data.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * A whole envelope whose signature and digest were found good.
 *
 * @param number its place in the channel
 * @param size octets of the payload as it travelled
 */
public record ReceivedEnvelope(
        EnvelopeId id,
        NodeCode sender,
        String contract,
        long number,
        String kind,
        String purpose,
        Instant createdAt,
        long size,
        Payload payload) {

    /** The payload, decrypted; it can be opened more than once. */
    @FunctionalInterface
    public interface Payload {
        InputStream open();
    }

    /** The whole payload, for small ones. */
    public byte[] bytes() {
        try (var stream = payload.open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
