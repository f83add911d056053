package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What came of an action on a case or a task; pages switch over it without a default. */
public sealed interface CaseOutcome {

    /** Done and visible to everybody; the state the case is in now. */
    record Done(CaseNumber number, CaseState state, Instant at) implements CaseOutcome {}

    /** Somebody else was quicker; the page keeps what this one typed and names the other. */
    record AlreadyDone(String byName, Instant at, CaseView.EventKind what) implements CaseOutcome {}

    /** The case is not in a state that allows it. */
    record NotPossible(CaseState state) implements CaseOutcome {}

    /** The law asks for reasons of at least ten characters. */
    record ReasonTooShort(int given, int needed) implements CaseOutcome {}

    /** The applicant must be told where to seek review or sue (行政许可法 第三十八条). */
    record RemediesMissing() implements CaseOutcome {}

    /** A supplement may be asked for only once, all items together (行政许可法 第三十二条). */
    record SupplementAlreadyRequested(Instant at) implements CaseOutcome {}

    /** A request without a single item says nothing. */
    record NothingRequested() implements CaseOutcome {}

    /** Five working days have passed: the case counts as accepted from its receipt (行政许可法 第三十二条). */
    record TooLate(LocalDate lastDay) implements CaseOutcome {}

    /** The date given lies before the date it must follow, or in the future. */
    record WrongDate(LocalDate given, LocalDate earliest, LocalDate latest) implements CaseOutcome {}

    /** A decision can be recalled within ten minutes, as long as nothing followed from it. */
    record RecallClosed(Instant until) implements CaseOutcome {}

    /** While a special procedure runs, its task cannot be decided, and none other can be started for it (第四十五条). */
    record InSpecialProcedure(SpecialProcedure.Kind kind, LocalDate since, LocalDate expectedOn)
            implements CaseOutcome {}

    /** No special procedure runs for this task. */
    record NoSpecialProcedure() implements CaseOutcome {}

    /** The applicant must be told until when to expect it: today or later. */
    record DayNotAhead(LocalDate earliest) implements CaseOutcome {}

    /** A special procedure ends with a result in words. */
    record ResultMissing() implements CaseOutcome {}

    /** The procedure, and so the law, allows no extension of this limit. */
    record NotExtendable() implements CaseOutcome {}

    /** A limit is extended once (行政许可法 第四十二条): it was, or somebody has asked for it. */
    record ExtensionOnce(String byName, Instant at, boolean approved) implements CaseOutcome {}

    /** The limit has passed; it cannot be extended any more. */
    record LimitMissed(LocalDate lastDay) implements CaseOutcome {}

    /** Nobody answers his own request. */
    record OwnRequest() implements CaseOutcome {}

    /** No department was chosen to be asked for its opinion. */
    record NobodyAsked() implements CaseOutcome {}

    /** Only other departments of the case's division and those above it are asked. */
    record NotAskable(String department) implements CaseOutcome {}

    /** The department has an open question for the same task. */
    record AskedAlready(String department, String byName, Instant at) implements CaseOutcome {}

    /** An answer is asked for by today or later, and not after the task's own last day. */
    record AnswerDay(LocalDate earliest, @Nullable LocalDate latest) implements CaseOutcome {}

    /** An answer is asked for by a working day. */
    record DayOff(LocalDate day) implements CaseOutcome {}

    /** Those asked to sign have not: the step cannot be decided until enough have, or it is taken back (会签). */
    record SignaturesMissing(String who) implements CaseOutcome {}

    /** Not enough agreed: granting needs a reason of at least ten characters. */
    record SignaturesRefused(int given, int needed) implements CaseOutcome {}

    /** As many have to agree as are asked, at most, and at least one. */
    record ImpossibleCount(int asked) implements CaseOutcome {}

    /** Whoever signs agrees or disagrees. */
    record YesOrNo() implements CaseOutcome {}

    /** The question was taken back, or ended with the task for which it was asked. */
    record QuestionEnded() implements CaseOutcome {}

    /** An added step has a title. */
    record TitleMissing() implements CaseOutcome {}

    /** An added step lies within the joint clock. */
    record DaysBeyond(int most) implements CaseOutcome {}

    /** Another step was added to this one; that has to be taken back first. */
    record StepBuiltOn(String title) implements CaseOutcome {}

    /** Somebody sent the case back from this step; it comes again when the steps before it are done. */
    record SentBack(String byName, Instant at) implements CaseOutcome {}

    /** The step is not needed any more, or its case went back to an earlier one. */
    record StepEnded() implements CaseOutcome {}

    /** A case goes back to a step that was done before this one. */
    record NoWayBack() implements CaseOutcome {}

    /** A site visit is on a day to come, or today. */
    record VisitDay(LocalDate earliest) implements CaseOutcome {}

    /** A time of day such as 09:30, and a place in words. */
    record VisitPlaceMissing() implements CaseOutcome {}

    /** The law asks for two of the department that leads (行政许可法 第三十四条). */
    record TooFewPeople(String department, int needed) implements CaseOutcome {}

    /** Somebody who was named does not decide for a department of this case any more. */
    record PersonGone(String name) implements CaseOutcome {}

    /** What was found is written once the day of the visit has come. */
    record VisitNotYet(LocalDate day) implements CaseOutcome {}

    /** A record needs what at least one department found. */
    record NothingFound() implements CaseOutcome {}

    /** The visit was called off or written up. */
    record VisitOver() implements CaseOutcome {}

    /** A decision to reopen a case on has a kind, a number, a body, a date and its paper; {@code field} is what is missing. */
    record DecisionIncomplete(String field) implements CaseOutcome {}

    /** Another decision was registered for the case and not answered yet. */
    record ReopeningAsked(String byName, Instant at) implements CaseOutcome {}

    /** A second person confirms what somebody registered. */
    record OwnReopening() implements CaseOutcome {}

    /** A case is suspended for one of the grounds on the list. */
    record GroundMissing() implements CaseOutcome {}
    /**
     * Materials that were to follow have not come (容缺受理): the case cannot be granted before they are there.
     *
     * @param over whether their last day has passed, so that they cannot come any more
     */
    record MaterialsMissing(String names, LocalDate dueOn, boolean over) implements CaseOutcome {}
    /** Something has to happen before the result is handed over, such as the payment of a fee. */
    record DeliveryHeldBack(CaseNumber number) implements CaseOutcome {}

    /** A colleague holds the task. */
    record HeldBy(String holderName) implements CaseOutcome {}
}
