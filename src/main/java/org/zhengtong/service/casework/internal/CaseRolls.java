package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseClocks.ClockRef;
import org.zhengtong.service.casework.CaseRoll;
import org.zhengtong.service.casework.ClockView;

/** Rolls straight from the indexes. */
@Service
class CaseRolls implements CaseRoll {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final RollSearch search;
    private final KnownProcedures procedures;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;

    CaseRolls(RollSearch search, KnownProcedures procedures, WorkingCalendar calendar, CaseClock clocks) {
        this.search = search;
        this.procedures = procedures;
        this.calendar = calendar;
        this.clocks = clocks;
    }

    @Override
    @Transactional(readOnly = true)
    public Page list(Question question, String after, int size) {
        var found = find(question, RollCursor.parse(after), size + 1);
        if (found.size() <= size) {
            return new Page(found, "");
        }
        var shown = found.subList(0, size);
        return new Page(shown, RollCursor.after(shown.getLast()));
    }

    private List<Entry> find(Question question, RollCursor after, int size) {
        var within = question.within().prefix() + "%";
        var today = clocks.today();
        return switch (question.which()) {
            case FILED -> search.filed(question.from(), question.to(), within, after.key(), size);
            case DECIDED -> search.decided(question.from(), question.to(), within, after.key(), size);
            case OPEN -> search.running(RollCursor.FIRST_DAY, LAST_DAY, within, after, size);
            case SOON -> search.running(today, calendar.addWorkingDays(today, 1), within, after, size);
            case OVERDUE -> search.running(RollCursor.FIRST_DAY, today.minusDays(1), within, after, size);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ClockView> clock(ClockRef ref) {
        return search.clock(ref).map(this::view);
    }

    private ClockView view(RollSearch.ClockOfCase found) {
        var procedure = procedures.require(found.procedure());
        var row = found.clock();
        var added = found.added();
        var title = switch (row.step()) {
            case ClockView.JOINT -> procedure.title();
            case ClockView.INTAKE -> procedure.intake().title();
            default -> added == null ? procedure.step(row.step()).title() : added;
        };
        var law = switch (row.step()) {
            case ClockView.JOINT -> procedure.joint().law();
            case ClockView.INTAKE -> procedure.intake().law();
            default -> added == null ? procedure.step(row.step()).law() : null;
        };
        return new ClockView(
                row.step(),
                title,
                row.department(),
                row.startedOn(),
                limit(row, row.statutory(), law),
                limit(row, row.committed(), null),
                row.state(),
                row.endedAt(),
                null);
    }

    private ClockView.@Nullable Limit limit(ClockRow row, @Nullable TimeLimit limit, @Nullable String law) {
        if (limit == null) {
            return null;
        }
        var due = calendar.due(row.startedOn(), limit, row.stops());
        var endedAt = row.endedAt();
        var asOf = endedAt == null ? clocks.today() : LocalDate.ofInstant(endedAt, clocks.zone());
        return new ClockView.Limit(due, calendar.explain(due, asOf), law);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AccountId> holder(ClockRef ref) {
        return search.holder(ref);
    }
}
