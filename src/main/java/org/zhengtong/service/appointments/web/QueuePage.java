package org.zhengtong.service.appointments.web;

import java.util.List;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Ticket;

/** The queue as a counter sees it; {@code fault} is the key of what was refused, "" when nothing was. */
public record QueuePage(Hall hall, CounterForm form, List<Ticket> waiting, List<Ticket> called, String fault) {

    public String business(Ticket ticket) {
        return hall.business(ticket.business()).map(Business::name).orElse(ticket.business());
    }

    public String address() {
        return "/staff/queue/" + hall.code();
    }
}
