package org.zhengtong.service.appointments.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.appointments.Appointment;
import org.zhengtong.service.appointments.Appointments;
import org.zhengtong.service.appointments.AppointmentsProblem;
import org.zhengtong.service.appointments.BookOutcome;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Slot;

/** The front door of appointments. */
@Service
class BookedAppointments implements Appointments {

    /** Without signs that are mistaken for one another. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HallStore halls;
    private final AppointmentStore appointments;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock clock;

    BookedAppointments(
            HallStore halls, AppointmentStore appointments, WorkingCalendar calendar, AuditLog audit, Clock clock) {
        this.halls = halls;
        this.appointments = appointments;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Hall> halls() {
        return halls.list();
    }

    @Override
    @Transactional(readOnly = true)
    public Hall requireHall(String code) {
        return halls.list().stream()
                .filter(hall -> hall.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(AppointmentsProblem.HALL_NOT_FOUND));
    }

    @Override
    public List<LocalDate> days(Hall hall) {
        var today = LocalDate.now(clock);
        return today.datesUntil(today.plusDays(hall.limits().daysAhead() + 1L))
                .filter(calendar::isWorkingDay)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Slot> slots(Hall hall, Business business, LocalDate day) {
        var taken = appointments.taken(hall.code(), business.code(), day);
        return business.starts().stream()
                .filter(starts -> ahead(day, starts))
                .map(starts -> new Slot(starts, Math.max(0, business.capacity() - taken.getOrDefault(starts, 0))))
                .toList();
    }

    private boolean ahead(LocalDate day, LocalTime starts) {
        return day.atTime(starts).isAfter(java.time.LocalDateTime.ofInstant(clock.instant(), clock.getZone()));
    }

    @Override
    @Transactional
    public BookOutcome book(Wish wish, @Nullable String instead, CurrentUser person) {
        var hall = requireHall(wish.hall());
        var business = hall.business(wish.business());
        if (business.isEmpty() || !days(hall).contains(wish.day())) {
            return new BookOutcome.NotOffered();
        }
        appointments.lockHall(hall.code());
        var slot = slots(hall, business.get(), wish.day()).stream()
                .filter(one -> one.starts().equals(wish.starts()))
                .findFirst();
        if (slot.isEmpty()) {
            return new BookOutcome.NotOffered();
        }
        if (slot.get().left() == 0) {
            return new BookOutcome.Full();
        }
        var refused = beyondLimits(hall, instead, person);
        return refused == null ? bookNow(wish, instead, person) : refused;
    }

    private @Nullable BookOutcome beyondLimits(Hall hall, @Nullable String instead, CurrentUser person) {
        var limits = hall.limits();
        var today = LocalDate.now(clock);
        var missed = appointments.missed(person.id(), hall.code(), today.minusDays(limits.missedDays()), today);
        if (missed >= limits.mostMissed()) {
            return new BookOutcome.MissedTooMany(missed, limits.missedDays());
        }
        var given = instead != null
                        && appointments
                                .find(instead)
                                .filter(one -> one.account().equals(person.id())
                                        && one.hall().equals(hall.code())
                                        && one.state() == Appointment.State.BOOKED
                                        && !one.day().isBefore(today))
                                .isPresent()
                ? 1
                : 0;
        return appointments.open(person.id(), hall.code(), today) - given >= limits.mostOpen()
                ? new BookOutcome.TooMany(limits.mostOpen())
                : null;
    }

    private BookOutcome bookNow(Wish wish, @Nullable String instead, CurrentUser person) {
        if (instead != null) {
            cancel(instead, person);
        }
        var code = newCode();
        appointments.insert(code, wish, person.id(), clock.instant());
        log("appointments.book", code, person);
        return new BookOutcome.Booked(appointments.find(code).orElseThrow());
    }

    private static String newCode() {
        var code = new StringBuilder();
        RANDOM.ints(CODE_LENGTH, 0, SIGNS.length()).forEach(at -> code.append(SIGNS.charAt(at)));
        return code.toString();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Appointment> mine(CurrentUser person) {
        return appointments.of(person.id());
    }

    @Override
    @Transactional
    public boolean cancel(String code, CurrentUser person) {
        var canceled = appointments.cancel(code, person.id(), LocalDate.now(clock));
        if (canceled) {
            log("appointments.cancel", code, person);
        }
        return canceled;
    }

    private void log(String event, String code, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), event, "appointment", code));
    }
}
