package org.zhengtong.base.workdays.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.workdays.CalendarEditOutcome;
import org.zhengtong.base.workdays.CalendarEditOutcome.Changed;
import org.zhengtong.base.workdays.CalendarEditOutcome.NothingToChange;
import org.zhengtong.base.workdays.CalendarEditOutcome.Overtaken;
import org.zhengtong.base.workdays.CalendarEditing;
import org.zhengtong.base.workdays.WorkingCalendar;

/** The calendar for those who keep it: mark days, look at the changes, set them back. */
@Controller
@RequestMapping("/staff/workdays")
class CalendarController {
    static final String EDIT_CALENDAR = "workdays.edit_calendar";

    private final WorkingCalendar calendar;
    private final CalendarEditing editing;
    private final Permissions permissions;
    private final Clock clock;

    CalendarController(WorkingCalendar calendar, CalendarEditing editing, Permissions permissions, Clock clock) {
        this.calendar = calendar;
        this.editing = editing;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        permissions.require(user, EDIT_CALENDAR);
        int shown = year == null ? LocalDate.now(clock).getYear() : year;
        model.addAttribute("page", page(shown, MarkForm.empty(day), List.of(), doneKey(done)));
        return "workdays/calendar";
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "marked", "undone", "same", "overtaken" -> "workdays.done." + done;
            default -> "";
        };
    }

    @PostMapping("/marks")
    ModelAndView mark(@RequestParam int year, MarkForm form, CurrentUser user) {
        permissions.require(user, EDIT_CALENDAR);
        var faults = form.faults();
        if (!faults.isEmpty()) {
            var refused = new ModelAndView("workdays/calendar", HttpStatus.UNPROCESSABLE_CONTENT);
            refused.addObject("page", page(year, form, faults, ""));
            return refused;
        }
        var mark = form.toMark();
        return to(mark.firstOn().getYear(), editing.mark(mark, actor(user)), "marked");
    }

    @PostMapping("/edits/{id}/undoing")
    ModelAndView undo(@PathVariable long id, @RequestParam int year, CurrentUser user) {
        permissions.require(user, EDIT_CALENDAR);
        return to(year, editing.undo(id, actor(user)), "undone");
    }

    private static ModelAndView to(int year, CalendarEditOutcome outcome, String changed) {
        var done = switch (outcome) {
            case Changed changes -> changed;
            case NothingToChange nothing -> "same";
            case Overtaken overtaken -> "overtaken";
        };
        return new ModelAndView("redirect:/staff/workdays?year=" + year + "&done=" + done);
    }

    private CalendarPage page(int year, MarkForm form, List<MarkFault> faults, String doneKey) {
        var shown = YearPage.of(calendar, year, LocalDate.now(clock));
        return new CalendarPage(shown, form, faults, editing.editsOf(year), doneKey);
    }

    private static Actor actor(CurrentUser user) {
        return new Actor(Actor.Kind.STAFF, user.id().toString(), user.name());
    }
}
