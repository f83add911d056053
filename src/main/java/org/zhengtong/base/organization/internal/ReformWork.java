package org.zhengtong.base.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationEditing.Foresight;
import org.zhengtong.base.organization.OrganizationHistory.FormerName;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.TableCheck.RowChange;
import org.zhengtong.base.organization.TableRow;

/** Looks at reforms before they are done, and does them; inside the caller's transaction. */
@Component
class ReformWork {

    private final ReformSteps steps;
    private final RowWriting writing;
    private final TableStore store;
    private final SuccessionStore successions;
    private final ChangeEffects effects;
    private final Images images;

    ReformWork(
            ReformSteps steps,
            RowWriting writing,
            TableStore store,
            SuccessionStore successions,
            ChangeEffects effects,
            Images images) {
        this.steps = steps;
        this.writing = writing;
        this.store = store;
        this.successions = successions;
        this.effects = effects;
        this.images = images;
    }

    Foresight foresee(Reform reform, LocalDate on) {
        var taken = steps.of(reform, on);
        var faults = new ArrayList<>(taken.faults());
        if (faults.isEmpty()) {
            faults.addAll(faults(reform, taken));
        }
        var shift = Shifts.of(taken, present(OrganizationTable.STAFF, taken.staff()), on);
        return new Foresight(faults, shift, faults.isEmpty() ? effects.foresee(shift) : List.of());
    }

    List<OrganizationChangeEffect.Line> lines(OrganizationShift shift) {
        return effects.foresee(shift);
    }

    // Posts that a merger makes are not there yet when its staff is checked, and a day ahead is no fault of a plan.
    private List<CellFault> faults(Reform reform, ReformSteps.Steps taken) {
        return switch (reform) {
            case Reform.Rename _ -> check(OrganizationTable.DEPARTMENT, taken.departments());
            case Reform.Move _ -> check(OrganizationTable.STAFF, taken.staff());
            case Reform.Close _, Reform.Leave _, Reform.Merge _, Reform.Split _ -> List.of();
        };
    }

    private List<CellFault> check(OrganizationTable table, List<TableRow> rows) {
        return writing.check(table, rows, true).faults();
    }

    private java.util.Map<String, TableRow> present(OrganizationTable table, List<TableRow> rows) {
        return rows.isEmpty()
                ? java.util.Map.of()
                : store.find(table, rows.stream().map(TableRow::key).toList());
    }

    /** What the journal says a reform touches. */
    List<String> subjects(Reform reform, LocalDate on) {
        var taken = steps.of(reform, on);
        var subjects = new ArrayList<String>();
        Shifts.departments(taken).stream()
                .map(DepartmentId::value)
                .forEach(id -> subjects.add(OrganizationTable.DEPARTMENT + ":" + id));
        taken.staff().forEach(row -> subjects.add(Images.subject(row)));
        return subjects;
    }

    /** Does it; gives what stood there before. */
    String carryOut(long change, Reform reform, LocalDate on, Actor by) {
        var taken = steps.of(reform, on);
        var staffBefore = present(OrganizationTable.STAFF, taken.staff());
        var shift = Shifts.of(taken, staffBefore, on);
        var before = new ArrayList<RowChange>();
        before.addAll(write(OrganizationTable.POST, taken.posts()));
        before.addAll(write(OrganizationTable.STAFF, taken.staff()));
        var departments = write(OrganizationTable.DEPARTMENT, taken.departments());
        before.addAll(departments);
        if (reform instanceof Reform.Rename rename) {
            keepName(rename, departments, on, change);
        }
        taken.successions().forEach(passed -> successions.pass(passed, change));
        if (!taken.successions().isEmpty() || reform instanceof Reform.Close) {
            successions.close(taken.ceasing(), on);
            shift.departments().forEach(successions::reparent);
        }
        effects.follow(shift, by);
        return images.before(before);
    }

    private void keepName(Reform.Rename rename, List<RowChange> changes, LocalDate on, long change) {
        for (var renamed : changes) {
            successions.rename(
                    rename.department(), new FormerName(renamed.was("name"), renamed.was("short_name"), on), change);
        }
    }

    private List<RowChange> write(OrganizationTable table, List<TableRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var changes = RowWriting.changes(rows, present(table, rows));
        store.write(table, rows);
        return changes;
    }
}
