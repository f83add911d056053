package org.zhengtong.data.registers.web.credit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.data.registers.internal.credit.CreditEntry;
import org.zhengtong.data.registers.internal.credit.CreditPublicity.Timeliness;
import org.zhengtong.data.registers.internal.credit.CreditRequest;

/** What the pages about credit show. */
public final class CreditPages {

    private CreditPages() {}

    /** What is published about legal persons of this name or code. */
    public record SearchPage(
            String text,
            boolean asked,
            List<CreditEntry> entries,
            @Nullable Integer limit) {}

    /**
     * One entry.
     *
     * @param own whether the entry is about the enterprise that is signed in
     * @param repairable whether its publicity may be asked to end early by now
     * @param answers within how many working days an objection and a repair are answered
     */
    public record EntryPage(
            CreditEntry entry,
            boolean own,
            boolean signedIn,
            boolean repairable,
            Answers answers,
            String kind,
            String reason,
            List<FieldFault> errors,
            String done) {

        public @Nullable String doneKey() {
            return done.isEmpty() ? null : "registers.credit.done." + done;
        }
    }

    /** Working days. */
    public record Answers(int objection, int repair) {}

    /** An enterprise's own requests. */
    public record MinePage(List<CreditRequest> requests) {}

    /** An answer that could not be taken. */
    public record Typed(long request, String answer) {}

    /** Requests to answer, and how timely authorities publish. */
    public record DeskPage(
            List<CreditRequest> requests,
            boolean answered,
            List<Timeliness> timeliness,
            LocalDate today,
            CreditPages.@Nullable Typed typed,
            List<FieldFault> errors,
            String done) {

        public @Nullable String doneKey() {
            return done.isEmpty() ? null : "registers.credit.done." + done;
        }

        public String answer(CreditRequest request) {
            return typed != null && typed.request() == request.id() ? typed.answer() : "";
        }

        public String drawn(CreditRequest request) {
            return request.state() != CreditRequest.State.OPEN
                    ? "done"
                    : today.isAfter(request.dueOn()) ? "overdue" : "doing";
        }
    }
}
