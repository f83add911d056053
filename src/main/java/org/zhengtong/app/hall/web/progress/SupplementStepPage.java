package org.zhengtong.app.hall.web.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.hall.internal.OpenSupplement;
import org.zhengtong.base.schema.FormView;
import org.zhengtong.service.casework.CaseFile;

/** One page of the form that something is asked for on. */
public record SupplementStepPage(
        CaseFile file,
        FormView view,
        List<OpenSupplement.Ask> asks,
        @Nullable Instant savedAt) {

    /** Address of the supplement. */
    public String address() {
        return "/cases/" + file.number().value() + "/supplement";
    }
}
