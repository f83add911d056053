package org.zhengtong.base.workdays.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.CalendarEdit;
import org.zhengtong.base.workdays.internal.CalendarStore.StoredDay;

/** The edits made by hand and what each day was before. */
@Component
class CalendarEditStore {
    private final JdbcClient jdbc;

    /** What an edit says of all its days; {@code kind} null means that the days follow the week again. */
    record EditHead(
            @Nullable CalendarDayKind kind,
            String name,
            String reason,
            String editedBy,
            @Nullable Long undoes) {}

    /** One day of an edit, with what it was before. */
    record EditedDay(LocalDate day, @Nullable StoredDay before) {}

    CalendarEditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(EditHead head, Instant at) {
        return jdbc.sql("""
                insert into workdays.calendar_edit (kind, name, reason, edited_by, edited_at, undoes)
                values (:kind, :name, :reason, :editedBy, :at, :undoes)
                returning id
                """)
                .param("kind", head.kind() == null ? null : head.kind().name())
                .param("name", head.name())
                .param("reason", head.reason())
                .param("editedBy", head.editedBy())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("undoes", head.undoes())
                .query(Long.class)
                .single();
    }

    void insertDay(long editId, EditedDay day) {
        var before = day.before();
        jdbc.sql("""
                insert into workdays.calendar_edit_day
                    (calendar_edit_id, day, before_kind, before_name, before_source, before_edited)
                values (:edit, :day, :kind, :name, :source, :edited)
                """)
                .param("edit", editId)
                .param("day", day.day())
                .param("kind", before == null ? null : before.day().kind().name())
                .param("name", before == null ? null : before.day().name())
                .param("source", before == null ? null : before.day().source())
                .param("edited", before == null ? null : before.edited())
                .update();
    }

    Optional<CalendarEdit> find(long editId) {
        return jdbc.sql(SELECT + " where e.id = :id" + GROUP)
                .param("id", editId)
                .query(CalendarEditStore::toEdit)
                .optional();
    }

    List<CalendarEdit> findOfYear(int year) {
        return jdbc.sql(SELECT + " where d.day between :first and :last" + GROUP + " order by e.id desc limit 100")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(CalendarEditStore::toEdit)
                .list();
    }

    List<EditedDay> daysOf(long editId) {
        return jdbc.sql("""
                select day, before_kind, before_name, before_source, before_edited
                from workdays.calendar_edit_day
                where calendar_edit_id = :edit
                order by day
                """)
                .param("edit", editId)
                .query(CalendarEditStore::toEditedDay)
                .list();
    }

    /** The first day of an edit that a later edit touched. */
    Optional<LocalDate> findOvertakenDay(long editId) {
        return jdbc.sql("""
                select min(mine.day)
                from workdays.calendar_edit_day mine
                join workdays.calendar_edit_day later on later.day = mine.day
                where mine.calendar_edit_id = :edit
                  and later.calendar_edit_id > :edit
                """).param("edit", editId).query(LocalDate.class).optional();
    }

    private static final String SELECT = """
            select e.id, e.kind, e.name, e.reason, e.edited_by, e.edited_at, e.undoes,
                   array_agg(d.day order by d.day) as days,
                   exists (select 1 from workdays.calendar_edit u where u.undoes = e.id) as undone
            from workdays.calendar_edit e
            join workdays.calendar_edit_day d on d.calendar_edit_id = e.id
            """;

    private static final String GROUP = " group by e.id";

    private static CalendarEdit toEdit(ResultSet row, int number) throws SQLException {
        var kind = row.getString("kind");
        return new CalendarEdit(
                row.getLong("id"),
                Stream.of((Date[]) row.getArray("days").getArray())
                        .map(Date::toLocalDate)
                        .toList(),
                kind == null ? null : CalendarDayKind.valueOf(kind),
                row.getString("name"),
                row.getString("reason"),
                row.getString("edited_by"),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                row.getObject("undoes", Long.class),
                row.getBoolean("undone"));
    }

    private static EditedDay toEditedDay(ResultSet row, int number) throws SQLException {
        var day = row.getObject("day", LocalDate.class);
        var kind = row.getString("before_kind");
        if (kind == null) {
            return new EditedDay(day, null);
        }
        var before = new CalendarDay(
                day, CalendarDayKind.valueOf(kind), row.getString("before_name"), row.getString("before_source"));
        return new EditedDay(day, new StoredDay(before, row.getBoolean("before_edited")));
    }
}
