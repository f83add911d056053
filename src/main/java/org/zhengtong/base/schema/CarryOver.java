package org.zhengtong.base.schema;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A draft taken to a changed form: the answers that still fit, those that do not (kept to be shown), and the changes. */
public record CarryOver(ObjectNode answers, List<Left> left, FormDiff diff) {
    public CarryOver {
        left = List.copyOf(left);
    }

    /** An answer that has no place any more. */
    public record Left(String pointer, Words label, String value) {}
}
