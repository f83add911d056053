package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Suspension;

/** Suspensions of a case in the words of its pages. */
@Component
class SuspensionWords {

    private final CaseSuspensions suspensions;
    private final Texts texts;

    SuspensionWords(CaseSuspensions suspensions, Texts texts) {
        this.suspensions = suspensions;
        this.texts = texts;
    }

    List<CasePage.Event> events(CaseView view, Locale locale) {
        return view.suspensions().stream().map(one -> event(one, locale)).toList();
    }

    private CasePage.Event event(Suspension one, Locale locale) {
        var ended = one.endedOn();
        return new CasePage.Event(
                texts.say(locale, "window.suspension.what", suspensions.title(one, locale)),
                ended == null ? "supplement" : "done",
                texts.say(locale, ended == null ? "window.suspension.lasts" : "window.suspension.over"),
                days(one, locale),
                one.reason(),
                ended == null ? "" : outcome(one, locale));
    }

    private String outcome(Suspension one, Locale locale) {
        var outcome = one.outcome();
        return outcome == null ? texts.say(locale, "window.pause.cut-short") : outcome;
    }

    private String days(Suspension one, Locale locale) {
        var ended = one.endedOn();
        if (ended != null) {
            return texts.say(locale, "window.pause.ended", date(one.startedOn(), locale), date(ended, locale));
        }
        var resumeOn = one.resumeOn();
        return resumeOn == null
                ? texts.say(locale, "window.suspension.since", date(one.startedOn(), locale), one.startedBy())
                : texts.say(
                        locale,
                        "window.suspension.until",
                        date(one.startedOn(), locale),
                        one.startedBy(),
                        date(resumeOn, locale));
    }

    List<SuspensionPage.Ground> grounds(Locale locale) {
        return suspensions.grounds().stream()
                .map(one -> new SuspensionPage.Ground(
                        one.code(),
                        one.title(locale),
                        one.law(),
                        one.checked() ? one.source() : texts.say(locale, "window.suspension.unchecked", one.source())))
                .toList();
    }

    /** The way to the page about it, for whoever can do something there. */
    List<CasePage.Option> links(CaseView view, CurrentUser user, Locale locale) {
        var state = view.file().state();
        var open = state == CaseState.ACCEPTED || state == CaseState.SUSPENDED;
        return open && suspensions.may(view.file(), user)
                ? List.of(new CasePage.Option(
                        "/staff/cases/" + view.file().number() + "/suspension",
                        texts.say(locale, "window.suspension.link." + state)))
                : List.of();
    }

    private static String date(LocalDate day, Locale locale) {
        return WrittenDates.date(day, day, locale);
    }
}
