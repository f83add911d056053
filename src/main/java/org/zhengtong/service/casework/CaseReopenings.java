package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * Handling a case anew after its decision was revoked (重新办理). Whoever decides for the department that leads registers the
 * decision; a second person who approves more time there confirms it.
 */
public interface CaseReopenings {

    /** The longest limit that can be typed. */
    int LONGEST_DAYS = 365;

    /** Keeps the decision and asks for confirmation; nothing in the case goes on before. */
    RegisterOutcome register(CaseNumber number, Register register, @Nullable Upload file, CurrentUser by);

    /** The case is open from today on: chosen steps and all after them are done again, clocks begin anew. */
    CaseOutcome confirm(CaseNumber number, int serial, CurrentUser by);

    /** Does not confirm it, with reasons for whoever registered it. */
    CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser by);

    /** Whether this member of staff may register a decision for this case, were it in the right state. */
    boolean mayRegister(CaseFile file, CurrentUser by);

    /** Whether this member of staff may confirm it, unless he registered it himself. */
    boolean mayConfirm(CaseFile file, CurrentUser by);

    /** The steps that can be done again, in the order of the procedure; none for a case that was not accepted. */
    List<Place> places(CaseNumber number, CurrentUser by);

    /** What is registered. */
    record Register(
            Reopening.@Nullable Kind kind,
            String document,
            String body,
            @Nullable LocalDate datedOn,
            String reason,
            List<String> steps,
            @Nullable TimeLimit limit) {
        public Register {
            steps = List.copyOf(steps);
        }
    }

    /** The decision as it arrives. */
    record Upload(String name, @Nullable String type, InputStreamSource content) {}

    /** A step that can be done again. */
    record Place(String step, String title, String department, boolean granted) {}

    /** What became of a registration. */
    sealed interface RegisterOutcome {

        /** What the case engine says. */
        record Answered(CaseOutcome outcome) implements RegisterOutcome {}

        /** The file was not taken; nothing was written. */
        record FileRefused(String textKey, List<Object> args) implements RegisterOutcome {
            public FileRefused {
                args = List.copyOf(args);
            }
        }
    }
}
