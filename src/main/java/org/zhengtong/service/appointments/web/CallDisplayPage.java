package org.zhengtong.service.appointments.web;

import java.util.List;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Ticket;

/** Called numbers, the latest first, and how many wait. */
public record CallDisplayPage(Hall hall, List<Ticket> called, int waiting) {}
