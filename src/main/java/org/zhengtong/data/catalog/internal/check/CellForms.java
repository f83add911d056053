package org.zhengtong.data.catalog.internal.check;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.Openness;
import org.zhengtong.data.catalog.SharingType;

/** What people write into cells, in the forms that are found in real files. */
public final class CellForms {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern SEPARATORS = Pattern.compile("[、;；,，|\\n]+");
    private static final List<String> YES = List.of("是", "y", "yes", "true", "1", "开放", "√");
    private static final List<String> NO = List.of("否", "n", "no", "false", "0", "不开放", "×", "");

    private CellForms() {}

    private static String plain(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    public static @Nullable SharingType sharing(String cell) {
        var text = plain(cell);
        if (text.equals("1") || text.startsWith("无条件") || text.equals("UNCONDITIONAL")) {
            return SharingType.UNCONDITIONAL;
        }
        if (text.equals("2") || text.startsWith("有条件") || text.equals("CONDITIONAL")) {
            return SharingType.CONDITIONAL;
        }
        return text.equals("3") || text.startsWith("不予") || text.equals("NOT_SHARED") ? SharingType.NOT_SHARED : null;
    }

    public static @Nullable Openness openness(String cell) {
        var text = plain(cell).toLowerCase(Locale.ROOT);
        if (text.startsWith("无条件") || text.equals("unconditional") || text.equals("是")) {
            return Openness.UNCONDITIONAL;
        }
        if (text.startsWith("有条件") || text.equals("conditional")) {
            return Openness.CONDITIONAL;
        }
        return text.startsWith("不") || text.equals("closed") || text.equals("disallowed") || text.equals("否")
                ? Openness.CLOSED
                : null;
    }

    public static Optional<Boolean> yesOrNo(String cell) {
        var text = plain(cell).toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return Optional.of(true);
        }
        return NO.contains(text) ? Optional.of(false) : Optional.empty();
    }

    /** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305. */
    public static Optional<LocalDate> date(String cell) {
        var found = DATE.matcher(plain(cell));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** A whole number, perhaps with separators of thousands or ".0" of a spreadsheet. */
    public static Optional<Long> number(String cell) {
        var text = plain(cell).replace(",", "").replace(" ", "").replaceFirst("\\.0+$", "");
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The code of an entry that is called so or has this code; the text itself when there is none. */
    public static String code(String cell, List<Entry> entries) {
        var text = plain(cell);
        var key = NameKey.of(text);
        return entries.stream()
                .filter(entry -> entry.code().equalsIgnoreCase(text)
                        || NameKey.of(entry.name()).equals(key)
                        || entry.nameEn().equalsIgnoreCase(text))
                .findFirst()
                .map(Entry::code)
                .orElse(text);
    }

    public static List<String> several(String cell) {
        return Arrays.stream(SEPARATORS.split(plain(cell)))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
