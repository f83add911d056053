package org.zhengtong.app.hall.web.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.service.casework.CaseFile;

/**
 * The confirmation that an application arrived, and what happens next.
 *
 * @param receiver the department that takes it in
 * @param answerUntil until when the applicant must be told what is missing
 * @param acceptedOn the first day on which it can be accepted: the day of filing, or the next working day
 * @param decideUntil last day if it is accepted then, null when nothing is promised
 * @param limit that promise in words
 */
public record ReceiptPage(
        CaseFile file,
        String receiver,
        LocalDate filedOn,
        LocalDate acceptedOn,
        @Nullable LocalDate answerUntil,
        @Nullable LocalDate decideUntil,
        @Nullable String limit,
        List<RulerDay> days,
        int departments) {

    /** Address of the case. */
    public String address() {
        return "/cases/" + file.number().value();
    }
}
