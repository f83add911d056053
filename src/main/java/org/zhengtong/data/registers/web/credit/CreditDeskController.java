package org.zhengtong.data.registers.web.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import org.zhengtong.data.registers.internal.credit.CreditPublicity;
import org.zhengtong.data.registers.internal.credit.CreditRequests;

/** Requests about published entries, for those who answer them; how timely authorities publish. */
@Controller
@RequestMapping("/staff/credit")
class CreditDeskController {

    private static final int LONGEST_ANSWER = 1_000;

    private final CreditPublicity publicity;
    private final CreditRequests requests;
    private final Texts texts;
    private final Clock clock;

    CreditDeskController(CreditPublicity publicity, CreditRequests requests, Texts texts, Clock clock) {
        this.publicity = publicity;
        this.requests = requests;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user) {
        return page(answered, user, null, List.of(), done.equals("answered") || done.equals("before") ? done : "");
    }

    private ModelAndView page(
            boolean answered,
            CurrentUser user,
            CreditPages.@Nullable Typed typed,
            List<FieldFault> errors,
            String done) {
        var model = new ModelAndView("registers/credit_desk");
        model.addObject(
                "page",
                new CreditPages.DeskPage(
                        requests.list(answered, user),
                        answered,
                        publicity.timeliness(),
                        LocalDate.now(clock),
                        typed,
                        errors,
                        done));
        if (!errors.isEmpty()) {
            model.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return model;
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String answer,
            CurrentUser user,
            Locale locale) {
        if (!verdict.equals("grant") && !verdict.equals("refuse")
                || answer.isBlank()
                || answer.length() > LONGEST_ANSWER) {
            var fault = new FieldFault("answer-" + id, texts.say(locale, "registers.credit.answer.missing"));
            return page(false, user, new CreditPages.Typed(id, answer), List.of(fault), "");
        }
        var answered = requests.answer(id, verdict.equals("grant"), answer.strip(), user);
        return new ModelAndView("redirect:/staff/credit?done=" + (answered ? "answered" : "before"));
    }
}
