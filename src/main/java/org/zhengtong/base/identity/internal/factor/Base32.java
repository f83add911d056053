package org.zhengtong.base.identity.internal.factor;

import java.util.Locale;

/** Base32 without padding (RFC 4648, section 6): what people can type from one screen into another. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var bits = 0;
        for (var each : bytes) {
            held = held << Byte.SIZE | each & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt(held << BITS - bits & 31));
        }
        return text.toString();
    }

    static byte[] decode(String text) {
        var letters = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        var bytes = new byte[letters.length() * BITS / Byte.SIZE];
        var held = 0;
        var bits = 0;
        var place = 0;
        for (var letter : letters.toCharArray()) {
            var value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("Not Base32: " + letter);
            }
            held = held << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[place++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
