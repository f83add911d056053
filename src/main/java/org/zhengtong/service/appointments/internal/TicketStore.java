package org.zhengtong.service.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Queue.Waiting;
import org.zhengtong.service.appointments.Ticket;

/** Queue tickets in {@code appointments.ticket}. */
@Component
class TicketStore {

    private static final String COLUMNS =
            "id, hall, business, number, appointment is not null as appointed, state, counter, taken_at, called_at";

    private static final String ORDER = " order by (appointment is null), taken_at, id";

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of one letter count from 1 each day; the hall is locked. */
    Ticket insert(String hall, Business business, LocalDate day, @Nullable String appointment, Instant at) {
        var serial = jdbc.sql("""
                select count(*)
                from appointments.ticket
                where hall = :hall and day = :day and starts_with(number, :letter)
                """)
                .param("hall", hall)
                .param("day", day)
                .param("letter", business.letter())
                .query(Integer.class)
                .single();
        var id = jdbc.sql("""
                insert into appointments.ticket (hall, business, day, number, appointment, state, taken_at)
                values (:hall, :business, :day, :number, :appointment, 'WAITING', :at)
                returning id
                """)
                .param("hall", hall)
                .param("business", business.code())
                .param("day", day)
                .param("number", business.letter() + "%03d".formatted(serial + 1))
                .param("appointment", appointment)
                .param("at", utc(at))
                .query(Long.class)
                .single();
        return find(id).orElseThrow();
    }

    Optional<Ticket> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from appointments.ticket where id = :id")
                .param("id", id)
                .query(TicketStore::toTicket)
                .optional();
    }

    List<Ticket> waiting(String hall, LocalDate day) {
        return jdbc.sql("select " + COLUMNS
                        + " from appointments.ticket where hall = :hall and day = :day and state = 'WAITING'" + ORDER)
                .param("hall", hall)
                .param("day", day)
                .query(TicketStore::toTicket)
                .list();
    }

    List<Ticket> called(String hall, LocalDate day) {
        return jdbc.sql("select " + COLUMNS + """
                 from appointments.ticket
                where hall = :hall and day = :day and state = 'CALLED'
                order by called_at desc, id desc
                """)
                .param("hall", hall)
                .param("day", day)
                .query(TicketStore::toTicket)
                .list();
    }

    /** Now, and the day it belongs to. */
    record Moment(LocalDate day, Instant at) {}

    /** Two counters that call at once get two tickets. */
    Optional<Ticket> callNext(String hall, @Nullable String business, String counter, Moment at) {
        return jdbc.sql("""
                update appointments.ticket
                set state = 'CALLED', counter = :counter, called_at = :at, calls = calls + 1
                where id = (
                    select id
                    from appointments.ticket
                    where hall = :hall and day = :day and state = 'WAITING'
                        and (cast(:business as text) is null or business = :business)
                    """ + ORDER + """
                     limit 1
                    for update skip locked)
                returning\s""" + COLUMNS)
                .param("hall", hall)
                .param("business", business)
                .param("day", at.day())
                .param("counter", counter)
                .param("at", utc(at.at()))
                .query(TicketStore::toTicket)
                .optional();
    }

    boolean recall(long id, String hall) {
        return jdbc.sql("""
                        update appointments.ticket
                        set calls = calls + 1
                        where id = :id and hall = :hall and state = 'CALLED'
                        """).param("id", id).param("hall", hall).update() > 0;
    }

    boolean end(long id, String hall, Ticket.State state, Instant at) {
        return jdbc.sql("""
                        update appointments.ticket
                        set state = :state, ended_at = :at
                        where id = :id and hall = :hall and state = 'CALLED'
                        """)
                        .param("id", id)
                        .param("hall", hall)
                        .param("state", state.name())
                        .param("at", utc(at))
                        .update()
                > 0;
    }

    boolean transfer(long id, String hall, String business) {
        return jdbc.sql("""
                        update appointments.ticket
                        set state = 'WAITING', business = :business, counter = null
                        where id = :id and hall = :hall and state = 'CALLED'
                        """)
                        .param("id", id)
                        .param("hall", hall)
                        .param("business", business)
                        .update()
                > 0;
    }

    List<Waiting> waitingTimes(String hall, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select business, count(*) as tickets,
                    percentile_disc(0.5) within group (order by extract(epoch from called_at - taken_at)) as median,
                    percentile_disc(0.9) within group (order by extract(epoch from called_at - taken_at)) as p90
                from appointments.ticket
                where hall = :hall and day between :from and :to and called_at is not null
                group by business
                order by business
                """)
                .param("hall", hall)
                .param("from", from)
                .param("to", to)
                .query((row, at) -> new Waiting(
                        row.getString("business"),
                        row.getLong("tickets"),
                        Duration.ofSeconds(Math.round(row.getDouble("median"))),
                        Duration.ofSeconds(Math.round(row.getDouble("p90")))))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Ticket toTicket(ResultSet row, int at) throws SQLException {
        var calledAt = row.getObject("called_at", OffsetDateTime.class);
        return new Ticket(
                row.getLong("id"),
                row.getString("hall"),
                row.getString("business"),
                row.getString("number"),
                row.getBoolean("appointed"),
                Ticket.State.valueOf(row.getString("state")),
                row.getString("counter"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                calledAt == null ? null : calledAt.toInstant());
    }
}
