package org.zhengtong.service.appointments.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;

/** Halls and their business. */
@Component
class HallStore {

    private final JdbcClient jdbc;

    HallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hall> list() {
        return jdbc.sql("""
                select code, name, address, department, days_ahead, most_open, most_missed, missed_days
                from appointments.hall
                order by code
                """)
                .query((row, at) -> new Hall(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("address"),
                        new DepartmentId(row.getString("department")),
                        new Hall.Limits(
                                row.getInt("days_ahead"),
                                row.getInt("most_open"),
                                row.getInt("most_missed"),
                                row.getInt("missed_days")),
                        businesses(row.getString("code"))))
                .list();
    }

    private List<Business> businesses(String hall) {
        return jdbc.sql("""
                select code, letter, name, hours, minutes, capacity
                from appointments.business
                where hall = :hall
                order by letter, code
                """)
                .param("hall", hall)
                .query((row, at) -> new Business(
                        row.getString("code"),
                        row.getString("letter"),
                        row.getString("name"),
                        row.getString("hours"),
                        row.getInt("minutes"),
                        row.getInt("capacity")))
                .list();
    }

    void save(Hall hall) {
        jdbc.sql("""
                insert into appointments.hall
                    (code, name, address, department, days_ahead, most_open, most_missed, missed_days)
                values (:code, :name, :address, :department, :daysAhead, :mostOpen, :mostMissed, :missedDays)
                on conflict (code) do update
                set name = excluded.name, address = excluded.address, department = excluded.department,
                    days_ahead = excluded.days_ahead, most_open = excluded.most_open, most_missed = excluded.most_missed,
                    missed_days = excluded.missed_days
                """)
                .param("code", hall.code())
                .param("name", hall.name())
                .param("address", hall.address())
                .param("department", hall.department().value())
                .param("daysAhead", hall.limits().daysAhead())
                .param("mostOpen", hall.limits().mostOpen())
                .param("mostMissed", hall.limits().mostMissed())
                .param("missedDays", hall.limits().missedDays())
                .update();
        hall.businesses().forEach(business -> save(hall.code(), business));
    }

    private void save(String hall, Business business) {
        jdbc.sql("""
                insert into appointments.business (hall, code, letter, name, hours, minutes, capacity)
                values (:hall, :code, :letter, :name, :hours, :minutes, :capacity)
                on conflict (hall, code) do update
                set letter = excluded.letter, name = excluded.name, hours = excluded.hours, minutes = excluded.minutes,
                    capacity = excluded.capacity
                """)
                .param("hall", hall)
                .param("code", business.code())
                .param("letter", business.letter())
                .param("name", business.name())
                .param("hours", business.hours())
                .param("minutes", business.minutes())
                .param("capacity", business.capacity())
                .update();
    }
}
