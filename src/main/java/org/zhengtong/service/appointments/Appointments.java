package org.zhengtong.service.appointments;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** Appointments: found, booked, moved and cancelled by whoever comes. */
public interface Appointments {

    List<Hall> halls();

    Hall requireHall(String code);

    /** Days that can be booked, from today on. */
    List<LocalDate> days(Hall hall);

    /** The times of a day with the places left; times that have passed are left out. */
    List<Slot> slots(Hall hall, Business business, LocalDate day);

    /** Books a time. With a code the person's earlier appointment is given up for it, in one step. */
    BookOutcome book(Wish wish, @Nullable String instead, CurrentUser person);

    /** The person's appointments, the latest day first. */
    List<Appointment> mine(CurrentUser person);

    /** Gives an appointment up; false when it is not booked any more. */
    boolean cancel(String code, CurrentUser person);

    /** What somebody wants to book. */
    record Wish(String hall, String business, LocalDate day, LocalTime starts) {}
}
