package org.zhengtong.app.hall.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.SupplementItem;
import tools.jackson.databind.node.ObjectNode;

/**
 * A supplement being written.
 *
 * @param answers as corrected so far
 * @param savedAt when something was corrected last, null when nothing was yet
 */
public record OpenSupplement(
        CaseView view,
        FormSchema form,
        List<Ask> asks,
        ObjectNode answers,
        @Nullable Instant savedAt) {

    /** What is asked for, on which page of the form, and whether that page was changed. */
    public record Ask(SupplementItem item, String page, String pageTitle, boolean touched) {}

    /** The case's number. */
    public CaseNumber number() {
        return view.file().number();
    }
}
