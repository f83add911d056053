package org.zhengtong.base.establishment.web;

import java.util.List;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** Faults of cells in the reader's language. */
final class Faults {

    private Faults() {}

    static FieldFault error(Shell shell, CellFault fault, List<String> fields) {
        var field = fields.contains(fault.column()) ? fault.column() : fields.getFirst();
        return new FieldFault(field, text(shell, fault));
    }

    /** Which rule is broken and how to mend it. */
    static String text(Shell shell, CellFault fault) {
        return shell.say(
                "establishment.fault", shell.say(fault.textKey(), fault.args().toArray()), shell.say(fault.mendKey()));
    }
}
