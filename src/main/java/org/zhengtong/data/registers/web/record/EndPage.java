package org.zhengtong.data.registers.web.record;

import java.util.List;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.registers.RegisterDefinition;

/** Asks from which day a record is no longer valid. */
public record EndPage(
        RegisterDefinition register, String label, String back, String on, String reason, List<String> faults) {

    public List<FieldFault> errors(Shell shell) {
        return faults.stream()
                .map(field -> new FieldFault(field, shell.say("registers.end." + field + ".wrong")))
                .toList();
    }
}
