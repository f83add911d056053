package org.zhengtong.app.hall.web.progress;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.TaskState;

/** Taking an application back: a page of its own, since it cannot be undone. */
@Controller
@RequestMapping("/cases/{number}/withdrawal")
class WithdrawalController {

    private static final int LONGEST = 500;

    private final CaseReading reading;
    private final Cases cases;
    private final Texts texts;

    WithdrawalController(CaseReading reading, Cases cases, Texts texts) {
        this.reading = reading;
        this.cases = cases;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, CurrentUser user) {
        var view = reading.openMine(CaseNumbers.require(number), user);
        return view.file().state().mayWithdraw()
                ? new ModelAndView("hall/withdrawal", "page", page(view, "", List.of()))
                : new ModelAndView("redirect:/cases/" + view.file().number().value());
    }

    @PostMapping
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            CurrentUser user,
            Locale locale) {
        var view = reading.openMine(CaseNumbers.require(number), user);
        if (reason.length() > LONGEST) {
            var fault = new FieldFault("reason", texts.say(locale, "hall.withdrawal.reason.long", LONGEST));
            return again(page(view, reason, List.of(fault)));
        }
        return switch (cases.withdraw(view.file().number(), reason, user)) {
            case CaseOutcome.Done _ -> back(view);
            case CaseOutcome.NotPossible _ -> back(view);
            case CaseOutcome refused -> throw new IllegalStateException("A withdrawal cannot come to " + refused);
        };
    }

    private static ModelAndView back(CaseView view) {
        return new ModelAndView("redirect:/cases/" + view.file().number().value());
    }

    private static ModelAndView again(WithdrawalPage page) {
        var view = new ModelAndView("hall/withdrawal", "page", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static WithdrawalPage page(CaseView view, String reason, List<FieldFault> faults) {
        var done = view.lanes().stream()
                .filter(lane -> lane.state() == TaskState.DONE)
                .map(CaseView.Lane::departmentName)
                .toList();
        return new WithdrawalPage(view.file(), done, reason, faults);
    }
}
