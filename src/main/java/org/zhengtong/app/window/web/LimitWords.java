package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.SpecialProcedure;

/** Special procedures and extensions in the words of the case page, and what can be done about them. */
@Component
class LimitWords {

    private final Texts texts;
    private final DueDateWords dueDates;
    private final Permissions permissions;

    LimitWords(Texts texts, DueDateWords dueDates, Permissions permissions) {
        this.texts = texts;
        this.dueDates = dueDates;
        this.permissions = permissions;
    }

    /** The special procedure a lane waits for. */
    Optional<SpecialProcedure> running(CaseView view, CaseView.Lane lane) {
        var task = lane.task();
        return view.specialProcedures().stream()
                .filter(one -> one.running() && task != null && one.task() == task.serial())
                .findFirst();
    }

    /** “听证，3月2日开始，预计 3月6日结束”. */
    String paused(SpecialProcedure running, Locale locale) {
        return texts.say(
                locale,
                "window.pause.running",
                kind(running, locale),
                date(running.startedOn(), locale),
                date(running.expectedOn(), locale));
    }

    String kind(SpecialProcedure one, Locale locale) {
        return texts.say(locale, "casework.special-procedure." + one.kind());
    }

    CasePage.Limits of(CaseView view, CaseView.Lane lane, Locale locale) {
        var procedures = running(view, lane).isPresent()
                ? List.<CasePage.Option>of()
                : Stream.of(SpecialProcedure.Kind.values())
                        .map(kind -> new CasePage.Option(
                                kind.name(), texts.say(locale, "casework.special-procedure." + kind)))
                        .toList();
        return new CasePage.Limits(procedures, longer(view, lane, locale));
    }

    private List<CasePage.Option> longer(CaseView view, CaseView.Lane lane, Locale locale) {
        var options = new ArrayList<CasePage.Option>();
        var step = lane.clock() == null ? null : lane.clock().more();
        if (step != null) {
            options.add(option("step", lane.title(), step, locale));
        }
        var main = view.mainClock();
        if (lane.lead() && main != null && ClockView.JOINT.equals(main.step()) && main.more() != null) {
            options.add(option("joint", texts.say(locale, "window.clock.joint"), main.more(), locale));
        }
        return options;
    }

    private CasePage.Option option(String value, String title, Procedure.MoreTime more, Locale locale) {
        return new CasePage.Option(
                value,
                texts.say(locale, "window.extension.option", title, dueDates.limit(more.by(), locale), more.law()));
    }

    /** What was done about the limits, as it came. */
    List<CasePage.Event> events(CaseView view, Locale locale) {
        return Stream.concat(
                        view.specialProcedures().stream().map(one -> event(one, locale)),
                        view.extensions().stream().map(one -> event(one, locale)))
                .toList();
    }

    private CasePage.Event event(SpecialProcedure one, Locale locale) {
        var ended = one.endedOn();
        var days = ended == null
                ? texts.say(
                        locale, "window.pause.expected", date(one.startedOn(), locale), date(one.expectedOn(), locale))
                : texts.say(locale, "window.pause.ended", date(one.startedOn(), locale), date(ended, locale));
        var result = one.result();
        var outcome = ended == null
                ? ""
                : result == null
                        ? texts.say(locale, "window.pause.cut-short")
                        : result
                                + (one.opinion() == null || one.opinion().isEmpty()
                                        ? ""
                                        : texts.say(locale, "window.pause.opinion", one.opinion()));
        return new CasePage.Event(
                texts.say(locale, "window.pause.what", kind(one, locale), one.stepTitle()),
                ended == null ? "supplement" : "done",
                texts.say(locale, ended == null ? "window.pause.state.running" : "window.pause.state.ended"),
                days,
                one.reason(),
                outcome);
    }

    private CasePage.Event event(Extension one, Locale locale) {
        var statusClass = switch (one.state()) {
            case ASKED -> "soon";
            case APPROVED -> "done";
            case REFUSED -> "draft";
        };
        var decidedBy = one.decidedName();
        return new CasePage.Event(
                what(one, locale),
                statusClass,
                texts.say(locale, "window.extension.state." + one.state()),
                decidedBy == null
                        ? texts.say(locale, "window.extension.asked-by", one.askedName())
                        : texts.say(locale, "window.extension.decided-by", one.askedName(), decidedBy),
                one.reason(),
                one.answer() == null ? "" : one.answer());
    }

    private String what(Extension one, Locale locale) {
        return texts.say(
                locale,
                "window.extension.what",
                title(one.step(), one.stepTitle(), locale),
                dueDates.limit(one.by(), locale));
    }

    /** The step's title, or the words for the limit of the whole case. */
    String title(String step, String title, Locale locale) {
        return step.equals(ClockView.JOINT) ? texts.say(locale, "window.clock.joint") : title;
    }

    /** Requests that wait, with who can answer them. */
    List<CasePage.Request> requests(CaseView view, CurrentUser user, Locale locale) {
        return view.extensions().stream()
                .filter(one -> one.state() == Extension.State.ASKED && runs(view, one))
                .map(one -> request(one, user, locale))
                .toList();
    }

    private static boolean runs(CaseView view, Extension one) {
        return view.clocks().stream().anyMatch(each -> each.step().equals(one.step()) && each.endedAt() == null);
    }

    private CasePage.Request request(Extension one, CurrentUser user, Locale locale) {
        var own = one.askedBy() == user.id().value();
        var may = permissions.may(user, CaseLimits.APPROVE, one.department());
        return new CasePage.Request(
                one.serial(),
                what(one, locale),
                one.reason(),
                texts.say(locale, "window.extension.asked-by", one.askedName()),
                may && !own,
                texts.say(locale, own && may ? "window.extension.own" : "window.extension.waits"));
    }

    private static String date(LocalDate day, Locale locale) {
        return WrittenDates.date(day, day, locale);
    }
}
