package org.zhengtong.data.registers.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.internal.credit.CreditPublicity;

/** The registers that a user may see. */
public record RegistersPage(List<RegistersPage.Line> lines, long waiting, boolean mayDefine, String done) {

    /** One register with its counts. */
    public record Line(
            RegisterDefinition register, long records, int items, String holder, List<String> sources, boolean own) {}

    /** Whether objections to published licences and penalties are answered here: by the department that holds their register. */
    public boolean answersCredit() {
        return lines.stream()
                .anyMatch(line -> line.own() && line.register().code().equals(CreditPublicity.REGISTER));
    }

    public @Nullable String doneKey() {
        return done.isEmpty() ? null : "registers.done." + done;
    }
}
