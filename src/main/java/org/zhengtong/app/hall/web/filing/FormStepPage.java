package org.zhengtong.app.hall.web.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.FormView;
import org.zhengtong.service.casework.Draft;

/**
 * One page of the form.
 *
 * @param seen fingerprint of the answers that this page was made from
 * @param removed what the row was called that can be brought back, null when there is none
 * @param elsewhere this page as it was saved elsewhere meanwhile; empty when nobody did
 */
public record FormStepPage(
        Draft draft, FormView view, String seen, @Nullable String removed, List<AnswersView.Row> elsewhere) {

    /** Address of the draft. */
    public String address() {
        return "/applications/" + draft.id().value();
    }

    /** Whether something was saved already. */
    public boolean saved() {
        return draft.savedAt().isAfter(draft.createdAt());
    }
}
