package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.WorkingCalendar;

/** The pack's calendar: {@code workdays/holidays.csv} with columns date, name, kind (off, work), source_paper_url. */
@Component
class HolidaySection implements PackSection {
    private static final String FILE = "workdays/holidays.csv";
    private static final int EARLIEST_YEAR = 1949;
    private static final int LATEST_YEAR = 2149;

    private final WorkingCalendar calendar;

    HolidaySection(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "workdays";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        calendar.importDays(read(pack, new PackErrors()));
    }

    private static List<CalendarDay> read(PackReader pack, PackErrors errors) {
        var days = new ArrayList<CalendarDay>();
        var seen = new HashSet<LocalDate>();
        pack.find(FILE)
                .ifPresent(file -> file.eachRow(
                        errors,
                        row -> readDay(row, errors).ifPresent(day -> {
                            if (seen.add(day.day())) {
                                days.add(day);
                            } else {
                                errors.add(row, "workdays.pack.double_day", day.day());
                            }
                        })));
        return days;
    }

    private static Optional<CalendarDay> readDay(PackRow row, PackErrors errors) {
        var day = row.require("date", LocalDate::parse, errors);
        var name = row.require("name", errors);
        var kind = row.require("kind", text -> CalendarDayKind.valueOf(text.toUpperCase(Locale.ROOT)), errors);
        if (day.isEmpty() || name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        if (day.get().getYear() < EARLIEST_YEAR || day.get().getYear() > LATEST_YEAR) {
            errors.add(row, "workdays.pack.far_year", day.get());
            return Optional.empty();
        }
        return Optional.of(new CalendarDay(day.get(), kind.get(), name.get(), row.text("source_paper_url")));
    }
}
