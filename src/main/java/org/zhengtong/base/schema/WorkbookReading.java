package org.zhengtong.base.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a workbook says: the answers as typed, unless it cannot be understood, and all that is to mend, by cell. */
public record WorkbookReading(Optional<ObjectNode> answers, List<CellFault> faults) {
    public WorkbookReading {
        faults = List.copyOf(faults);
    }
}
