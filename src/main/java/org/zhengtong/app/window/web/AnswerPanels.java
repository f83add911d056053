package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Inbox;
import org.zhengtong.service.casework.Opinion;

/** Open questions that this member of staff can answer, each with its form. */
@Component
class AnswerPanels {

    private final Permissions permissions;
    private final Colleagues colleagues;
    private final ConsultWords words;
    private final Inbox inbox;
    private final Texts texts;

    AnswerPanels(Permissions permissions, Colleagues colleagues, ConsultWords words, Inbox inbox, Texts texts) {
        this.permissions = permissions;
        this.colleagues = colleagues;
        this.words = words;
        this.inbox = inbox;
        this.texts = texts;
    }

    List<CasePage.Answering> of(CaseView view, CurrentUser user, Locale locale) {
        return view.opinions().stream()
                .filter(one -> one.open() && view.file().handledAt() == null)
                .filter(one -> permissions.may(user, Rights.DECIDE_CASE, one.department()))
                .filter(one -> one.signing() == null || signs(view, one, user))
                .map(one -> answering(view, one, user, locale))
                .toList();
    }

    /** Nobody signs what he asks to sign himself, nor for a colleague who was named. */
    private boolean signs(CaseView view, Opinion one, CurrentUser user) {
        var askedBy = one.askedBy();
        var holder = inbox.require(ConsultWords.task(view, one), user).holderName();
        return (askedBy == null || askedBy != user.id().value()) && (holder == null || holder.equals(user.name()));
    }

    private CasePage.Answering answering(CaseView view, Opinion one, CurrentUser user, Locale locale) {
        var task = ConsultWords.task(view, one);
        var held = inbox.require(task, user).holderName();
        var holder = held == null ? "" : held;
        var question = one.signing() == null;
        return new CasePage.Answering(
                task.text(),
                one.task(),
                texts.say(locale, question ? "window.consult.answer.title" : "window.sign.answer.title"),
                texts.say(locale, question ? "window.consult.answer.do" : "window.sign.answer.do"),
                words.asked(one, locale),
                one.question(),
                texts.say(locale, question ? "window.consult.words" : "window.sign.words"),
                words.stances(one, locale),
                holder,
                holder.equals(user.name()),
                colleagues.of(one.department(), user));
    }
}
