package org.zhengtong.base.workdays.web;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Holidays of a year for everybody (节假日安排). */
@Controller
class PublicCalendarController {
    private final WorkingCalendar calendar;
    private final Clock clock;

    PublicCalendarController(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/workdays")
    String thisYear() {
        return "redirect:/workdays/" + LocalDate.now(clock).getYear();
    }

    @GetMapping("/workdays/{year:[0-9]{4}}")
    String year(@PathVariable int year, Model model) {
        model.addAttribute("page", YearPage.of(calendar, year, LocalDate.now(clock)));
        return "workdays/year";
    }
}
