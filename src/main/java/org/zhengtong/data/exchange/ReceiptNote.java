package org.zhengtong.data.exchange;

import java.util.Arrays;
import java.util.List;

/**
 * What came of an envelope, for the sender.
 *
 * @param accepted false when its content was refused: it was looked at, and nothing was kept
 * @param key text key, known at both ends
 */
public record ReceiptNote(boolean accepted, String key, List<String> args) {

    public ReceiptNote {
        args = List.copyOf(args);
    }

    /** It was applied. */
    public static ReceiptNote applied(String key, Object... args) {
        return new ReceiptNote(
                true, key, Arrays.stream(args).map(String::valueOf).toList());
    }

    /** Its content was refused. */
    public static ReceiptNote refused(String key, Object... args) {
        return new ReceiptNote(
                false, key, Arrays.stream(args).map(String::valueOf).toList());
    }
}
