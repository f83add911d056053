package org.zhengtong.app.hall.internal.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.ExampleAnswers;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.FilingOutcome;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.TaskId;

/** Plays one case of a demonstration: filed with the form's example, then each step by its own actor through the front doors. */
@Component
class CaseScript {

    private final Drafts drafts;
    private final DraftDesk desk;
    private final ExampleAnswers examples;
    private final Doors doors;
    private final Clock clock;

    /** What can be done with a case. */
    @Component
    record Doors(Cases cases, CaseVisits visits, CaseLimits limits, CaseSuspensions suspensions) {}

    CaseScript(Drafts drafts, DraftDesk desk, ExampleAnswers examples, Doors doors, Clock clock) {
        this.drafts = drafts;
        this.desk = desk;
        this.examples = examples;
        this.doors = doors;
        this.clock = clock;
    }

    /** The number of the case, once all its steps are done. */
    CaseNumber play(PackNode node, DemoCast cast) {
        var applicant = cast.citizen(new CitizenNumber(text(node, "by")));
        var number = filed(node, applicant);
        for (var step : node.list("steps")) {
            var outcome = step(number, step, cast);
            if (!(outcome instanceof CaseOutcome.Done)) {
                throw new IllegalStateException(step.file() + ":" + step.line() + " " + outcome);
            }
        }
        return number;
    }

    private CaseNumber filed(PackNode node, CurrentUser applicant) {
        var start = new Drafts.Start(
                new ItemCode(text(node, "item")), new DivisionCode(text(node, "division")), Channel.ONLINE, null);
        var draft = drafts.create(start, applicant);
        examples.fill(desk.open(draft.value(), applicant), applicant);
        if (doors.cases().file(draft, applicant) instanceof FilingOutcome.Filed filed) {
            return filed.number();
        }
        throw new IllegalStateException(node.file() + ":" + node.line() + " is not filed");
    }

    private CaseOutcome step(CaseNumber number, PackNode step, DemoCast cast) {
        var by = cast.staff(text(step, "by"));
        var words = text(step, "words");
        return switch (text(step, "do")) {
            case "accept" -> doors.cases().accept(number, null, by);
            case "supplement" ->
                doors.cases()
                        .requestSupplement(
                                number,
                                List.of(new SupplementItem(text(step, "material"), text(step, "title"), words)),
                                by);
            case "decide" -> doors.cases().decide(task(number, step), new Decision.Granted(words), by);
            case "visit" -> doors.visits().plan(number, visit(step, cast), by);
            case "suspend" ->
                doors.suspensions().suspend(number, new CaseSuspensions.Suspend(text(step, "ground"), words, null), by);
            case "special" ->
                doors.limits()
                        .start(
                                task(number, step),
                                new CaseLimits.Start(
                                        SpecialProcedure.Kind.valueOf(text(step, "kind")), words, day(step)),
                                by);
            default -> throw new IllegalArgumentException(step.file() + ":" + step.line());
        };
    }

    private CaseVisits.Plan visit(PackNode step, DemoCast cast) {
        var when = new CaseVisits.When(day(step), text(step, "at"), text(step, "place"));
        var people = step.texts("people").stream()
                .map(cast::staff)
                .map(CurrentUser::id)
                .toList();
        return new CaseVisits.Plan(when, text(step, "words"), people);
    }

    private static TaskId task(CaseNumber number, PackNode step) {
        return new TaskId(number, Integer.parseInt(text(step, "task")));
    }

    private LocalDate day(PackNode step) {
        return LocalDate.now(clock).plusDays(Integer.parseInt(text(step, "daysAhead")));
    }

    private static String text(PackNode node, String name) {
        return node.find(name).orElse("");
    }
}
