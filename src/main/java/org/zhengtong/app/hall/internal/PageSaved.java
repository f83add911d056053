package org.zhengtong.app.hall.internal;

import java.util.List;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.service.casework.CaseNumber;
import tools.jackson.databind.node.ObjectNode;

/** What came of saving one page of a draft. */
public sealed interface PageSaved {

    /**
     * The page is kept, right or wrong.
     *
     * @param violations what is to mend before going on; empty when nothing is
     */
    record Kept(OpenDraft draft, FormEntry.Step step, List<Violation> violations) implements PageSaved {
        public Kept {
            violations = List.copyOf(violations);
        }
    }

    /** The page was changed elsewhere since it was sent out; nothing was overwritten. */
    record ChangedElsewhere(OpenDraft current, ObjectNode typed) implements PageSaved {}

    /** The draft was filed meanwhile. */
    record Filed(CaseNumber number) implements PageSaved {}
}
