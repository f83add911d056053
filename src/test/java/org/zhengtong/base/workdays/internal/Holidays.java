package org.zhengtong.base.workdays.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;

/** The real calendar of 2007 to 2026 for tests without a database. */
final class Holidays {
    static final List<CalendarDay> DAYS = read();
    static final WorkingDayIndex INDEX = WorkingDayIndex.of(DAYS);

    private Holidays() {}

    private static List<CalendarDay> read() {
        try {
            return PackReader.ofFolder(Path.of("packs/shandong"))
                    .find("workdays/holidays.csv")
                    .orElseThrow()
                    .rows(new PackErrors())
                    .stream()
                    .map(row -> new CalendarDay(
                            LocalDate.parse(row.text("date")),
                            CalendarDayKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                            row.text("name"),
                            row.text("source_paper_url")))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
