package org.zhengtong.base.organization;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What writing some rows would do.
 *
 * @param same rows that stand there already as they are
 * @param shift what it means for the work of other rooms
 * @param departments the departments that it touches
 * @param version of the organization that was looked at; another one means somebody changed something since
 */
public record TableCheck(
        List<CellFault> faults,
        List<RowChange> changes,
        int same,
        OrganizationShift shift,
        Set<DepartmentId> departments,
        long version) {
    public TableCheck {
        faults = List.copyOf(faults);
        changes = List.copyOf(changes);
        departments = Set.copyOf(departments);
    }

    /** One row that would be added or changed. */
    public record RowChange(TableRow after, @Nullable TableRow before) {

        /** The columns that change; all that are filled when the row is new. */
        public List<String> columns() {
            return before == null
                    ? after.table().columns().stream()
                            .filter(column -> !after.text(column).isEmpty())
                            .toList()
                    : after.differences(before);
        }

        /** What the cell holds before. */
        public String was(String column) {
            return before == null ? "" : before.text(column);
        }
    }

    /** How many rows would be added. */
    public long added() {
        return changes.stream().filter(change -> change.before() == null).count();
    }

    /** Whether a thing is wrong. */
    public boolean refused() {
        return !faults.isEmpty();
    }
}
