package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.ui.WrittenDates;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskState;

/** What stands in a case, in the words of the page. */
@Component
class CaseWords {

    private final Texts texts;
    private final DueDateWords dueDates;
    private final Departments departments;
    private final Clock clock;

    CaseWords(Texts texts, DueDateWords dueDates, Departments departments, Clock clock) {
        this.texts = texts;
        this.dueDates = dueDates;
        this.departments = departments;
        this.clock = clock;
    }

    Texts texts() {
        return texts;
    }

    String statusClass(CaseView view) {
        return switch (view.file().state()) {
            case SUPPLEMENTING, SUSPENDED -> "supplement";
            case DELIVERED -> "done";
            case DENIED, REFUSED, WITHDRAWN -> "draft";
            case FILED, ACCEPTED, GRANTED -> urgencyClass(view.mainClock());
        };
    }

    private String urgencyClass(@Nullable ClockView main) {
        var dueOn = main == null ? null : main.dueOn();
        if (dueOn == null) {
            return main != null && main.state() == ClockView.State.STOPPED ? "supplement" : "doing";
        }
        var today = LocalDate.now(clock);
        return today.isAfter(dueOn) ? "overdue" : today.plusDays(1).isBefore(dueOn) ? "doing" : "soon";
    }

    String status(CaseView view, Locale locale) {
        var state = view.file().state();
        var urgent = switch (statusClass(view)) {
            case "overdue" -> "OVERDUE";
            case "soon" -> "DUE_SOON";
            case "supplement" -> state == CaseState.ACCEPTED ? "STOPPED" : "";
            default -> "";
        };
        return urgent.isEmpty() || state == CaseState.GRANTED
                ? texts.say(locale, "window.case.state." + state)
                : texts.say(locale, "window.status." + urgent);
    }

    String step(CaseView view, Locale locale) {
        return texts.say(
                locale,
                "window.case.step",
                view.file().itemName(),
                texts.say(locale, "window.case.state." + view.file().state()));
    }

    CasePage.ClockFact clock(ClockView each, List<Extension> extensions, Locale locale) {
        var today = LocalDate.now(clock);
        var label = switch (each.step()) {
            case ClockView.JOINT -> texts.say(locale, "window.clock.joint");
            case ClockView.INTAKE -> texts.say(locale, "window.clock.intake");
            default -> department(each);
        };
        var ended = each.endedAt();
        var main = ended != null
                ? texts.say(locale, "window.clock." + each.state(), time(ended, locale))
                : dueDates.summary(each.nearer().due(), today, locale);
        return new CasePage.ClockFact(label, main, limits(each, extensions, locale), cssClass(each, today));
    }

    private String department(ClockView each) {
        return departments
                .find(each.department())
                .map(found -> found.shortName())
                .orElse(each.title());
    }

    private String limits(ClockView each, List<Extension> extensions, Locale locale) {
        var committed = each.committed() == null
                ? ""
                : texts.say(
                        locale,
                        "window.clock.committed",
                        dueDates.limit(each.committed().due().limit(), locale));
        var statutory = each.statutory() == null
                ? ""
                : texts.say(
                        locale,
                        "window.clock.statutory",
                        dueDates.limit(each.statutory().due().limit(), locale));
        var between = committed.isEmpty() || statutory.isEmpty() ? "" : texts.say(locale, "window.clock.between");
        return committed + between + statutory + extended(each, extensions, locale);
    }

    /** That a limit is longer than it was, and by how much. */
    private String extended(ClockView each, List<Extension> extensions, Locale locale) {
        return extensions.stream()
                .filter(one ->
                        one.state() == Extension.State.APPROVED && one.step().equals(each.step()))
                .map(one -> texts.say(locale, "window.clock.extended", dueDates.limit(one.by(), locale)))
                .findFirst()
                .orElse("");
    }

    private static String cssClass(ClockView each, LocalDate today) {
        var dueOn = each.dueOn();
        if (each.endedAt() != null || dueOn == null) {
            return "";
        }
        return today.isAfter(dueOn) ? "zt-late" : today.plusDays(1).isBefore(dueOn) ? "" : "zt-warm";
    }

