package org.zhengtong.data.registers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RegisterDefinition;

/** The registers that a user may see. */
public record RegistersPage(List<RegistersPage.Line> lines, long waiting, boolean mayDefine, String done) {

    /** One register with its counts. */
    public record Line(
            RegisterDefinition register, long records, int items, String holder, List<String> sources, boolean own) {}

    public @Nullable String doneKey() {
        return done.isEmpty() ? null : "registers.done." + done;
    }
}
