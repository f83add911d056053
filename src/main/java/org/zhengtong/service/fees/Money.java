package org.zhengtong.service.fees;

import java.util.Optional;
import java.util.regex.Pattern;

/** An amount in whole fen (分), never negative; the most is 9 999 999 999.99 yuan. */
public record Money(long fen) {

    public static final Money NONE = new Money(0);

    private static final long MOST = 999_999_999_999L;
    private static final int FEN_A_YUAN = 100;
    private static final Pattern TYPED = Pattern.compile("([0-9]{1,10})(?:\\.([0-9]{1,2}))?");

    public Money {
        if (fen < 0 || fen > MOST) {
            throw new IllegalArgumentException("Not an amount in fen: " + fen);
        }
    }

    /** Reads yuan as typed, such as {@code 40} or {@code 40.50}; empty when it is no amount. */
    public static Optional<Money> parseYuan(String typed) {
        var parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var cents = parts.group(2) == null ? "00" : (parts.group(2) + "0").substring(0, 2);
        return Optional.of(new Money(Long.parseLong(parts.group(1)) * FEN_A_YUAN + Long.parseLong(cents)));
    }

    /** In yuan with two digits: {@code 40.00}. */
    public String yuan() {
        return fen / FEN_A_YUAN + "." + (fen % FEN_A_YUAN < 10 ? "0" : "") + fen % FEN_A_YUAN;
    }

    public Money plus(Money other) {
        return new Money(fen + other.fen);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
