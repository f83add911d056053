package org.zhengtong.app.hall.web.filing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.Procedures;

/**
 * All answers before handing in.
 *
 * @param open tasks that must be done first
 * @param departments names of the departments that will use the answers
 * @param chosen what the answers come to; null when nothing can be applied for
 * @param commitment whether the commitment was confirmed
 * @param blocked why it cannot be handed in at all, in words
 */
public record CheckPage(
        Draft draft,
        AnswersView answers,
        List<FormTasks.Task> open,
        List<String> departments,
        List<FieldFault> faults,
        boolean truth,
        boolean consent,
        Procedures.@Nullable Chosen chosen,
        boolean commitment,
        @Nullable String blocked) {

    /** Address of the draft. */
    public String address() {
        return "/applications/" + draft.id().value();
    }
}
