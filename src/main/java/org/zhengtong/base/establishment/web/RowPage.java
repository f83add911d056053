package org.zhengtong.base.establishment.web;

import java.util.List;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/**
 * The form of one department, post or member of staff.
 *
 * @param fresh whether the row is new
 * @param seen what stood in the row when the form was opened, as a short sum
 * @param overtaken whether somebody changed the row meanwhile
 */
public record RowPage(
        TableRow row,
        boolean fresh,
        String seen,
        String action,
        String reason,
        List<CellFault> faults,
        boolean overtaken) {

    /** The fields of the form in order; what only a dated change may alter is left out. */
    public List<String> fields() {
        return switch (row.table()) {
            case DEPARTMENT ->
                fresh
                        ? List.of(
                                "id",
                                "name",
                                "short_name",
                                "kind",
                                "parent",
                                "credit_code",
                                "phone",
                                "address",
                                "opened_on")
                        : List.of(
                                "name", "short_name", "kind", "parent", "credit_code", "phone", "address", "opened_on");
            case POST -> fresh ? List.of("id", "name") : List.of("name", "closed_on");
            case STAFF -> fresh ? List.of("id", "name", "department", "posts") : List.of("name");
        };
    }

    /** The kinds of departments. */
    public DepartmentKind[] kinds() {
        return DepartmentKind.values();
    }

    /** What is wrong, in the reader's language; a fault of a cell that has no field stands at the first one. */
    public List<FieldFault> errors(Shell shell) {
        return faults.stream()
                .map(fault -> Faults.error(shell, fault, fields()))
                .toList();
    }

    /** Whether the field must be filled. */
    public boolean required(String field) {
        return row.table().required().contains(field);
    }
}
