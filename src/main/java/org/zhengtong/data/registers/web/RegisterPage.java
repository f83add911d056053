package org.zhengtong.data.registers.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.Registers.DefinitionVersion;

/** One register: its items with their sources, how full they are, what was loaded last. */
public record RegisterPage(
        RegisterDefinition register,
        long records,
        String holder,
        List<RegisterPage.ItemLine> items,
        List<LoadReport> loads,
        List<DefinitionVersion> versions,
        RegisterPage.Rights rights,
        String done) {

    /** What the user may do here. */
    public record Rights(boolean view, boolean edit, boolean define) {}

    /** An item with its source and the share of records that have it, in hundredths; -1 when there are none. */
    public record ItemLine(
            RegisterItem item, String source, @Nullable LocalDate since, int coverage) {}

    public String address() {
        return "/staff/registers/" + register.code();
    }

    public @Nullable String doneKey() {
        return done.isEmpty() ? null : "registers.done." + done;
    }
}
