package org.zhengtong.data.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to send: {@code EnvelopeRequest.of("catalog.entry", receiver, bytes).purposed("级联").through("catalog")}.
 *
 * @param kind what lies in it, such as {@code catalog.entry}; decides who receives it there
 * @param contract the channel it belongs to: all envelopes of one contract to one node are applied in the order of sending
 * @param payload read once, within the call
 * @param encrypted whether only the receiver may read it
 * @param validUntil after this it is worth nothing any more; null means as long as the settings say
 */
public record EnvelopeRequest(
        String kind,
        NodeCode receiver,
        String contract,
        String purpose,
        InputStream payload,
        Priority priority,
        boolean encrypted,
        @Nullable Instant validUntil) {

    /** Longest purpose, in characters. */
    public static final int LONGEST_PURPOSE = 200;

    private static final Pattern KIND = Pattern.compile("[a-z]{2,30}\\.[a-z_]{2,40}");
    private static final Pattern CONTRACT = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");

    public EnvelopeRequest {
        if (!isKind(kind) || !isContract(contract) || purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("Not an envelope: " + kind + " " + contract + " " + purpose);
        }
    }

    /** Whether a text could be a kind. */
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }

    /** Whether a text could be a contract. */
    public static boolean isContract(String text) {
        return CONTRACT.matcher(text).matches();
    }

    /** A request of usual priority in the channel named after the kind's room. */
    public static EnvelopeRequest of(String kind, NodeCode receiver, InputStream payload) {
        var room = kind.substring(0, Math.max(0, kind.indexOf('.')));
        return new EnvelopeRequest(kind, receiver, room, "", payload, Priority.NORMAL, false, null);
    }

    /** A request over bytes. */
    public static EnvelopeRequest of(String kind, NodeCode receiver, byte[] payload) {
        return of(kind, receiver, new ByteArrayInputStream(payload));
    }

    /** The same in another channel. */
    public EnvelopeRequest through(String channel) {
        return new EnvelopeRequest(kind, receiver, channel, purpose, payload, priority, encrypted, validUntil);
    }

    /** The same with its purpose. */
    public EnvelopeRequest purposed(String words) {
        return new EnvelopeRequest(kind, receiver, contract, words, payload, priority, encrypted, validUntil);
    }

    /** The same with another priority. */
    public EnvelopeRequest with(Priority other) {
        return new EnvelopeRequest(kind, receiver, contract, purpose, payload, other, encrypted, validUntil);
    }

    /** The same, readable by the receiver alone. */
    public EnvelopeRequest confidential() {
        return new EnvelopeRequest(kind, receiver, contract, purpose, payload, priority, true, validUntil);
    }

    /** The same with an end of validity. */
    public EnvelopeRequest until(@Nullable Instant end) {
        return new EnvelopeRequest(kind, receiver, contract, purpose, payload, priority, encrypted, end);
    }
}
