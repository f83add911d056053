package org.zhengtong.service.fees.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.service.fees.Money;

/**
 * The provider's statement of a day (对账单): a head line, a line for each payment and refund, and a last line with their number
 * and sum, without which the file is not whole.
 */
record Statement(List<Line> lines) {

    static final String HEAD = "type,number,transaction,fen";

    private static final int MOST_LINES = 200_000;
    private static final Pattern LINE =
            Pattern.compile("(PAY|REFUND),([0-9A-Za-z_-]{1,64}),([0-9A-Za-z_-]{1,64}),([0-9]{1,12})");
    private static final Pattern TOTAL = Pattern.compile("TOTAL,([0-9]{1,9}),([0-9]{1,18})");

    /** One movement; of a refund the number is its order's with {@code -R} behind. */
    record Line(boolean refund, String number, String transaction, Money amount) {

        String written() {
            return (refund ? "REFUND," : "PAY,") + number + "," + transaction + "," + amount.fen();
        }
    }

    Statement {
        lines = List.copyOf(lines);
    }

    /** Sum of all lines, payments and refunds alike: it only tells whether the file is whole. */
    long total() {
        return lines.stream().mapToLong(line -> line.amount().fen()).sum();
    }

    String written() {
        var text = new StringBuilder(HEAD).append('\n');
        lines.forEach(line -> text.append(line.written()).append('\n'));
        return text.append("TOTAL,")
                .append(lines.size())
                .append(',')
                .append(total())
                .append('\n')
                .toString();
    }

    /** Reads a file; empty when a line is wrong, a number comes twice or the last line does not agree. */
    static Optional<Statement> read(byte[] file) {
        var text = new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
        var rows = text.split("\n", -1);
        if (rows.length < 2 || rows.length > MOST_LINES || !rows[0].equals(HEAD)) {
            return Optional.empty();
        }
        var lines = new ArrayList<Line>();
        var seen = new java.util.HashSet<String>();
        for (var at = 1; at < rows.length; at++) {
            var total = TOTAL.matcher(rows[at]);
            if (total.matches()) {
                var whole = rows.length == at + 2 && rows[at + 1].isEmpty() || rows.length == at + 1;
                return Optional.of(new Statement(lines))
                        .filter(read -> whole
                                && Long.parseLong(total.group(1)) == lines.size()
                                && Long.parseLong(total.group(2)) == read.total());
            }
            var line = LINE.matcher(rows[at]);
            if (!line.matches() || !seen.add(line.group(2))) {
                return Optional.empty();
            }
            lines.add(new Line(
                    line.group(1).equals("REFUND"),
                    line.group(2),
                    line.group(3),
                    new Money(Long.parseLong(line.group(4)))));
        }
        return Optional.empty();
    }
}
