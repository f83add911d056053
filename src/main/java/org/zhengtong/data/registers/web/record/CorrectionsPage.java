package org.zhengtong.data.registers.web.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;

/** Doubts that wait for an answer, or were answered. */
public record CorrectionsPage(
        List<CorrectionsPage.Line> lines, boolean answered, boolean continued, boolean more, LocalDate today) {

    /** One doubt; the item is null when the register has it no longer. */
    public record Line(
            CorrectionRequest request,
            RegisterDefinition register,
            @Nullable RegisterItem item,
            String source) {

        /** How urgent it looks. */
        public String drawn(LocalDate today) {
            return switch (request.state()) {
                case CORRECTED, KEPT -> "done";
                case OPEN ->
                    today.isAfter(request.dueOn())
                            ? "overdue"
                            : today.plusDays(1).isAfter(request.dueOn()) ? "soon" : "doing";
            };
        }

        public String stateKey(LocalDate today) {
            return "registers.correction.state."
                    + (request.state().name().equals("OPEN") && today.isAfter(request.dueOn())
                            ? "LATE"
                            : request.state().name());
        }
    }

    private String address() {
        return "/staff/registers/corrections" + (answered ? "?answered=true" : "?answered=false");
    }

    public @Nullable String first() {
        return continued ? address() : null;
    }

    public @Nullable String next() {
        return more ? address() + "&after=" + lines.getLast().request().id() : null;
    }
}
