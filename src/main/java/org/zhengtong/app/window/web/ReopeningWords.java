package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Reopening;

/** Decisions that reopen a case in the words of its pages. */
@Component
class ReopeningWords {

    private final CaseReopenings reopenings;
    private final CaseWords words;
    private final Texts texts;

    ReopeningWords(CaseReopenings reopenings, CaseWords words, Texts texts) {
        this.reopenings = reopenings;
        this.words = words;
        this.texts = texts;
    }

    List<CasePage.Event> events(CaseView view, Locale locale) {
        return view.reopenings().stream().map(one -> event(one, locale)).toList();
    }

    CasePage.Event event(Reopening one, Locale locale) {
        var status = switch (one.state()) {
            case ASKED -> "supplement";
            case CONFIRMED -> "done";
            case REFUSED -> "overdue";
        };
        var answer = one.answer();
        return new CasePage.Event(
                texts.say(
                        locale,
                        "window.reopening.what",
                        texts.say(locale, "casework.reopening." + one.kind()),
                        one.body(),
                        one.document(),
                        date(one.datedOn(), locale)),
                status,
                texts.say(locale, "window.reopening.state." + one.state()),
                days(one, locale),
                one.reason(),
                answer == null ? "" : answer);
    }

    private String days(Reopening one, Locale locale) {
        var decidedAt = one.decidedAt();
        return decidedAt == null
                ? texts.say(locale, "window.reopening.asked", one.askedName(), words.time(one.askedAt(), locale))
                : texts.say(
                        locale,
                        "window.reopening.answered",
                        one.askedName(),
                        words.time(one.askedAt(), locale),
                        String.valueOf(one.decidedName()),
                        words.time(decidedAt, locale));
    }

    List<ReopeningPage.Line> lines(CaseView view, CurrentUser user, Locale locale, boolean asked) {
        var may = reopenings.mayConfirm(view.file(), user);
        return view.reopenings().stream()
                .filter(one -> asked == (one.state() == Reopening.State.ASKED))
                .map(one -> new ReopeningPage.Line(one, event(one, locale), may && asked && !own(one, user)))
                .toList();
    }

    private static boolean own(Reopening one, CurrentUser user) {
        var by = one.askedBy();
        return by != null && by == user.id().value();
    }

    List<ReopeningPage.Place> places(CaseNumber number, CurrentUser user, Locale locale) {
        return reopenings.places(number, user).stream()
                .map(one -> new ReopeningPage.Place(
                        one.step(),
                        texts.say(
                                locale,
                                "window.reopening.place." + (one.granted() ? "granted" : "denied"),
                                one.department(),
                                one.title())))
                .toList();
    }

    /** Whether the case has come to an end that can be revoked. */
    static boolean ended(CaseState state) {
        return state == CaseState.GRANTED
                || state == CaseState.DELIVERED
                || state == CaseState.DENIED
                || state == CaseState.REFUSED;
    }

    /** The way to the page about it, for whoever can do something there. */
    Stream<CasePage.Option> links(CaseView view, CurrentUser user, Locale locale) {
        var waiting = view.reopenings().stream().anyMatch(one -> one.state() == Reopening.State.ASKED);
        var may = waiting ? reopenings.mayConfirm(view.file(), user) : reopenings.mayRegister(view.file(), user);
        return ended(view.file().state()) && may
                ? Stream.of(new CasePage.Option(
                        "/staff/cases/" + view.file().number() + "/reopening",
                        texts.say(locale, waiting ? "window.reopening.link.confirm" : "window.reopening.link")))
                : Stream.of();
    }

    private static String date(LocalDate day, Locale locale) {
        return WrittenDates.date(day, day, locale);
    }
}
