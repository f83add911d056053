package org.zhengtong.data.registers.web.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;

/** One doubt and the form that answers it. */
public record CorrectionPage(
        CorrectionsPage.Line line,
        @Nullable String record,
        boolean mayAnswer,
        CorrectionPage.Typed typed,
        List<String[]> faults,
        LocalDate today,
        boolean done) {

    /** What stands in the form. */
    public record Typed(String verdict, String value, String from, String answer) {}

    public List<FieldFault> errors() {
        return faults.stream().map(each -> new FieldFault(each[0], each[1])).toList();
    }
}
