package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.TaskId;

/** Questions to other departments and their answers in the words of the case page. */
@Component
class ConsultWords {

    private final CaseConsultations consultations;
    private final Departments departments;
    private final SignWords signs;
    private final Texts texts;
    private final Clock clock;

    ConsultWords(CaseConsultations consultations, Departments departments, SignWords signs, Texts texts, Clock clock) {
        this.consultations = consultations;
        this.departments = departments;
        this.signs = signs;
        this.texts = texts;
        this.clock = clock;
    }

    /** All of the case, as they were asked. */
    List<CasePage.Consulted> consulted(CaseView view, Locale locale) {
        return view.opinions().stream().map(one -> consulted(view, one, locale)).toList();
    }

    private CasePage.Consulted consulted(CaseView view, Opinion one, Locale locale) {
        var runs = view.file().state() != CaseState.SUSPENDED;
        var late = runs && one.open() && LocalDate.now(clock).isAfter(one.dueOn());
        var stance = one.stance();
        var statusClass = stance == null
                ? (late ? "overdue" : one.open() ? "doing" : "draft")
                : switch (stance) {
                    case AGREE -> "done";
                    case CONDITIONS -> "soon";
                    case DISAGREE -> "overdue";
                    case NOT_CONCERNED -> "draft";
                };
        var status = stance == null
                ? texts.say(
                        locale,
                        (one.signing() == null ? "window.consult.state." : "window.sign.one.")
                                + (late ? "OVERDUE" : one.state()))
                : texts.say(locale, "casework.opinion.stance." + stance);
        var ended = one.endedAt();
        var asked = texts.say(
                locale, "window.consult.asked-by", name(one.asking()), one.askedName(), time(one.askedAt(), locale));
        var meta = ended == null
                ? texts.say(locale, "window.consult.awaited", asked, date(one.dueOn(), locale))
                : stance == null
                        ? asked
                        : texts.say(
                                locale,
                                "window.consult.answered",
                                asked,
                                String.valueOf(one.endedName()),
                                time(ended, locale));
        return new CasePage.Consulted(
                one.serial(),
                one.signing() == null
                        ? texts.say(locale, "window.consult.what", name(one.department()))
                        : texts.say(locale, "window.sign.what", signs.name(one)),
                statusClass,
                status,
                one.question(),
                one.words() == null ? "" : one.words(),
                meta);
    }

    /** What the holder of a lane sees beside his decision: which answers are missing, and whom he can ask. */
    CasePage.Consulting consulting(CaseView view, CaseView.Lane lane, CurrentUser user, Locale locale) {
        var task = Objects.requireNonNull(lane.task());
        var own = view.opinions().stream()
                .filter(one -> one.signing() == null && one.forTask() == task.serial())
                .toList();
        var missing = own.stream()
                .filter(Opinion::open)
                .map(one -> new CasePage.Option(String.valueOf(one.serial()), name(one.department())))
                .toList();
        var note = missing.isEmpty()
                ? ""
                : texts.say(
                        locale,
                        "window.consult.missing",
                        missing.stream()
                                .map(CasePage.Option::text)
                                .collect(Collectors.joining(texts.say(locale, "window.consult.between"))));
        var answers = own.stream()
                .filter(one -> one.stance() != null)
                .map(one -> consulted(view, one, locale))
                .toList();
        var askable = consultations.askable(task, user).stream()
                .map(one -> new CasePage.Option(one.id().value(), one.name()))
                .toList();
        return new CasePage.Consulting(answers, missing, note, askable);
    }

    /** Countersigns of the lane, and who can be asked to sign. */
    CasePage.Signing signing(
            CaseView view,
            CaseView.Lane lane,
            CasePage.Consulting consulting,
            List<CasePage.Colleague> colleagues,
            Locale locale) {
        return signs.signing(view, lane, consulting.askable(), colleagues, locale);
    }

    /** “市税务局征求意见，3月5日前答复”. */
    String asked(Opinion one, Locale locale) {
        return texts.say(
                locale,
                one.signing() == null ? "window.consult.to-answer" : "window.sign.to-sign",
                name(one.asking()),
                one.stepTitle(),
                one.askedName(),
                date(one.dueOn(), locale));
    }

    List<CasePage.Option> stances(Opinion of, Locale locale) {
        return Stream.of(Opinion.Stance.values())
                .filter(stance ->
                        of.signing() == null || stance == Opinion.Stance.AGREE || stance == Opinion.Stance.DISAGREE)
                .map(stance ->
                        new CasePage.Option(stance.name(), texts.say(locale, "casework.opinion.stance." + stance)))
                .toList();
    }

    static TaskId task(CaseView view, Opinion one) {
        return new TaskId(view.file().number(), one.task());
    }

    private String name(DepartmentId id) {
        return departments.find(id).map(found -> found.shortName()).orElse(id.value());
    }

    private String time(java.time.Instant at, Locale locale) {
        return WrittenDates.time(at.atZone(clock.getZone()), LocalDate.now(clock), locale);
    }

    private static String date(LocalDate day, Locale locale) {
        return WrittenDates.date(day, day, locale);
    }
}
