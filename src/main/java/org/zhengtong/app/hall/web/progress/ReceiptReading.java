package org.zhengtong.app.hall.web.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Procedures;

/** What a confirmation says: reckoned from the day of filing, so that it says the same whenever it is opened. */
@Component
class ReceiptReading {

    private final Procedures procedures;
    private final WorkingCalendar calendar;
    private final DueDateWords words;
    private final Clock clock;

    ReceiptReading(Procedures procedures, WorkingCalendar calendar, DueDateWords words, Clock clock) {
        this.procedures = procedures;
        this.calendar = calendar;
        this.words = words;
        this.clock = clock;
    }

    ReceiptPage read(CaseView view, Locale locale) {
        var file = view.file();
        var filedOn = LocalDate.ofInstant(file.filedAt(), clock.getZone());
        var acceptedOn = calendar.isWorkingDay(filedOn) ? filedOn : calendar.addWorkingDays(filedOn, 1);
        var procedure = procedures.findByItem(file.itemCode());
        var decide = procedure.flatMap(ReceiptReading::promise).map(limit -> calendar.due(acceptedOn, limit));
        return new ReceiptPage(
                file,
                view.intake() == null ? "" : view.intake().departmentName(),
                filedOn,
                acceptedOn,
                procedure
                        .map(one ->
                                calendar.due(filedOn, one.intake().statutory()).dueOn())
                        .orElse(null),
                decide.map(DueDate::dueOn).orElse(null),
                decide.map(due -> words.limit(due.limit(), locale)).orElse(null),
                decide.map(due -> words.ruler(calendar.explain(due, filedOn), ClockEvent.ACCEPTED, locale))
                        .orElse(List.of()),
                (int) view.lanes().stream()
                        .map(CaseView.Lane::department)
                        .distinct()
                        .count());
    }

    private static Optional<TimeLimit> promise(Procedure procedure) {
        var limits = procedure.joint();
        return Optional.ofNullable(limits.committed()).or(() -> Optional.ofNullable(limits.statutory()));
    }
}
