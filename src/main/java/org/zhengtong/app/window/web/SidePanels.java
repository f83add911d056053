package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseView.EventKind;

/** What a member of staff can do beside the step that is his turn: answer other departments, send the case back. */
@Component
class SidePanels {

    private final AnswerPanels answers;
    private final CaseSteps steps;
    private final CaseWords words;
    private final Texts texts;

    SidePanels(AnswerPanels answers, CaseSteps steps, CaseWords words, Texts texts) {
        this.answers = answers;
        this.steps = steps;
        this.words = words;
        this.texts = texts;
    }

    List<CasePage.Answering> answering(CaseView view, CurrentUser user, Locale locale) {
        return answers.of(view, user, locale);
    }

    List<CasePage.Returning> returning(CaseView view, CurrentUser user, Locale locale) {
        return steps.returnable(view.file().number(), user).stream()
                .map(one -> new CasePage.Returning(
                        one.task().text(),
                        one.task().serial(),
                        texts.say(locale, "window.return.from", one.department(), one.title()),
                        one.places().stream()
                                .map(place -> new CasePage.Option(
                                        place.step(),
                                        texts.say(locale, "window.return.place", place.department(), place.title())))
                                .toList()))
                .toList();
    }

    /** Who sent the case back to this lane and why; empty when nobody did. */
    String sentBack(CaseView view, CaseView.Lane lane, Locale locale) {
        return view.timeline().stream()
                .filter(each -> each.kind() == EventKind.STEP_RETURNED
                        && lane.step().equals(each.detail().get("step")))
                .filter(each -> each.at().equals(lane.openedAt()))
                .findFirst()
                .map(each -> texts.say(
                        locale,
                        "window.return.came",
                        each.actorName() == null ? "" : each.actorName(),
                        words.time(each.at(), locale),
                        each.detail().getOrDefault("inner", "")))
                .orElse("");
    }
}