    /** {@code running} is the special procedure it waits for. */
    CasePage.LaneFact lane(CaseView.Lane lane, Optional<SpecialProcedure> running, Locale locale) {
        var decision = lane.decision();
        var denied = decision instanceof Decision.Denied;
        var late = lane.clock() != null && lane.clock().state() == ClockView.State.OVERDUE;
        var kind = lane.state() == null
                ? "AHEAD"
                : lane.state() == TaskState.DONE
                        ? (denied ? "DENIED" : "GRANTED")
                        : late
                                ? "OVERDUE"
                                : running.isPresent()
                                        ? "PAUSED"
                                        : lane.state() == TaskState.WAITING
                                                ? "SUSPENDED"
                                                : lane.state().name();
        var statusClass = switch (kind) {
            case "GRANTED" -> "done";
            case "OVERDUE" -> "overdue";
            case "OPEN" -> "doing";
            case "SUSPENDED", "PAUSED" -> "supplement";
            default -> "draft";
        };
        return new CasePage.LaneFact(
                lane.departmentName(),
                lane.title(),
                "GRANTED".equals(kind) ? "is-done" : "OVERDUE".equals(kind) ? "is-soon" : "",
                statusClass,
                texts.say(locale, "window.lane." + kind),
                due(lane, running, locale),
                by(lane, locale),
                decision == null ? "" : decision.opinion(),
                lane.own().item() == null ? null : lane.own().item().value());
    }

    private String due(CaseView.Lane lane, Optional<SpecialProcedure> running, Locale locale) {
        if (lane.clock() == null || lane.doneAt() != null) {
            return "";
        }
        var summary = dueDates.summary(lane.clock().nearer().due(), LocalDate.now(clock), locale);
        return running.map(one -> texts.say(
                        locale,
                        "window.lane.paused",
                        texts.say(locale, "casework.special-procedure." + one.kind()),
                        WrittenDates.date(one.expectedOn(), one.expectedOn(), locale),
                        summary))
                .orElse(summary);
    }

    private String by(CaseView.Lane lane, Locale locale) {
        if (lane.doneAt() != null) {
            return texts.say(
                    locale,
                    "window.lane.done-by",
                    lane.doneByName() == null ? "" : lane.doneByName(),
                    time(lane.doneAt(), locale));
        }
        return lane.holderName() == null ? "" : texts.say(locale, "window.lane.held-by", lane.holderName());
    }

    CasePage.TimelineEntry happening(CaseView.Happening each, Locale locale) {
        var detail = new HashMap<>(each.detail());
        var note = detail.getOrDefault(
                "note",
                detail.getOrDefault("opinion", detail.getOrDefault("reason", detail.getOrDefault("inner", ""))));
        var inner = detail.getOrDefault("inner", "");
        var noted =
                inner.isEmpty() || inner.equals(note) ? note : texts.say(locale, "window.timeline.inner", note, inner);
        var key = "window.event." + each.kind();
        var title = each.title(day -> WrittenDates.date(day, LocalDate.now(clock), locale));
        var where = detail.getOrDefault("stepTitle", title.isEmpty() ? detail.getOrDefault("department", "") : title);
        var text = texts.say(locale, key, where.isEmpty() ? "" : where, about(each, locale));
        return new CasePage.TimelineEntry(
                noted.isEmpty() ? text : texts.say(locale, "window.timeline.noted", text, noted),
                each.actorName() == null ? texts.say(locale, "window.timeline.platform") : each.actorName(),
                time(each.at(), locale),
                "");
    }

    /** The special procedure, the amount of time or the department that an event is about; empty for others. */
    private String about(CaseView.Happening each, Locale locale) {
        var procedure = each.procedure();
        var amount = each.amount();
        return procedure != null
                ? texts.say(locale, "casework.special-procedure." + procedure)
                : amount == null
                        ? each.detail().getOrDefault("asked", each.detail().getOrDefault("title", ""))
                        : dueDates.limit(amount, locale);
    }

    String time(Instant at, Locale locale) {
        return WrittenDates.time(at.atZone(clock.getZone()), LocalDate.now(clock), locale);
    }
}
