package org.zhengtong.service.fees.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.fees.Reconciliation;

/** Days compared with the bank, and the differences to work through. */
@Controller
class ReconciliationController {

    private static final String LIST = "/staff/reconciliation";
    private static final int DAYS = 14;
    private static final int SHOWN = 30;
    private static final int SHORTEST_NOTE = 10;
    private static final int LONGEST_NOTE = 500;

    private final Reconciliation reconciliation;
    private final Texts texts;
    private final Clock clock;

    ReconciliationController(Reconciliation reconciliation, Texts texts, Clock clock) {
        this.reconciliation = reconciliation;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView show(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String before,
            CurrentUser user) {
        return new ModelAndView("fees/reconciliation", "page", page(!show.equals("settled"), before, user, List.of()));
    }

    private ReconciliationPage page(boolean open, String before, CurrentUser user, List<FieldFault> faults) {
        var from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
        var found = reconciliation.differences(open, from, SHOWN + 1, user);
        var shown = found.stream().limit(SHOWN).toList();
        var tomorrow = LocalDate.now(clock).plusDays(1);
        return new ReconciliationPage(
                reconciliation.days(tomorrow, DAYS, user),
                shown,
                open,
                found.size() > SHOWN
                        ? LIST + "?show=" + (open ? "" : "settled") + "&before="
                                + shown.getLast().id()
                        : null,
                tomorrow.minusDays(2).toString(),
                faults);
    }

    @PostMapping(LIST)
    ModelAndView run(@RequestParam(defaultValue = "") String day, CurrentUser user, Locale locale) {
        var asked = new DeskRequest(user, texts, locale);
        var typed = TypedDay.of(day);
        if (typed.isEmpty()) {
            return refused(user, asked.fault("day", "fees.run.NO_DAY"));
        }
        var outcome = reconciliation.run(typed.get(), user);
        return outcome == Reconciliation.RunOutcome.DONE
                ? new ModelAndView("redirect:" + LIST)
                : refused(user, asked.fault("day", "fees.run." + outcome));
    }

    @PostMapping(LIST + "/{difference}/settlement")
    ModelAndView settle(
            @PathVariable long difference,
            @RequestParam(defaultValue = "") String note,
            CurrentUser user,
            Locale locale) {
        var length = note.strip().length();
        if (length < SHORTEST_NOTE || length > LONGEST_NOTE) {
            var asked = new DeskRequest(user, texts, locale);
            return refused(user, asked.fault("note-" + difference, "fees.fault.note", SHORTEST_NOTE, LONGEST_NOTE));
        }
        reconciliation.settle(difference, note, user);
        return new ModelAndView("redirect:" + LIST);
    }

    private ModelAndView refused(CurrentUser user, FieldFault fault) {
        var view = new ModelAndView("fees/reconciliation", "page", page(true, "", user, List.of(fault)));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
