package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimitKind;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Procedures;

/** Makes the page of one case out of what the case engine tells. */
@Component
class CasePages {

    private final CaseReading reading;
    private final Procedures procedures;
    private final Forms forms;
    private final CasePanels panels;
    private final CaseWords words;
    private final DueDateWords dueDates;
    private final LimitWords limits;

    CasePages(
            CaseReading reading,
            Procedures procedures,
            Forms forms,
            CasePanels panels,
            CaseWords words,
            DueDateWords dueDates,
            LimitWords limits) {
        this.reading = reading;
        this.procedures = procedures;
        this.forms = forms;
        this.panels = panels;
        this.words = words;
        this.dueDates = dueDates;
        this.limits = limits;
    }

    /** The page with what was typed and what was wrong with it; both empty on a first visit. */
    CasePage page(
            CaseNumber number, CurrentUser user, Locale locale, CaseForm typed, List<FieldFault> errors, String saved) {
        var view = reading.open(number, user);
        var main = view.mainClock();
        var form = procedures.form(view.formKey(), view.formVersion());
        var answers = forms.answers(form, view.answers(), new AnswersView.Wish(locale, true, Set.of()));
        return new CasePage(
                view,
                number.value(),
                view.file().applicant().name(),
                words.statusClass(view),
                words.status(view, locale),
                words.step(view, locale),
                view.clocks().stream()
                        .filter(each -> !(ClockView.INTAKE.equals(each.step()) && each.endedAt() != null))
                        .map(each -> words.clock(each, view.extensions(), locale))
                        .toList(),
                main == null ? "" : explanation(main, locale),
                main == null ? List.of() : ruler(main, locale),
                answers,
                view.lanes().stream()
                        .map(lane -> words.lane(lane, limits.running(view, lane), locale))
                        .toList(),
                view.timeline().stream()
                        .map(each -> words.happening(each, locale))
                        .toList(),
                Stream.concat(limits.events(view, locale).stream(), panels.suspensions(view, locale).stream())
                        .toList(),
                limits.requests(view, user, locale),
                panels.consulted(view, locale),
                panels.answering(view, user, locale),
                panels.moving(view, user, locale),
                panels.added(view, user, locale),
                panels.links(view, user, locale),
                panels.visits(view, user, locale),
                panels.checking(view, user),
                panels.panel(view, answers, user, locale, typed),
                typed,
                errors,
                saved);
    }

    private String explanation(ClockView main, Locale locale) {
        var nearer = main.nearer();
        var kind = nearer.equals(main.committed()) ? TimeLimitKind.COMMITTED : TimeLimitKind.STATUTORY;
        return dueDates.explain(nearer.explanation(), event(main), kind, locale);
    }

    private List<RulerDay> ruler(ClockView main, Locale locale) {
        return dueDates.ruler(main.nearer().explanation(), event(main), locale);
    }

    private static ClockEvent event(ClockView clock) {
        return ClockView.INTAKE.equals(clock.step()) ? ClockEvent.RECEIVED : ClockEvent.ACCEPTED;
    }

    Texts texts() {
        return words.texts();
    }
}
