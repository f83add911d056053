package org.zhengtong.base.workdays.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;

/** The named days and the version row that tells other instances of a change. */
@Component
class CalendarStore {
    private final JdbcClient jdbc;

    /** A day as stored; {@code edited} says that a person set it, so that an import leaves it alone. */
    record StoredDay(CalendarDay day, boolean edited) {}

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from workdays.calendar_version")
                .query(Long.class)
                .single();
    }

    /** Makes changes of the calendar wait for each other until commit. */
    void lock() {
        jdbc.sql("select version from workdays.calendar_version for update")
                .query(Long.class)
                .single();
    }

    void raiseVersion() {
        jdbc.sql("update workdays.calendar_version set version = nextval('workdays.calendar_version_number')")
                .update();
    }

    List<CalendarDay> findAll() {
        return jdbc.sql("""
                select day, kind, name, source
                from workdays.calendar_day
                """).query(CalendarStore::toDay).list();
    }

    Map<LocalDate, StoredDay> find(Collection<LocalDate> days) {
        var found = new HashMap<LocalDate, StoredDay>();
        if (days.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select day, kind, name, source, edited
                from workdays.calendar_day
                where day in (:days)
                """)
                .param("days", days)
                .query((row, number) -> new StoredDay(toDay(row, number), row.getBoolean("edited")))
                .list()
                .forEach(stored -> found.put(stored.day().day(), stored));
        return found;
    }

    void save(CalendarDay day, boolean edited, Instant at) {
        jdbc.sql("""
                insert into workdays.calendar_day (day, kind, name, source, edited, changed_at)
                values (:day, :kind, :name, :source, :edited, :at)
                on conflict (day) do update
                set kind = excluded.kind,
                    name = excluded.name,
                    source = excluded.source,
                    edited = excluded.edited,
                    changed_at = excluded.changed_at
                """)
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("source", day.source())
                .param("edited", edited)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(LocalDate day) {
        jdbc.sql("delete from workdays.calendar_day where day = :day")
                .param("day", day)
                .update();
    }

    private static CalendarDay toDay(ResultSet row, int number) throws SQLException {
        return new CalendarDay(
                row.getObject("day", LocalDate.class),
                CalendarDayKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("source"));
    }
}
