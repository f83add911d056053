package org.zhengtong.base.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.codes.DivisionCode;

/** Changes of the organization: rows by form or file, reforms by date. Who may do so, the caller checks. */
public interface OrganizationEditing {

    /** The permission that changing a department with its posts and staff needs. */
    String EDIT_ORGANIZATION = "organization.edit_organization";

    /** The rows of a table in order of their keys; {@code within} limits them to one division with all below. */
    List<TableRow> rows(OrganizationTable table, @Nullable DivisionCode within);

    /** One row as it stands. */
    Optional<TableRow> find(OrganizationTable table, String key);

    /** What writing these rows would do, and all that is wrong with them. */
    TableCheck check(OrganizationTable table, List<TableRow> rows);

    /**
     * Writes rows, all or none.
     *
     * @param file name of the file they come from; null for a form
     * @param version the version that was looked at; another one refuses
     */
    WriteOutcome write(
            OrganizationTable table, List<TableRow> rows, String reason, @Nullable String file, long version, Actor by);

    /** What a reform would do; changes nothing. */
    Foresight foresee(Reform reform, LocalDate effectiveOn);

    /** What a shift by rows would do to the work of other rooms. */
    List<OrganizationChangeEffect.Line> foresee(OrganizationShift shift);

    /** Plans a reform; one for today or earlier takes effect at once. */
    PlanOutcome plan(Reform reform, LocalDate effectiveOn, String reason, Actor by);

    /** Puts all planned reforms in force whose day has come; gives how many. */
    int takeEffect();

    /** Cancels a plan that is not in force yet; false when it is. */
    boolean cancel(long change, Actor by);

    /** Sets a change back to what was before; a merger or a split cannot be set back. */
    UndoOutcome undo(long change, Actor by);

    /** Whether a reform could be done, what it touches, and what would happen to the work of other rooms. */
    record Foresight(List<CellFault> faults, OrganizationShift shift, List<OrganizationChangeEffect.Line> lines) {
        public Foresight {
            faults = List.copyOf(faults);
            lines = List.copyOf(lines);
        }

        /** Whether nothing stands against it. */
        public boolean possible() {
            return faults.isEmpty() && lines.stream().noneMatch(line -> line.blocking() && line.count() > 0);
        }
    }

    /** What became of rows. */
    sealed interface WriteOutcome {
        /** They are written; the change can be undone. */
        record Written(long change, int rows) implements WriteOutcome {}

        /** They stood there already. */
        record NothingToWrite() implements WriteOutcome {}

        /** Something is wrong; nothing is written. */
        record Refused(List<CellFault> faults) implements WriteOutcome {}

        /** Somebody changed the organization since it was looked at; nothing is written. */
        record Overtaken() implements WriteOutcome {}
    }

    /** What became of a reform. */
    sealed interface PlanOutcome {
        /** It will take effect on its day, or has done so already. */
        record Planned(long change, boolean inForce) implements PlanOutcome {}

        /** It cannot be done. */
        record Impossible(Foresight foresight) implements PlanOutcome {}
    }

    /** What became of setting a change back. */
    sealed interface UndoOutcome {
        /** Done, by a change of its own. */
        record Undone(long change) implements UndoOutcome {}

        /** A later change touched the same, or it was undone already. */
        record Overtaken() implements UndoOutcome {}

        /** What it added is in use by now, or the kind of change cannot be set back. */
        record Impossible(List<CellFault> faults) implements UndoOutcome {}
    }
}
