package org.zhengtong.app.window.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.service.casework.CaseOutcome;

/** Why an action was refused, beside the field it concerns. */
@Component
class CaseOutcomes {

    private final Texts texts;
    private final CaseWords words;

    CaseOutcomes(Texts texts, CaseWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** The fault to show; empty when the action was done. */
    Optional<List<FieldFault>> faults(CaseOutcome outcome, Locale locale) {
        return faults(outcome, "reason", locale);
    }

    /** The same, where the reasons were written into another field. */
    Optional<List<FieldFault>> faults(CaseOutcome outcome, String reasons, Locale locale) {
        return switch (outcome) {
            case CaseOutcome.Done _ -> Optional.empty();
            case CaseOutcome.AlreadyDone other ->
                fault("panel", "already-done", locale, other.byName(), words.time(other.at(), locale));
            case CaseOutcome.NotPossible not ->
                fault("panel", "not-possible", locale, texts.say(locale, "window.case.state." + not.state()));
            case CaseOutcome.ReasonTooShort tooShort ->
                fault(reasons, "reason-too-short", locale, tooShort.needed(), tooShort.given());
            case CaseOutcome.RemediesMissing _ -> fault("remedies", "remedies-missing", locale);
            case CaseOutcome.SupplementAlreadyRequested earlier ->
                fault("panel", "supplement-once", locale, words.time(earlier.at(), locale));
            case CaseOutcome.NothingRequested _ -> fault("panel", "nothing-requested", locale);
            case CaseOutcome.TooLate late -> fault("panel", "too-late", locale, date(late.lastDay(), locale));
            case CaseOutcome.WrongDate wrong ->
                fault(
                        "accepted-on",
                        "wrong-date",
                        locale,
                        date(wrong.earliest(), locale),
                        date(wrong.latest(), locale));
            case CaseOutcome.RecallClosed closed ->
                fault("panel", "recall-closed", locale, words.time(closed.until(), locale));
            case CaseOutcome.DeliveryHeldBack _ -> fault("panel", "held-back", locale);
            case CaseOutcome.HeldBy held -> fault("panel", "held-by", locale, held.holderName());
            case CaseOutcome.InSpecialProcedure paused ->
                fault(
                        "panel",
                        "in-special-procedure",
                        locale,
                        texts.say(locale, "casework.special-procedure." + paused.kind()),
                        date(paused.since(), locale),
                        date(paused.expectedOn(), locale));
            case CaseOutcome.NoSpecialProcedure _ -> fault("panel", "no-special-procedure", locale);
            case CaseOutcome.DayNotAhead ahead ->
                fault("expected-on", "day-not-ahead", locale, date(ahead.earliest(), locale));
            case CaseOutcome.ResultMissing _ -> fault("result", "result-missing", locale);
            case CaseOutcome.NotExtendable _ -> fault("panel", "not-extendable", locale);
            case CaseOutcome.ExtensionOnce once ->
                fault(
                        "panel",
                        once.approved() ? "extended-already" : "extension-asked-already",
                        locale,
                        once.byName(),
                        words.time(once.at(), locale));
            case CaseOutcome.LimitMissed missed ->
                fault("panel", "limit-missed", locale, date(missed.lastDay(), locale));
            case CaseOutcome.NobodyAsked _ -> fault("departments", "nobody-asked", locale);
            case CaseOutcome.NotAskable not -> fault("departments", "not-askable", locale, not.department());
            case CaseOutcome.AskedAlready already ->
                fault(
                        "departments",
                        "asked-already",
                        locale,
                        already.department(),
                        already.byName(),
                        words.time(already.at(), locale));
            case CaseOutcome.AnswerDay day -> answerDay(day, locale);
            case CaseOutcome.DayOff off -> fault("answer-on", "day-off", locale, date(off.day(), locale));
            case CaseOutcome.QuestionEnded _ -> fault("panel", "question-ended", locale);
            case CaseOutcome.SignaturesMissing missing -> fault("panel", "signatures-missing", locale, missing.who());
            case CaseOutcome.SignaturesRefused refused ->
                fault("against", "signatures-refused", locale, refused.needed(), refused.given());
            case CaseOutcome.ImpossibleCount count -> fault("count", "impossible-count", locale, count.asked());
            case CaseOutcome.YesOrNo _ -> fault("panel", "yes-or-no", locale);
            case CaseOutcome.TitleMissing _ -> fault("title", "title-missing", locale);
            case CaseOutcome.DaysBeyond beyond -> fault("days", "days-beyond", locale, beyond.most());
            case CaseOutcome.StepBuiltOn on -> fault("panel", "step-built-on", locale, on.title());
            case CaseOutcome.SentBack sent ->
                fault("panel", "sent-back", locale, sent.byName(), words.time(sent.at(), locale));
            case CaseOutcome.StepEnded _ -> fault("panel", "step-ended", locale);
            case CaseOutcome.NoWayBack _ -> fault("target", "no-way-back", locale);
            case CaseOutcome.VisitDay day -> fault("held-on", "visit-day", locale, date(day.earliest(), locale));
            case CaseOutcome.VisitPlaceMissing _ -> fault("place", "visit-place", locale);
            case CaseOutcome.TooFewPeople few ->
                fault("people", "too-few-people", locale, few.department(), few.needed());
            case CaseOutcome.PersonGone gone -> fault("people", "person-gone", locale, gone.name());
            case CaseOutcome.VisitNotYet not -> fault("panel", "visit-not-yet", locale, date(not.day(), locale));
            case CaseOutcome.VisitOver _ -> fault("panel", "visit-over", locale);
            case CaseOutcome.NothingFound _ -> fault("panel", "nothing-found", locale);
            case CaseOutcome.DecisionIncomplete no -> fault(no.field(), "decision." + no.field(), locale);
            case CaseOutcome.ReopeningAsked already ->
                fault("panel", "reopening-asked", locale, already.byName(), words.time(already.at(), locale));
            case CaseOutcome.OwnReopening _ -> fault("panel", "own-reopening", locale);
            case CaseOutcome.GroundMissing _ -> fault("ground", "ground-missing", locale);
            case CaseOutcome.MaterialsMissing missing ->
                fault(
                        "conclusion-grant",
                        missing.over() ? "materials-over" : "materials-missing",
                        locale,
                        missing.names(),
                        date(missing.dueOn(), locale));
            case CaseOutcome.OwnRequest _ -> fault("panel", "own-request", locale);
        };
    }

    private Optional<List<FieldFault>> answerDay(CaseOutcome.AnswerDay day, Locale locale) {
        var latest = day.latest();
        return latest == null
                ? fault("answer-on", "answer-day", locale, date(day.earliest(), locale))
                : fault("answer-on", "answer-day-between", locale, date(day.earliest(), locale), date(latest, locale));
    }

    /** No last day for signing that can be read. */
    List<FieldFault> signDayUnreadable(Locale locale) {
        return fault("sign-on", "unreadable-date", locale).orElseThrow();
    }

    /** Faults of a form that stands on the page once for each open step: its fields carry the step's serial. */
    static List<FieldFault> ofStep(List<FieldFault> faults, int serial) {
        return faults.stream()
                .map(one -> switch (one.field()) {
                    case "departments" -> new FieldFault("doer-" + serial, one.text());
                    case "title", "days", "reason", "what", "target" ->
                        new FieldFault(one.field() + "-" + serial, one.text());
                    default -> one;
                })
                .toList();
    }

    /** Faults of the form that asks for signatures: its fields are others than those of a question. */
    static List<FieldFault> ofSigning(List<FieldFault> faults) {
        return faults.stream()
                .map(one -> switch (one.field()) {
                    case "answer-on" -> new FieldFault("sign-on", one.text());
                    case "departments" -> new FieldFault("signers", one.text());
                    default -> one;
                })
                .toList();
    }

    /** No last day for the answer that can be read. */
    List<FieldFault> answerDayUnreadable(Locale locale) {
        return fault("answer-on", "unreadable-date", locale).orElseThrow();
    }

    /** Nobody is called so, or several are. */
    List<FieldFault> departmentUnclear(String typed, int found, Locale locale) {
        return fault("department", found == 0 ? "no-such-department" : "several-departments", locale, typed, found)
                .orElseThrow();
    }

    /** Neither true nor false was chosen. */
    List<FieldFault> findingMissing(Locale locale) {
        return fault("finding-kept", "check-missing", locale).orElseThrow();
    }

    /** No answer was chosen. */
    List<FieldFault> stanceMissing(int task, Locale locale) {
        return fault("stance-" + task, "stance-missing", locale).orElseThrow();
    }

    /** It was not chosen what was found. */
    List<FieldFault> resultMissing(Locale locale) {
        return fault("result", "finding-missing", locale).orElseThrow();
    }

    /** The same for any field with a day. */
    List<FieldFault> unreadable(String field, Locale locale) {
        return fault(field, "unreadable-date", locale).orElseThrow();
    }

    /** Faults of a form with one day only: whatever is wrong with a day belongs to it. */
    static List<FieldFault> onDay(List<FieldFault> faults, String field) {
        return faults.stream()
                .map(one -> switch (one.field()) {
                    case "answer-on", "expected-on" -> new FieldFault(field, one.text());
                    default -> one;
                })
                .toList();
    }

    /** Faults of the form that registers a decision. */
    static List<FieldFault> ofReopening(List<FieldFault> faults) {
        return faults.stream()
                .map(one -> switch (one.field()) {
                    case "accepted-on" -> new FieldFault("dated-on", one.text());
                    case "target" -> new FieldFault("steps", one.text());
                    default -> one;
                })
                .toList();
    }

    /** No limit of days that can be. */
    List<FieldFault> limitUnreadable(int most, Locale locale) {
        return fault("days", "limit-unreadable", locale, most).orElseThrow();
    }

    /** A date that cannot be read at all. */
    List<FieldFault> unreadableDate(Locale locale) {
        return fault("accepted-on", "unreadable-date", locale).orElseThrow();
    }

    /** No kind of special procedure was chosen, or no day that can be read. */
    List<FieldFault> startIncomplete(CaseForm form, Locale locale) {
        return form.kind() == null
                ? fault("procedure", "kind-missing", locale).orElseThrow()
                : fault("expected-on", "unreadable-date", locale).orElseThrow();
    }

    /** No conclusion was chosen. */
    List<FieldFault> conclusionMissing(Locale locale) {
        return fault("conclusion-grant", "conclusion-missing", locale).orElseThrow();
    }

    private Optional<List<FieldFault>> fault(String field, String key, Locale locale, Object... args) {
        return Optional.of(List.of(new FieldFault(field, texts.say(locale, "window.outcome." + key, args))));
    }

    private static String date(java.time.LocalDate day, Locale locale) {
        return WrittenDates.date(day, day, locale);
    }
}
