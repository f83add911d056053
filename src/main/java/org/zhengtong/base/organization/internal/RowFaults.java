package org.zhengtong.base.organization.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.TableRow;

/** Collects what is wrong with single cells, and writes dates and codes the one way they are stored. */
final class RowFaults {
    private static final int LONGEST = 200;
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})[-/.\u5e74]([0-9]{1,2})[-/.\u6708]([0-9]{1,2})\u65e5?");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final List<CellFault> faults = new ArrayList<>();

    List<CellFault> list() {
        return List.copyOf(faults);
    }

    void add(TableRow row, String column, String rule, Object... args) {
        var written = new ArrayList<String>();
        for (var arg : args) {
            written.add(String.valueOf(arg));
        }
        faults.add(new CellFault(row.line(), column, row.text(column), rule, written));
    }

    /** Dates as ISO writes them, codes in capitals, key words in small letters or capitals as they belong. */
    static TableRow normalized(TableRow row) {
        var normal = row;
        for (var column : row.table().columns()) {
            var text = row.text(column);
            if (column.endsWith("_on")) {
                normal = normal.with(column, date(text).map(LocalDate::toString).orElse(text));
            } else if (column.equals("credit_code") || column.equals("kind")) {
                normal = normal.with(column, text.toUpperCase(Locale.ROOT));
            } else if (column.equals("posts")) {
                normal = normal.with(column, sorted(text));
            }
        }
        var shortName = row.cells().get("short_name");
        return shortName != null && shortName.isEmpty() ? normal.with("short_name", row.text("name")) : normal;
    }

    private static String sorted(String posts) {
        return String.join(
                " ",
                Pattern.compile("[\\s,;\uff0c\uff1b\u3001]+")
                        .splitAsStream(posts)
                        .filter(post -> !post.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** What every cell must be: there when it is required, no longer than fits, free of signs that cannot be seen. */
    void checkCells(TableRow row) {
        for (var column : row.table().columns()) {
            var text = row.text(column);
            if (text.isEmpty() && row.table().required().contains(column)) {
                add(row, column, "missing");
            } else if (text.length() > LONGEST && !column.equals("posts")) {
                add(row, column, "too_long", LONGEST, text.length());
            } else if (text.chars().anyMatch(Character::isISOControl)) {
                add(row, column, "control_character");
            } else if (text.indexOf('\ufffd') >= 0) {
                add(row, column, "unreadable");
            } else if (column.endsWith("_on") && !text.isEmpty() && date(text).isEmpty()) {
                add(row, column, "date");
            }
        }
    }

    /** The cell as a typed value; a fault of this rule when it has another form. */
    <T> Optional<T> typed(TableRow row, String column, Function<String, T> make, String rule) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(make.apply(text));
        } catch (IllegalArgumentException refused) {
            add(row, column, rule);
            return Optional.empty();
        }
    }

    static Optional<LocalDate> date(String text) {
        var written = DATE.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(written.group(1)),
                    Integer.parseInt(written.group(2)),
                    Integer.parseInt(written.group(3)));
            return day.isBefore(EARLIEST) || day.getYear() > 2149 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
