package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.casework.CaseLimits;

/** Requests for more time that wait for this head's answer (延长审批). */
@Controller
class ExtensionsController {

    private static final int PAGE_SIZE = 50;

    private final CaseLimits limits;
    private final LimitWords words;
    private final DueDateWords dueDates;
    private final Texts texts;
    private final Clock clock;

    ExtensionsController(CaseLimits limits, LimitWords words, DueDateWords dueDates, Texts texts, Clock clock) {
        this.limits = limits;
        this.words = words;
        this.dueDates = dueDates;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/staff/extensions")
    String list(@RequestParam(defaultValue = "") String after, CurrentUser user, Locale locale, Model model) {
        var found = limits.waiting(CaseLimits.Cursor.parse(after), PAGE_SIZE + 1, user);
        var shown = found.size() > PAGE_SIZE ? found.subList(0, PAGE_SIZE) : found;
        model.addAttribute(
                "page",
                new ExtensionsPage(
                        shown.stream().map(one -> row(one, locale)).toList(),
                        limits.countWaiting(user),
                        after.isEmpty() ? null : "/staff/extensions",
                        found.size() > PAGE_SIZE
                                ? "/staff/extensions?after="
                                        + shown.getLast().cursor().text()
                                : null));
        return "window/extensions";
    }

    private ExtensionsPage.Row row(CaseLimits.Waiting one, Locale locale) {
        var dueOn = one.dueOn();
        return new ExtensionsPage.Row(
                one.applicant(),
                "/staff/cases/" + one.number().value() + "#extensions",
                one.itemName(),
                words.title(one.step(), one.title(), locale),
                dueDates.limit(one.by(), locale),
                one.reason(),
                one.askedName(),
                WrittenDates.time(one.askedAt().atZone(clock.getZone()), LocalDate.now(clock), locale),
                dueOn == null
                        ? texts.say(locale, "window.status.STOPPED")
                        : WrittenDates.date(dueOn, LocalDate.now(clock), locale),
                one.number().value());
    }
}
