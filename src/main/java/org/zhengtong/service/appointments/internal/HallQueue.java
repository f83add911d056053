package org.zhengtong.service.appointments.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.appointments.Appointment;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Queue;
import org.zhengtong.service.appointments.Ticket;

/** The front door of the queue. */
@Service
class HallQueue implements Queue {

    static final String SERVE = "appointments.serve_counter";

    private static final Duration EARLIEST = Duration.ofMinutes(30);

    private final TicketStore tickets;
    private final AppointmentStore appointments;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    HallQueue(
            TicketStore tickets, AppointmentStore appointments, Permissions permissions, AuditLog audit, Clock clock) {
        this.tickets = tickets;
        this.appointments = appointments;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Ticket> arrive(Hall hall, String code, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        appointments.lockHall(hall.code());
        var found = appointments.find(code).filter(this::due).flatMap(one -> hall.business(one.business()));
        if (found.isEmpty() || !appointments.arrive(code, hall.code(), today())) {
            return Optional.empty();
        }
        var ticket = tickets.insert(hall.code(), found.get(), today(), code, clock.instant());
        log("appointments.arrive", ticket, staff);
        return Optional.of(ticket);
    }

    /** Who comes hours too early would be called before those whose time it is. */
    private boolean due(Appointment one) {
        var now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        return !now.isBefore(one.day().atTime(one.starts()).minus(EARLIEST));
    }

    @Override
    @Transactional
    public Ticket walkIn(Hall hall, Business business, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        appointments.lockHall(hall.code());
        var ticket = tickets.insert(hall.code(), business, today(), null, clock.instant());
        log("appointments.take_ticket", ticket, staff);
        return ticket;
    }

    @Override
    @Transactional
    public Optional<Ticket> next(Hall hall, String counter, @Nullable Business only, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        var ticket = tickets.callNext(
                hall.code(),
                only == null ? null : only.code(),
                counter,
                new TicketStore.Moment(today(), clock.instant()));
        ticket.ifPresent(called -> log("appointments.call", called, staff));
        return ticket;
    }

    @Override
    @Transactional
    public boolean act(Hall hall, long ticket, Act act, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        var done = switch (act) {
            case RECALL -> tickets.recall(ticket, hall.code());
            case SKIP -> tickets.end(ticket, hall.code(), Ticket.State.SKIPPED, clock.instant());
            case DONE -> tickets.end(ticket, hall.code(), Ticket.State.DONE, clock.instant());
        };
        if (done) {
            log(
                    switch (act) {
                        case RECALL -> "appointments.call_again";
                        case SKIP -> "appointments.skip";
                        case DONE -> "appointments.serve";
                    },
                    tickets.find(ticket).orElseThrow(),
                    staff);
        }
        return done;
    }

    @Override
    @Transactional
    public boolean transfer(Hall hall, long ticket, Business business, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        var moved = tickets.transfer(ticket, hall.code(), business.code());
        if (moved) {
            log("appointments.transfer", tickets.find(ticket).orElseThrow(), staff);
        }
        return moved;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ticket> waiting(Hall hall) {
        return tickets.waiting(hall.code(), today());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ticket> called(Hall hall) {
        return tickets.called(hall.code(), today());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waitingTimes(Hall hall, LocalDate from, LocalDate to, CurrentUser staff) {
        permissions.require(staff, SERVE, hall.department());
        return tickets.waitingTimes(hall.code(), from, to);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void log(String event, Ticket ticket, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), event, "ticket", String.valueOf(ticket.id()))
                .with("number", ticket.number())
                .with("counter", ticket.counter()));
    }
}
