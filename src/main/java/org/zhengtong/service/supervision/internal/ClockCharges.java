package org.zhengtong.service.supervision.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseFacts.Exceeded;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.feedback.Complaints.Late;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.SupervisionRule;

/** What the rules make of one late thing: the gravest card it earned, on the day it earned it. */
@Component
class ClockCharges {

    private static final Comparator<Reached> GRAVEST_FIRST = Comparator.comparing(
                    (Reached reached) -> reached.rule().level(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(Reached::on);

    private final WorkingCalendar calendar;
    private final Clock clock;

    ClockCharges(WorkingCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A rule, and the day on which it was first met. */
    private record Reached(SupervisionRule rule, LocalDate on) {}

    /** A thing with a last day: which rules of a version it falls under, and when it was done. */
    private record Thing(
            LocalDate dueOn,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate wholeDueOn,
            String step,
            RuleKind kind) {}

    Optional<Charge> of(Exceeded late, LocalDate asOf, RuleTimeline rules) {
        var due = late.clock();
        var endedOn = due.endedAt() == null
                ? null
                : due.endedAt().atZone(clock.getZone()).toLocalDate();
        var thing = new Thing(due.dueOn(), endedOn, late.jointDueOn(), due.ref().step(), RuleKind.LIMIT_EXCEEDED);
        return gravest(thing, asOf, rules)
                .map(reached -> new Charge(
                        reached.rule(),
                        due.ref().number().value(),
                        due.ref().step(),
                        due.title(),
                        due.itemName(),
                        due.division(),
                        due.department(),
                        due.startedOn(),
                        due.dueOn(),
                        due.statutory(),
                        reached.on(),
                        endedOn));
    }

    Optional<Charge> of(Late late, LocalDate asOf, RuleTimeline rules) {
        var thing = new Thing(late.dueOn(), late.endedOn(), null, late.stage().name(), RuleKind.COMPLAINT_OVERDUE);
        return gravest(thing, asOf, rules)
                .map(reached -> new Charge(
                        reached.rule(),
                        late.number().value(),
                        late.stage().name(),
                        "",
                        late.number().value(),
                        late.department().division(),
                        late.department(),
                        late.startedOn(),
                        late.dueOn(),
                        true,
                        reached.on(),
                        late.endedOn()));
    }

    private Optional<Reached> gravest(Thing thing, LocalDate asOf, RuleTimeline rules) {
        var reached = new ArrayList<Reached>();
        for (var span : rules.spans()) {
            var kind = kind(thing, span);
            for (var rule : span.rules()) {
                if (rule.kind() == kind) {
                    reach(thing, rule, span)
                            .filter(one -> !one.on().isAfter(asOf))
                            .ifPresent(reached::add);
                }
            }
        }
        return reached.stream().min(GRAVEST_FIRST);
    }

    /** A version may judge steps and the intake by rules of their own; one that does not judges all clocks alike. */
    private static RuleKind kind(Thing thing, RuleTimeline.Span span) {
        if (thing.kind() != RuleKind.LIMIT_EXCEEDED || thing.step().equals(ClockView.JOINT)) {
            return thing.kind();
        }
        var own = thing.step().equals(ClockView.INTAKE) ? RuleKind.INTAKE_EXCEEDED : RuleKind.STEP_EXCEEDED;
        return span.knows(own) ? own : RuleKind.LIMIT_EXCEEDED;
    }

    private Optional<Reached> reach(Thing thing, SupervisionRule rule, RuleTimeline.Span span) {
        var late = calendar.addWorkingDays(thing.dueOn(), rule.threshold());
        var on = late.isBefore(span.from()) ? span.from() : late;
        var over = thing.endedOn() != null && on.isAfter(thing.endedOn());
        var whole = thing.wholeDueOn();
        var caseLateToo = rule.kind() == RuleKind.STEP_EXCEEDED && whole != null && on.isAfter(whole);
        return over || caseLateToo || !span.holds(on) ? Optional.empty() : Optional.of(new Reached(rule, on));
    }

    /** The day by which a charge is judged: its end, or the present day while it waits. */
    LocalDate judgedOn(Charge charge, LocalDate today) {
        if (charge.dueOn() == null) {
            return charge.countsOn();
        }
        var endedOn = charge.endedOn();
        return endedOn == null || endedOn.isAfter(today) ? today : endedOn;
    }

    int daysLate(Charge charge, LocalDate judgedOn) {
        return charge.dueOn() == null ? 0 : calendar.overdueDays(charge.dueOn(), judgedOn);
    }
}
