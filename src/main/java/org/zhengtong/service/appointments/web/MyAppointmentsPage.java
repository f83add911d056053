package org.zhengtong.service.appointments.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.service.appointments.Appointment;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;

/** A person's appointments with the names of halls and businesses. */
public record MyAppointmentsPage(List<Hall> halls, List<Appointment> appointments) {

    public String hall(Appointment one) {
        return halls.stream()
                .filter(hall -> hall.code().equals(one.hall()))
                .map(Hall::name)
                .findFirst()
                .orElse(one.hall());
    }

    public String business(Appointment one) {
        return halls.stream()
                .filter(hall -> hall.code().equals(one.hall()))
                .flatMap(hall -> hall.business(one.business()).stream())
                .map(Business::name)
                .findFirst()
                .orElse(one.business());
    }

    /** One that is still booked after its day was missed. */
    public static String state(Appointment one, LocalDate today) {
        return one.state() == Appointment.State.BOOKED && one.day().isBefore(today)
                ? "MISSED"
                : one.state().name();
    }

    /** How the state is drawn. */
    public static String drawn(String state) {
        return switch (state) {
            case "BOOKED" -> "doing";
            case "ARRIVED" -> "done";
            case "MISSED" -> "overdue";
            default -> "draft";
        };
    }
}
