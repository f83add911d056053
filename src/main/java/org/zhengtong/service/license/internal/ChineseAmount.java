package org.zhengtong.service.license.internal;

import java.math.BigDecimal;

/** Amounts of money in Chinese capital numerals (大写), such as for 1000000 yuan; the characters come from the texts. */
final class ChineseAmount {

    private final String digits;
    private final String tens;
    private final String groups;
    private final String whole;
    private final String yuan;

    /**
     * Takes the characters.
     *
     * @param digits zero to nine
     * @param tens ten, hundred, thousand
     * @param groups ten thousand, hundred million
     * @param whole what follows an amount without fractions
     * @param yuan what follows any other
     */
    ChineseAmount(String digits, String tens, String groups, String whole, String yuan) {
        this.digits = digits;
        this.tens = tens;
        this.groups = groups;
        this.whole = whole;
        this.yuan = yuan;
    }

    /** Writes an amount given in units of ten thousand yuan. */
    String ofTenThousands(BigDecimal amount) {
        var yuans = amount.movePointRight(4).stripTrailingZeros();
        if (yuans.scale() > 0 || yuans.signum() <= 0 || yuans.precision() - yuans.scale() > 12) {
            return yuans.toPlainString() + yuan;
        }
        return written(yuans.longValueExact()) + whole;
    }

    private String written(long value) {
        var text = new StringBuilder();
        var gap = false;
        for (var group = 2; group >= 0; group--) {
            var four = (int) (value / power(group * 4) % 10_000);
            if (four == 0) {
                gap = gap || !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (gap || four < 1000)) {
                text.append(digits.charAt(0));
            }
            text.append(fourDigits(four));
            if (group > 0) {
                text.append(groups.charAt(group - 1));
            }
            gap = false;
        }
        return text.toString();
    }

    private String fourDigits(int four) {
        var text = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--) {
            var digit = (int) (four / power(place) % 10);
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append(digits.charAt(0));
            }
            text.append(digits.charAt(digit));
            if (place > 0) {
                text.append(tens.charAt(place - 1));
            }
            gap = false;
        }
        return text.toString();
    }

    private static long power(int exponent) {
        var power = 1L;
        for (var step = 0; step < exponent; step++) {
            power *= 10;
        }
        return power;
    }
}
