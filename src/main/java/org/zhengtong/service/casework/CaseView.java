package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything the case page and the applicant's progress page show.
 *
 * @param formKey the form and its version, to print the answers with the schema room
 * @param answers the application as filed or supplemented
 * @param clocks the joint clock once accepted, else the intake clock; then one per department in the procedure's order
 * @param lanes the departments' steps with their tasks, in the procedure's order
 * @param timeline what happened, the latest first
 * @param specialProcedures in the order they were started
 * @param extensions requests for more time, in the order they were made
 * @param opinions questions to other departments, in the order they were asked; only staff reads them
 * @param visits of the place, in the order they were planned; without what was found for anybody but staff
 * @param suspensions of the whole case, in the order they began
 * @param offered materials that follow and a commitment instead of materials
 * @param reopenings decisions by which the case was to be handled anew, in the order they were registered; for staff those asked for too
 */
public record CaseView(
        CaseFile file,
        String formKey,
        FormVersion formVersion,
        ObjectNode answers,
        List<ClockView> clocks,
        @Nullable Lane intake,
        List<Lane> lanes,
        List<Happening> timeline,
        List<Material> materials,
        List<Supplement> supplements,
        List<Document> documents,
        List<SpecialProcedure> specialProcedures,
        List<Extension> extensions,
        List<Opinion> opinions,
        List<Suspension> suspensions,
        List<SiteVisit> visits,
        Offered offered,
        List<Reopening> reopenings) {

    /** The clock of the whole case after acceptance, the intake clock before it. */
    public @Nullable ClockView mainClock() {
        return clocks.isEmpty() ? null : clocks.getFirst();
    }

    /**
     * One step of the case.
     *
     * @param task null when the step was not reached yet
     * @param mayRecallUntil until when the decision can be taken back, null when it cannot
     * @param own what the lane of a bundle has of its own
     */
    public record Lane(
            String step,
            String title,
            Block.StepKind kind,
            DepartmentId department,
            String departmentName,
            boolean lead,
            @Nullable TaskId task,
            @Nullable TaskState state,
            @Nullable String holderName,
            @Nullable Instant openedAt,
            @Nullable Instant doneAt,
            @Nullable String doneByName,
            @Nullable Decision decision,
            @Nullable Instant mayRecallUntil,
            @Nullable ClockView clock,
            Block.Own own) {}

    /**
     * One entry of the timeline.
     *
     * @param detail named values for the sentence that the page makes from {@code kind}
     */
    public record Happening(
            Instant at, EventKind kind, @Nullable String actorName, Map<String, String> detail) {

        /** The special procedure it is about; null when it is about none. */
        public SpecialProcedure.@Nullable Kind procedure() {
            var name = detail.get("procedure");
            return name == null ? null : SpecialProcedure.Kind.valueOf(name);
        }

        /** What it is about, as a day and place written by {@code day} for a visit; "" when it has no title. */
        public String title(Function<LocalDate, String> day) {
            var on = detail.get("on");
            var place = detail.get("place");
            return on == null || place == null
                    ? detail.getOrDefault("title", "")
                    : day.apply(LocalDate.parse(on)) + " " + detail.getOrDefault("time", "") + " " + place;
        }

        /** By how much a limit becomes longer, or should; null when it is about something else. */
        public @Nullable TimeLimit amount() {
            var text = detail.get("amount");
            if (text == null) {
                return null;
            }
            var unit = text.endsWith("w") ? TimeLimitUnit.WORKING_DAYS : TimeLimitUnit.CALENDAR_DAYS;
            return new TimeLimit(Integer.parseInt(text, 0, text.length() - 1, 10), unit);
        }
    }

    /** What can happen to a case; the pages that show it have a sentence for each. */
    public enum EventKind {
        FILED,
        ACCEPTED,
        DEEMED_ACCEPTED,
        ACCEPTANCE_REFUSED,
        SUPPLEMENT_REQUESTED,
        SUPPLEMENTED,
        CLAIMED,
        RELEASED,
        TRANSFERRED,
        STEP_GRANTED,
        STEP_DENIED,
        STEP_RECALLED,
        STEP_RETURNED,
        RECHECKED,
        STEP_ADDED,
        STEP_UNADDED,
        GRANTED,
        DENIED,
        WITHDRAWN,
        DELIVERED,
        WITHDRAWAL_SENT,
        WITHDRAWAL_TOO_LATE,
        LIMIT_CHANGED,
        SPECIAL_PROCEDURE_STARTED,
        SPECIAL_PROCEDURE_ENDED,
        EXTENSION_ASKED,
        EXTENSION_APPROVED,
        EXTENSION_REFUSED,
        ANSWER_REMINDED,
        VISIT_PLANNED,
        VISIT_MOVED,
        VISIT_CALLED_OFF,
        VISIT_FOUND,
        VISIT_CLOSED,
        SUSPENDED,
        RESUMED,
        REOPENING_ASKED,
        REOPENED,
        REOPENING_REFUSED,
        OPINION_ASKED,
        OPINION_GIVEN,
        OPINION_TAKEN_BACK,
        SIGN_ASKED,
        SIGNED,
        SIGN_MET,
        SIGN_FAILED,
        SIGN_TAKEN_BACK,
        MATERIALS_DEFERRED,
        DEFERRED_SUPPLIED,
        COMMITTED,
        COMMITMENT_KEPT,
        COMMITMENT_BROKEN
    }

    /**
     * A material of the application.
     *
     * @param file identifier of the stored file, null when none was given
     */
    public record Material(
            String key,
            String title,
            @Nullable String file,
            @Nullable String fileName,
            long bytes) {}

    /** What the applicant was asked for, and when it came. */
    public record Supplement(
            Instant requestedAt,
            String byName,
            List<SupplementItem> items,
            @Nullable Instant arrivedAt) {}

    /**
     * A legal document of the case.
     *
     * @param serial of the documents of this kind, from 1
     * @param number the case number with the kind's own ending
     * @param file identifier of the sealed PDF in the file store, null while it is being made
     * @param revoked whether the decision it tells was revoked and the case handled anew
     */
    public record Document(
            DocumentKind kind,
            int serial,
            String number,
            LocalDate datedOn,
            @Nullable String file,
            boolean revoked) {

        /** The end of its address: the kind, and which one when there are several. */
        public String path() {
            return serial == 1 ? kind.name() : kind.name() + "/" + serial;
        }
    }

    /** The legal documents (行政许可法 第三十二条, 第三十八条, 第四十二条, 第四十五条). */
    public enum DocumentKind {
        ACCEPTANCE_NOTICE,
        ACCEPTANCE_REFUSAL,
        SUPPLEMENT_NOTICE,
        SPECIAL_PROCEDURE_NOTICE,
        EXTENSION_NOTICE,
        OPINION_REQUEST,
        OPINION_REPLY,
        COUNTERSIGN_SHEET,
        SUSPENSION_NOTICE,
        RESUMPTION_NOTICE,
        REOPENING_NOTICE,
        VISIT_NOTICE,
        VISIT_RECORD,
        DEFERRAL_NOTICE,
        COMMITMENT,
        REVOCATION_PROPOSAL,
        GRANT,
        DENIAL;

        /** Whether it stays among departments and does not go to the applicant. */
        public boolean betweenDepartments() {
            return this == OPINION_REQUEST
                    || this == OPINION_REPLY
                    || this == COUNTERSIGN_SHEET
                    || this == VISIT_RECORD;
        }
    }
}
