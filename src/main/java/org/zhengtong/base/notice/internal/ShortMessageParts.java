package org.zhengtong.base.notice.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text cut into short messages (3GPP TS 23.040, 9.2.3.24.1): one of 140 octets, or several with a header each that tells
 * the telephone how to put them together again.
 *
 * @param unicode Chinese and everything else beyond plain letters travels as UCS-2, two octets a character
 */
record ShortMessageParts(boolean unicode, List<byte[]> parts) {

    /** Characters that have the same code in ASCII and in the default alphabet of GSM. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 .,:;!?'\"()/+*&%<>=#\\-\\r\\n]*");

    private static final int SINGLE_PLAIN = 160;
    private static final int PART_PLAIN = 153;
    private static final int SINGLE_UNICODE = 70;
    private static final int PART_UNICODE = 67;
    private static final int MOST_PARTS = 10;
    private static final int HEADER = 6;

    static ShortMessageParts of(String text, int reference) {
        var unicode = !PLAIN.matcher(text).matches();
        var cut = cut(text, unicode ? SINGLE_UNICODE : SINGLE_PLAIN, unicode ? PART_UNICODE : PART_PLAIN);
        var charset = unicode ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        if (cut.size() == 1) {
            return new ShortMessageParts(unicode, List.of(cut.getFirst().getBytes(charset)));
        }
        var parts = new ArrayList<byte[]>();
        for (var at = 0; at < cut.size(); at++) {
            parts.add(headed(cut.get(at).getBytes(charset), reference, cut.size(), at + 1));
        }
        return new ShortMessageParts(unicode, parts);
    }

    boolean several() {
        return parts.size() > 1;
    }

    private static List<String> cut(String text, int single, int part) {
        if (text.length() <= single) {
            return List.of(text);
        }
        var cut = new ArrayList<String>();
        for (var from = 0; from < text.length() && cut.size() < MOST_PARTS; ) {
            var to = Math.min(text.length(), from + part);
            // A character beyond the basic plane is two units and must not be torn apart.
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            cut.add(text.substring(from, to));
            from = to;
        }
        return cut;
    }

    private static byte[] headed(byte[] text, int reference, int total, int number) {
        var part = new byte[HEADER + text.length];
        part[0] = 5;
        part[1] = 0;
        part[2] = 3;
        part[3] = (byte) reference;
        part[4] = (byte) total;
        part[5] = (byte) number;
        System.arraycopy(text, 0, part, HEADER, text.length);
        return part;
    }
}
