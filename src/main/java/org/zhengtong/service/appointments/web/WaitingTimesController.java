package org.zhengtong.service.appointments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.appointments.Appointments;
import org.zhengtong.service.appointments.Queue;

/** How long people waited. */
@Controller
class WaitingTimesController {

    private static final String TIMES = "/staff/queue/{hall}/waiting-times";
    private static final int USUAL_DAYS = 30;

    private final Appointments appointments;
    private final Queue queue;
    private final Texts texts;
    private final Clock clock;

    WaitingTimesController(Appointments appointments, Queue queue, Texts texts, Clock clock) {
        this.appointments = appointments;
        this.queue = queue;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(TIMES)
    String show(
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            CurrentUser user,
            Model model) {
        model.addAttribute("page", page(hall, from, until, user));
        return "appointments/waiting_times";
    }

    private WaitingTimesPage page(String code, String from, String until, CurrentUser user) {
        var hall = appointments.requireHall(code);
        var today = LocalDate.now(clock);
        var first = TypedDay.of(from).orElse(today.minusDays(USUAL_DAYS));
        var last = TypedDay.of(until).orElse(today);
        return new WaitingTimesPage(hall, first, last, queue.waitingTimes(hall, first, last, user));
    }

    @GetMapping(TIMES + ".csv")
    void export(
            @PathVariable String hall,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        var page = page(hall, from, until, user);
        var locale = Locale.SIMPLIFIED_CHINESE;
        var heads = Stream.of("business", "tickets", "median", "p90")
                .map(column -> texts.say(locale, "appointments.column." + column))
                .toList();
        CsvExport.send(
                response,
                "waiting-times.csv",
                heads,
                page.waiting().stream()
                        .map(one -> List.of(
                                page.business(one),
                                String.valueOf(one.tickets()),
                                String.valueOf(WaitingTimesPage.minutes(one.median())),
                                String.valueOf(WaitingTimesPage.minutes(one.p90())))));
    }
}
