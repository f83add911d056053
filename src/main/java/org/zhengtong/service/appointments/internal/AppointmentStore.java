package org.zhengtong.service.appointments.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.service.appointments.Appointment;
import org.zhengtong.service.appointments.Appointments.Wish;

/** Appointments in {@code appointments.appointment}. */
@Component
class AppointmentStore {

    private static final String COLUMNS = "code, hall, business, day, starts, account, state";

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One booking of a hall after the other: neither its places nor a person's limit can be exceeded at once. */
    void lockHall(String hall) {
        jdbc.sql("select code from appointments.hall where code = :hall for update")
                .param("hall", hall)
                .query(String.class)
                .single();
    }

    Map<LocalTime, Integer> taken(String hall, String business, LocalDate day) {
        var taken = new HashMap<LocalTime, Integer>();
        jdbc.sql("""
                select starts, count(*) as places
                from appointments.appointment
                where hall = :hall and business = :business and day = :day and state <> 'CANCELED'
                group by starts
                """)
                .param("hall", hall)
                .param("business", business)
                .param("day", day)
                .query(row -> {
                    taken.put(row.getObject("starts", LocalTime.class), row.getInt("places"));
                });
        return taken;
    }

    int open(AccountId account, String hall, LocalDate today) {
        return count(account, hall, today);
    }

    int missed(AccountId account, String hall, LocalDate since, LocalDate today) {
        return count(account, hall, since) - count(account, hall, today);
    }

    private int count(AccountId account, String hall, LocalDate from) {
        return jdbc.sql("""
                select count(*)
                from appointments.appointment
                where account = :account and hall = :hall and state = 'BOOKED' and day >= :day
                """)
                .param("account", account.value())
                .param("hall", hall)
                .param("day", from)
                .query(Integer.class)
                .single();
    }

    void insert(String code, Wish wish, AccountId account, Instant at) {
        jdbc.sql("""
                insert into appointments.appointment (code, hall, business, day, starts, account, state, made_at)
                values (:code, :hall, :business, :day, :starts, :account, 'BOOKED', :at)
                """)
                .param("code", code)
                .param("hall", wish.hall())
                .param("business", wish.business())
                .param("day", wish.day())
                .param("starts", wish.starts())
                .param("account", account.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Appointment> find(String code) {
        return jdbc.sql("select " + COLUMNS + " from appointments.appointment where code = :code")
                .param("code", code)
                .query(AppointmentStore::toAppointment)
                .optional();
    }

    List<Appointment> of(AccountId account) {
        return jdbc.sql("select " + COLUMNS + """
                 from appointments.appointment
                where account = :account
                order by day desc, starts desc, code
                limit 100
                """)
                .param("account", account.value())
                .query(AppointmentStore::toAppointment)
                .list();
    }

    boolean cancel(String code, AccountId account, LocalDate today) {
        return jdbc.sql("""
                        update appointments.appointment
                        set state = 'CANCELED'
                        where code = :code and account = :account and state = 'BOOKED' and day >= :today
                        """)
                        .param("code", code)
                        .param("account", account.value())
                        .param("today", today)
                        .update()
                > 0;
    }

    boolean arrive(String code, String hall, LocalDate today) {
        return jdbc.sql("""
                        update appointments.appointment
                        set state = 'ARRIVED'
                        where code = :code and hall = :hall and state = 'BOOKED' and day = :today
                        """)
                        .param("code", code)
                        .param("hall", hall)
                        .param("today", today)
                        .update()
                > 0;
    }

    private static Appointment toAppointment(ResultSet row, int at) throws SQLException {
        return new Appointment(
                row.getString("code"),
                row.getString("hall"),
                row.getString("business"),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                new AccountId(row.getLong("account")),
                Appointment.State.valueOf(row.getString("state")));
    }
}
