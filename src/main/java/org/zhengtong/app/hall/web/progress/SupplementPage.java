package org.zhengtong.app.hall.web.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.hall.internal.OpenSupplement;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.service.casework.CaseFile;

/**
 * All that is asked for at once, with its reasons, and sending it.
 *
 * @param until the last day for materials that follow (容缺受理); null when a supplement was asked for
 */
public record SupplementPage(
        CaseFile file,
        List<OpenSupplement.Ask> asks,
        Instant requestedAt,
        @Nullable LocalDate until,
        @Nullable Instant savedAt,
        List<FieldFault> faults) {

    /** Address of the case. */
    public String address() {
        return "/cases/" + file.number().value();
    }

    /** Whether each page that something is asked for on was changed. */
    public boolean ready() {
        return asks.stream().allMatch(OpenSupplement.Ask::touched);
    }
}
