package org.zhengtong.data.catalog.internal.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.OpenData.Period;

/** Looks at the rows of a table once: what each column holds, and what is wrong in it. */
public final class TableProfile {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?([ T].*)?");
    private static final Pattern PERIOD_NAME = Pattern.compile(".*(年份|年度|季度|月份|月度|年月).*");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    /** So many in a hundred of the filled cells must be alike. */
    private static final int MOST_ARE = 90;

    private final List<String> names;
    private final List<List<String>> rows;
    private final LocalDate today;

    public TableProfile(List<String> names, List<List<String>> rows, LocalDate today) {
        this.names = names;
        this.rows = rows;
        this.today = today;
    }

    public List<Column> columns() {
        var columns = new ArrayList<Column>();
        for (var place = 0; place < names.size(); place++) {
            columns.add(column(place));
        }
        return columns;
    }

    public int rowsTwice() {
        var seen = new HashSet<List<String>>();
        return (int) rows.stream().filter(row -> !seen.add(row)).count();
    }

    private Column column(int place) {
        var filled = new ArrayList<String>();
        for (var row : rows) {
            var cell = row.get(place).strip();
            if (!cell.isEmpty()) {
                filled.add(cell);
            }
        }
        var kind = kind(names.get(place), filled);
        var impossible = kind == Column.Kind.DATE
                ? filled.stream().filter(this::impossible).toList()
                : List.<String>of();
        return new Column(
                names.get(place),
                kind,
                rows.size() - filled.size(),
                impossible.size(),
                impossible.isEmpty() ? "" : impossible.getFirst().split("[ T]", 2)[0]);
    }

    private static Column.Kind kind(String name, List<String> filled) {
        if (mostly(filled, cell -> DATE.matcher(cell).matches())) {
            return Column.Kind.DATE;
        }
        if (PERIOD_NAME.matcher(name).matches()
                && mostly(filled, cell -> Period.key(cell).isPresent())) {
            return Column.Kind.PERIOD;
        }
        if (!mostly(filled, cell -> NUMBER.matcher(cell).matches())) {
            return Column.Kind.TEXT;
        }
        if (name.contains("经度")) {
            return Column.Kind.LONGITUDE;
        }
        return name.contains("纬度") ? Column.Kind.LATITUDE : Column.Kind.NUMBER;
    }

    private static boolean mostly(List<String> filled, Predicate<String> form) {
        return !filled.isEmpty() && filled.stream().filter(form).count() * 100 >= (long) filled.size() * MOST_ARE;
    }

    private boolean impossible(String cell) {
        var date = DATE.matcher(cell);
        if (!date.matches()) {
            return true;
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return day.isBefore(EARLIEST) || day.isAfter(today);
        } catch (DateTimeException none) {
            return true;
        }
    }
}
