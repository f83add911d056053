package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.AnswerReminded;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Reminds those who were asked for an opinion or a signature and have not answered, once, one working day before the step's limit. */
@Component
class Reminders {

    private final CaseActions actions;
    private final Questions questions;
    private final ReminderSearch search;
    private final AskableDepartments departments;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;

    Reminders(
            CaseActions actions,
            Questions questions,
            ReminderSearch search,
            AskableDepartments departments,
            WorkingCalendar calendar,
            CaseClock clocks) {
        this.actions = actions;
        this.questions = questions;
        this.search = search;
        this.departments = departments;
        this.calendar = calendar;
        this.clocks = clocks;
    }

    /** Steps that end by this day are reminded of today. */
    LocalDate until() {
        return calendar.addWorkingDays(clocks.today(), 1);
    }

    CaseOutcome remind(CaseNumber number) {
        return actions.act(number, Doer.PLATFORM, loaded -> {
            var waiting = search.unreminded(loaded.key());
            var change = actions.change(loaded, Doer.PLATFORM);
            for (var one : questions.of(loaded)) {
                var dueOn = loaded.findTask(one.forTask()).map(TaskRow::dueOn).orElse(null);
                if (one.open() && waiting.contains(one.serial()) && dueOn != null && !dueOn.isAfter(until())) {
                    remind(loaded, change, one, dueOn);
                }
            }
            return change.events.isEmpty() || loaded.file().state() != CaseState.ACCEPTED
                    ? new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()))
                    : new Plan.Change(
                            change,
                            CaseActions.record(Doer.PLATFORM, "casework.remind_asked", loaded)
                                    .with("reminded", change.events.size()));
        });
    }

    private void remind(LoadedCase loaded, CaseChange change, Opinion one, LocalDate dueOn) {
        change.questions().reminded.add(one.serial());
        change.tell(
                EventKind.ANSWER_REMINDED,
                Map.of(
                        "step", AskedTasks.stepOf(loaded, one),
                        "title", one.stepTitle(),
                        "asked", departments.name(one.department()),
                        "serial", String.valueOf(one.serial())));
        change.news.add(new AnswerReminded(
                loaded.file().number(),
                one.serial(),
                one.signing() != null,
                one.stepTitle(),
                one.department(),
                who(loaded, one),
                dueOn));
    }

    private static @Nullable AccountId who(LoadedCase loaded, Opinion one) {
        var holder = loaded.findTask(one.task()).map(TaskRow::holder).orElse(null);
        return holder == null ? null : new AccountId(holder);
    }
}
