package org.zhengtong.service.appointments.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Slot;

/**
 * The times of one day.
 *
 * @param day null when no day can be booked
 * @param instead code of the appointment that is moved, "" when none is
 */
public record TimesPage(
        Hall hall,
        Business business,
        List<LocalDate> days,
        @Nullable LocalDate day,
        List<Slot> slots,
        String instead,
        Fault fault) {

    /** Why nothing was booked, with its numbers; the key is "" when nothing was refused. */
    public record Fault(String key, int first, int second) {}
}
