package org.zhengtong.app.design.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.WrittenProcedures;
import org.zhengtong.service.casework.WrittenProcedures.Rehearsal;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tries a drawing (试办): which steps open when, until when each has to be done, and what it comes to. The rules are those of
 * running cases, the days those of the calendar; nothing is stored.
 */
@Component
public class Rehearsals {

    private final DrawingCheck drawing;
    private final WrittenProcedures procedures;
    private final WorkingCalendar calendar;

    Rehearsals(DrawingCheck drawing, WrittenProcedures procedures, WorkingCalendar calendar) {
        this.drawing = drawing;
        this.procedures = procedures;
        this.calendar = calendar;
    }

    /** What is tried: the day of acceptance, the answers that conditions ask for, and what was decided on which day. */
    public record Trial(LocalDate acceptedOn, ObjectNode answers, List<Deed> deeds) {
        public Trial {
            deeds = List.copyOf(deeds);
        }
    }

    /** A step decided in the trial. */
    public record Deed(int node, boolean granted, LocalDate on) {}

    /**
     * A step of the trial.
     *
     * @param dueOn the last day by the promise, else by law
     * @param deed how it was decided; null while it is open
     * @param ended whether it ended undecided because the result was certain
     */
    public record Line(
            Node step,
            LocalDate openedOn,
            @Nullable LocalDate dueOn,
            @Nullable Deed deed,
            boolean ended) {

        /** Whether it was decided after its last day. */
        public boolean late() {
            return deed != null && dueOn != null && deed.on().isAfter(dueOn);
        }
    }

    /**
     * What came of a trial.
     *
     * @param dueOn the last day of the whole
     * @param granted null while it goes on
     */
    public record Outcome(
            List<Line> lines,
            @Nullable LocalDate dueOn,
            @Nullable Boolean granted) {}

    public Outcome run(ItemDesign draft, Trial trial) {
        var written = drawing.write(draft);
        var opened = new LinkedHashMap<String, LocalDate>();
        var results = new HashMap<String, Boolean>();
        var deeds = new HashMap<String, Deed>();
        var now = procedures.rehearse(written, trial.answers(), results);
        now.open().forEach(key -> opened.put(key, trial.acceptedOn()));
        for (var deed : trial.deeds()) {
            var key = draft.content().node(deed.node()).map(Node::stepKey).orElse("");
            if (now.open().contains(key)) {
                results.put(key, deed.granted());
                deeds.put(key, deed);
                now = procedures.rehearse(written, trial.answers(), results);
                now.open().forEach(step -> opened.putIfAbsent(step, deed.on()));
            }
        }
        return new Outcome(
                lines(draft, opened, deeds, now),
                due(
                        trial.acceptedOn(),
                        draft.content().fact("committed"),
                        draft.content().fact("committedUnit")),
                now.granted());
    }

    private List<Line> lines(ItemDesign draft, Map<String, LocalDate> opened, Map<String, Deed> deeds, Rehearsal now) {
        var steps = draft.content()
                .nodes()
                .filter(node -> node.kind() == NodeKind.STEP)
                .toList();
        var lines = new ArrayList<Line>();
        opened.forEach((key, on) -> steps.stream()
                .filter(step -> step.stepKey().equals(key))
                .findFirst()
                .ifPresent(step -> {
                    var deed = deeds.get(key);
                    var due = due(on, step.fact("committed"), step.fact("committedUnit"));
                    lines.add(new Line(
                            step,
                            on,
                            due == null ? due(on, step.fact("statutory"), step.fact("statutoryUnit")) : due,
                            deed,
                            deed == null && !now.open().contains(key)));
                }));
        return lines;
    }

    private @Nullable LocalDate due(LocalDate from, String amount, String unit) {
        if (!amount.matches("[0-9]{1,4}")) {
            return null;
        }
        var days = Integer.parseInt(amount);
        var limit = "CALENDAR_DAYS".equals(unit) ? TimeLimit.calendarDays(days) : TimeLimit.workingDays(days);
        return calendar.due(from, limit).requireDueOn();
    }
}
