package org.zhengtong.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/** Doubts about items (疑义校核): raised by who sees them, answered by the authoritative source within a limit. */
public interface Corrections {

    /** Raises a doubt; readers see the item as under check from now on. */
    CorrectionRequest flag(Doubt doubt, CurrentUser by);

    /** Those that may be answered by this user's departments, the most urgent first. */
    List<CorrectionRequest> inbox(CurrentUser user, boolean answered, @Nullable Long after, int most);

    Optional<CorrectionRequest> find(long id);

    /** Doubts about a record that wait for an answer. */
    List<CorrectionRequest> openFor(RegisterCode register, RecordKey key);

    /** The source agrees: the value is corrected, from the given day on. */
    CorrectOutcome correct(long id, String value, LocalDate validFrom, String answer, CurrentUser by);

    /** The source finds the value right, and says why. */
    CorrectOutcome keep(long id, String answer, CurrentUser by);

    /** How many wait for this user. */
    long waiting(CurrentUser user);

    /** What somebody doubts; {@code claimed} may be empty when only the fault is known. */
    record Doubt(RegisterCode register, RecordKey key, ItemName item, String claimed, String reason) {}

    /**
     * A doubt and its answer.
     *
     * @param source the department that answers
     * @param position of the record when it was doubted
     */
    record CorrectionRequest(
            long id,
            RegisterCode register,
            RecordKey key,
            ItemName item,
            String shown,
            String claimed,
            String reason,
            DepartmentId source,
            long flaggedBy,
            String flaggedByName,
            Instant flaggedAt,
            LocalDate dueOn,
            State state,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}

    /** Where a doubt stands. */
    enum State {
        OPEN,
        CORRECTED,
        KEPT
    }

    /** What became of an answer. */
    sealed interface CorrectOutcome {
        /** Answered. */
        record Answered(CorrectionRequest request) implements CorrectOutcome {}

        /** Somebody answered before. */
        record AnsweredBefore(CorrectionRequest request) implements CorrectOutcome {}

        /** The new value is not as the definition wants it. */
        record Refused(List<RegisterLoading.RowFault> faults) implements CorrectOutcome {}
    }
}
