package org.zhengtong.data.connectors.internal.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.Mapping;

/** A rule of a mapping, ready for rows. What it cannot rewrite stays as it is: the register's own check then says what is wrong. */
public interface Conversion {

    Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    /** Days counted from here, as spreadsheets write them. */
    String SPREADSHEET = "SPREADSHEET";

    @Nullable
    String of(@Nullable String[] row);

    static Conversion of(Mapping.Rule rule, List<String> columns) {
        var at = columns.indexOf(rule.column());
        return switch (rule.way()) {
            case COPY -> row -> stripped(row, at);
            case CODES -> codes(list(rule.detail()), at);
            case DATE -> rule.detail().equals(SPREADSHEET) ? counted(at) : day(rule.detail(), at);
            case CONSTANT -> _ -> rule.detail();
            case JOIN -> joined(rule.detail(), columns);
        };
    }

    /** Without blanks around it, wide ones included; null when nothing is left. */
    private static @Nullable String stripped(@Nullable String[] row, int at) {
        var value = at >= 0 && at < row.length ? row[at] : null;
        if (value == null) {
            return null;
        }
        var bare = value.replace('\u00a0', ' ').replace('\ufeff', ' ').strip();
        return bare.isEmpty() ? null : bare;
    }

    private static Conversion codes(Map<String, String> list, int at) {
        return row -> {
            var value = stripped(row, at);
            return value == null ? list.get("") : list.getOrDefault(value, value);
        };
    }

    /** Lines {@code old=new}; an empty old side stands for no value. */
    static Map<String, String> list(String lines) {
        var list = new HashMap<String, String>();
        lines.lines().filter(line -> line.contains("=")).forEach(line -> {
            var parts = line.split("=", 2);
            list.put(parts[0].strip(), parts[1].strip());
        });
        return list;
    }

    /** A style such as {@code dd/MM/yyyy}; wrong ones are an {@link IllegalArgumentException}. */
    static DateTimeFormatter style(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Conversion day(String pattern, int at) {
        var style = style(pattern);
        return row -> {
            var value = stripped(row, at);
            try {
                return value == null ? null : LocalDate.parse(value, style).toString();
            } catch (DateTimeParseException other) {
                return value;
            }
        };
    }

    private static Conversion counted(int at) {
        return row -> {
            var value = stripped(row, at);
            return value == null || !value.matches("[0-9]{1,6}(\\.0*)?")
                    ? value
                    : LocalDate.of(1899, 12, 30)
                            .plusDays(Long.parseLong(value.replaceAll("\\..*", "")))
                            .toString();
        };
    }

    private static Conversion joined(String text, List<String> columns) {
        var parts = new ArrayList<Conversion>();
        var end = 0;
        var places = PLACE.matcher(text);
        while (places.find()) {
            var between = text.substring(end, places.start());
            var at = columns.indexOf(places.group(1));
            parts.add(_ -> between);
            parts.add(row -> stripped(row, at));
            end = places.end();
        }
        var rest = text.substring(end);
        return row -> {
            var whole = new StringBuilder();
            for (var part : parts) {
                var value = part.of(row);
                whole.append(value == null ? "" : value);
            }
            var value = whole.append(rest).toString().strip();
            return value.isEmpty() ? null : value;
        };
    }
}
