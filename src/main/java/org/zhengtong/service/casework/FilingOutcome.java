package org.zhengtong.service.casework;

import java.time.Instant;
import java.util.List;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Violation;

/** What came of filing a draft. */
public sealed interface FilingOutcome {

    /** The case exists; also the answer to a second click on the same draft. */
    record Filed(CaseNumber number, Instant at, boolean repeated) implements FilingOutcome {}

    /** The form is not complete or not right; all faults at once, each beside its field. */
    record Incomplete(List<Violation> violations) implements FilingOutcome {}

    /** The form has a newer version than the draft; the page shows what changed before it can be filed. */
    record FormChanged(FormVersion draft, FormVersion current) implements FilingOutcome {}

    /** The draft's division has no department for one of the procedure's steps; the text names it. */
    record NoDepartment(String step, String slug) implements FilingOutcome {}
}
