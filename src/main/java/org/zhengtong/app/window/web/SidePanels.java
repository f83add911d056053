package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseView.EventKind;

/** What a member of staff can do beside the step that is his turn: answer other departments, send the case back, add a step. */
@Component
class SidePanels {

    private final AnswerPanels answers;
    private final CaseSteps steps;
    private final CaseWords words;
    private final Texts texts;
    private final SuspensionWords suspensions;
    private final VisitWords visits;
    private final ReopeningWords reopenings;

    SidePanels(
            AnswerPanels answers,
            CaseSteps steps,
            CaseWords words,
            Texts texts,
            SuspensionWords suspensions,
            VisitWords visits,
            ReopeningWords reopenings) {
        this.answers = answers;
        this.steps = steps;
        this.words = words;
        this.texts = texts;
        this.suspensions = suspensions;
        this.visits = visits;
        this.reopenings = reopenings;
    }

    List<CasePage.Answering> answering(CaseView view, CurrentUser user, Locale locale) {
        return answers.of(view, user, locale);
    }

    /** Suspensions of the whole case, and decisions that reopened it. */
    List<CasePage.Event> suspensions(CaseView view, Locale locale) {
        return Stream.concat(reopenings.events(view, locale).stream(), suspensions.events(view, locale).stream())
                .toList();
    }

    /** Visits of the place, to be read. */
    List<VisitsPage.Visit> visits(CaseView view, CurrentUser user, Locale locale) {
        return visits.visits(view, false, user, locale);
    }

    /** Ways to pages of their own, for whoever can do something there. */
    List<CasePage.Option> links(CaseView view, CurrentUser user, Locale locale) {
        return Stream.of(
                        visits.links(view, user, locale).stream(),
                        suspensions.links(view, user, locale).stream(),
                        reopenings.links(view, user, locale))
                .flatMap(each -> each)
                .toList();
    }

    List<CasePage.Moving> moving(CaseView view, CurrentUser user, Locale locale) {
        return steps.movable(view.file().number(), user).stream()
                .map(one -> new CasePage.Moving(
                        one.task().text(),
                        one.task().serial(),
                        texts.say(locale, "window.return.from", one.department(), one.title()),
                        one.places().stream()
                                .map(place -> new CasePage.Option(
                                        place.step(),
                                        texts.say(locale, "window.return.place", place.department(), place.title())))
                                .toList(),
                        one.departments().stream()
                                .map(doer -> new CasePage.Option(doer.id().value(), doer.name()))
                                .toList()))
                .toList();
    }

    List<CasePage.Option> added(CaseView view, CurrentUser user, Locale locale) {
        return steps.added(view.file().number(), user).stream()
                .map(one -> new CasePage.Option(
                        String.valueOf(one.serial()),
                        texts.say(locale, "window.return.place", one.department(), one.title())))
                .toList();
    }

    /** Who sent the case back to this lane, or added it, and why; empty when nobody did. */
    String sentBack(CaseView view, CaseView.Lane lane, Locale locale) {
        return view.timeline().stream()
                .filter(each -> (each.kind() == EventKind.STEP_RETURNED || each.kind() == EventKind.STEP_ADDED)
                        && lane.step().equals(each.detail().get("step")))
                .filter(each -> each.at().equals(lane.openedAt()))
                .findFirst()
                .map(each -> texts.say(
                        locale,
                        each.kind() == EventKind.STEP_ADDED ? "window.add.came" : "window.return.came",
                        each.actorName() == null ? "" : each.actorName(),
                        words.time(each.at(), locale),
                        each.detail().getOrDefault("inner", "")))
                .orElse("");
    }
}
