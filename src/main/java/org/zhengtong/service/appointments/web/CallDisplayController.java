package org.zhengtong.service.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.service.appointments.Appointments;
import org.zhengtong.service.appointments.Queue;

/** The screen in the hall: who is called where. Numbers only; it is public. */
@Controller
class CallDisplayController {

    private static final String REFRESH_SECONDS = "5";
    private static final int SHOWN = 6;

    private final Appointments appointments;
    private final Queue queue;

    CallDisplayController(Appointments appointments, Queue queue) {
        this.appointments = appointments;
        this.queue = queue;
    }

    @GetMapping("/halls/{hall}/calls")
    String show(@PathVariable String hall, Model model, HttpServletResponse response) {
        var found = appointments.requireHall(hall);
        response.setHeader("Refresh", REFRESH_SECONDS);
        model.addAttribute(
                "page",
                new CallDisplayPage(
                        found,
                        queue.called(found).stream().limit(SHOWN).toList(),
                        queue.waiting(found).size()));
        return "appointments/calls";
    }
}
