package org.zhengtong.data.registers;

import java.time.LocalDate;
import java.util.Map;
import org.zhengtong.base.audit.Actor;

/**
 * What to load into a register.
 *
 * @param reference names this load to whoever started it; the same reference goes on where it stopped
 * @param from name of the source for the report, such as a file's name
 * @param columns column of the source for each item; empty when they bear the items' names or titles
 * @param validFrom day from which changed values are valid
 */
public record LoadRequest(
        RegisterCode register,
        String reference,
        String from,
        Map<ItemName, String> columns,
        LocalDate validFrom,
        Actor by) {
    public LoadRequest {
        columns = Map.copyOf(columns);
    }
}
