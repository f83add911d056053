package org.zhengtong.app.hall.web.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.progress.CaseProgress.Due;
import org.zhengtong.app.hall.web.progress.CaseProgress.Head;
import org.zhengtong.app.hall.web.progress.CaseProgress.LaneLine;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimitKind;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.TaskState;

/** Reads dates and lanes of a case as pages for citizens tell them. */
@Component
class ProgressReading {

    private final WorkingCalendar calendar;
    private final DueDateWords words;
    private final Clock clock;

    ProgressReading(WorkingCalendar calendar, DueDateWords words, Clock clock) {
        this.calendar = calendar;
        this.words = words;
        this.clock = clock;
    }

    /** {@code intake} is missing in the public look-up, which knows it only by its clock. */
    CaseProgress read(
            CaseFile file,
            List<ClockView> clocks,
            CaseView.@Nullable Lane intake,
            List<CaseView.Lane> lanes,
            Locale locale) {
        var main = clocks.isEmpty() ? null : clocks.getFirst();
        return new CaseProgress(
                head(file, main),
                main == null || !running(file.state()) ? null : due(file, main, locale),
                intake(file, intake),
                lanes.stream().map(lane -> lane(lane, locale)).toList());
    }

    /** Whether materials that were to follow can still be sent. */
    boolean mayFollow(CaseView view) {
        return view.file().state() == CaseState.ACCEPTED
                && view.offered().outstanding().stream().anyMatch(one -> !today().isAfter(one.dueOn()));
    }

    /** While the applicant is asked for something, no date is certain: the limit begins anew with the supplement. */
    private static boolean running(CaseState state) {
        return state.open() && state != CaseState.SUPPLEMENTING;
    }

    private Head head(CaseFile file, @Nullable ClockView main) {
        var prefix = "hall.head." + file.state();
        return switch (file.state()) {
            case FILED, ACCEPTED -> main == null ? new Head(prefix, null, 0) : dated(prefix, main);
            case SUPPLEMENTING, SUSPENDED, GRANTED -> new Head(prefix, null, 0);
            case DELIVERED, DENIED, REFUSED, WITHDRAWN -> {
                var closedAt = file.closedAt();
                yield new Head(prefix, closedAt == null ? null : LocalDate.ofInstant(closedAt, clock.getZone()), 0);
            }
        };
    }

    private Head dated(String prefix, ClockView running) {
        var dueOn = running.dueOn();
        if (dueOn == null) {
            return new Head("hall.head.STOPPED", null, 0);
        }
        var left = daysLeft(dueOn);
        if (left < 0) {
            return new Head(prefix + ".late", dueOn, calendar.overdueDays(dueOn, today()));
        }
        return left == 0 ? new Head(prefix + ".today", dueOn, 0) : new Head(prefix + ".ahead", dueOn, left);
    }

    /** Working days from today to the last day; 0 on it, negative when it has passed. */
    private int daysLeft(LocalDate dueOn) {
        if (today().isAfter(dueOn)) {
            return -1;
        }
        return today().equals(dueOn) ? 0 : Math.max(1, calendar.workingDaysBetween(today(), dueOn));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Due due(CaseFile file, ClockView main, Locale locale) {
        var nearer = main.nearer();
        var event = file.state() == CaseState.FILED ? ClockEvent.RECEIVED : ClockEvent.ACCEPTED;
        var kind = nearer == main.statutory() ? TimeLimitKind.STATUTORY : TimeLimitKind.COMMITTED;
        var statutory = kind == TimeLimitKind.COMMITTED ? main.statutory() : null;
        var longest = statutory == null || statutory.on() == null ? null : statutory;
        return new Due(
                words.explain(nearer.explanation(), event, kind, locale),
                words.ruler(nearer.explanation(), event, locale),
                longest == null ? null : words.limit(longest.due().limit(), locale),
                longest == null ? null : longest.on());
    }

    private LaneLine intake(CaseFile file, CaseView.@Nullable Lane lane) {
        var status = switch (file.state()) {
            case FILED -> new Status("doing", "hall.intake.FILED");
            case SUPPLEMENTING -> new Status("supplement", "hall.intake.SUPPLEMENTING");
            case REFUSED -> new Status("draft", "hall.intake.REFUSED");
            case WITHDRAWN ->
                file.acceptedOn() == null
                        ? new Status("draft", "hall.intake.WITHDRAWN")
                        : new Status("done", "hall.intake.ACCEPTED");
            case ACCEPTED, SUSPENDED, GRANTED, DELIVERED, DENIED -> new Status("done", "hall.intake.ACCEPTED");
        };
        return lane == null
                ? new LaneLine("", "", status, null, null, null, null)
                : new LaneLine(lane.departmentName(), lane.title(), status, null, null, lane.doneAt(), null);
    }

    private LaneLine lane(CaseView.Lane lane, Locale locale) {
        var running = lane.clock();
        var head = (lane.state() == TaskState.OPEN || lane.state() == TaskState.ELSEWHERE) && running != null
                ? dated("hall.lane.head", running)
                : null;
        return new LaneLine(
                lane.departmentName(),
                lane.title(),
                status(lane),
                running == null ? null : words.limit(running.nearer().due().limit(), locale),
                head,
                lane.state() == TaskState.DONE ? lane.doneAt() : null,
                lane.own().item() == null ? null : lane.own().item().value());
    }

    private Status status(CaseView.Lane lane) {
        return switch (lane.state()) {
            case null -> new Status("draft", "hall.lane.NOT_BEGUN");
            case CANCELED -> new Status("draft", "hall.lane.CANCELED");
            case DONE ->
                lane.decision() instanceof Decision.Denied
                        ? new Status("draft", "hall.lane.DENIED")
                        : new Status("done", "hall.lane.DONE");
            case OPEN, WAITING, ELSEWHERE -> {
                var running = lane.clock();
                if (running == null) {
                    yield new Status("doing", "hall.lane.DOING");
                }
                var dueOn = running.dueOn();
                yield Status.running(dueOn == null ? 0 : daysLeft(dueOn), dueOn == null);
            }
        };
    }
}
