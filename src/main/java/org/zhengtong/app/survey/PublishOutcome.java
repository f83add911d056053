package org.zhengtong.app.survey;

import java.util.List;
import org.zhengtong.base.schema.SchemaFault;

/** What came of publishing a form. */
public sealed interface PublishOutcome {

    /** In force now, under this number. */
    record Published(int number) implements PublishOutcome {}

    /** The same text is in force already. */
    record Unchanged() implements PublishOutcome {}

    /** Refused with everything that cannot work. */
    record Refused(List<SchemaFault> faults) implements PublishOutcome {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
