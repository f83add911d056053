package org.zhengtong.service.appointments.web;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.appointments.Appointments;
import org.zhengtong.service.appointments.AppointmentsProblem;
import org.zhengtong.service.appointments.BookOutcome;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;

/** People choose a hall, a business and a time, move it and give it up. */
@Controller
class AppointmentsController implements PublicPaths {

    private static final String CODE = "[A-Z0-9]{8}";

    private final Appointments appointments;

    AppointmentsController(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Free times may be looked at without an account; booking needs one. */
    @Override
    public List<String> pages() {
        return List.of("/appointments", "/appointments/{hall}/{business}", "/halls/{hall}/calls");
    }

    @GetMapping("/appointments")
    String halls(Model model) {
        model.addAttribute("halls", appointments.halls());
        return "appointments/halls";
    }

    @GetMapping("/appointments/{hall}/{business}")
    ModelAndView times(
            @PathVariable String hall,
            @PathVariable String business,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String instead) {
        return new ModelAndView("appointments/times", "page", page(new Chosen(hall, business, day, instead), "", 0, 0));
    }

    /** What stands in the address and the form. */
    private record Chosen(String hall, String business, String day, String instead) {}

    private TimesPage page(Chosen chosen, String faultKey, int first, int second) {
        var hall = appointments.requireHall(chosen.hall());
        var business = require(hall, chosen.business());
        var days = appointments.days(hall);
        var day = TypedDay.of(chosen.day()).filter(days::contains).orElse(days.isEmpty() ? null : days.getFirst());
        return new TimesPage(
                hall,
                business,
                days,
                day,
                day == null ? List.of() : appointments.slots(hall, business, day),
                chosen.instead().matches(CODE) ? chosen.instead() : "",
                new TimesPage.Fault(faultKey, first, second));
    }

    private static Business require(Hall hall, String code) {
        return hall.business(code).orElseThrow(() -> new ProblemException(AppointmentsProblem.HALL_NOT_FOUND));
    }

    @PostMapping("/appointments/{hall}/{business}")
    ModelAndView book(
            @PathVariable String hall,
            @PathVariable String business,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String instead,
            CurrentUser user) {
        var parts = time.split("T", 2);
        var chosen = new Chosen(hall, business, parts[0], instead);
        var starts = parts.length == 2 ? time(parts[1]) : Optional.<LocalTime>empty();
        var day = TypedDay.of(parts[0]);
        if (starts.isEmpty() || day.isEmpty()) {
            return refused(chosen, "NotChosen", 0, 0);
        }
        var wish = new Appointments.Wish(hall, business, day.get(), starts.get());
        return switch (appointments.book(wish, instead.matches(CODE) ? instead : null, user)) {
            case BookOutcome.Booked _ -> new ModelAndView("redirect:/my/appointments");
            case BookOutcome.Full _ -> refused(chosen, "Full", 0, 0);
            case BookOutcome.NotOffered _ -> refused(chosen, "NotOffered", 0, 0);
            case BookOutcome.TooMany(var most) -> refused(chosen, "TooMany", most, 0);
            case BookOutcome.MissedTooMany(var missed, var days) -> refused(chosen, "MissedTooMany", missed, days);
        };
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private ModelAndView refused(Chosen chosen, String fault, int first, int second) {
        var view = new ModelAndView(
                "appointments/times", "page", page(chosen, "appointments.fault." + fault, first, second));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    @GetMapping("/my/appointments")
    String mine(CurrentUser user, Model model) {
        model.addAttribute("page", new MyAppointmentsPage(appointments.halls(), appointments.mine(user)));
        return "appointments/mine";
    }

    @PostMapping("/my/appointments/{code}/cancellation")
    String cancel(@PathVariable String code, CurrentUser user) {
        appointments.cancel(code, user);
        return "redirect:/my/appointments";
    }
}
