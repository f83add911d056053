package org.zhengtong.data.registers.internal.credit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An objection to a published entry (异议), or a request to end its publicity early (信用修复). */
public record CreditRequest(
        long id,
        String entry,
        Kind kind,
        String reason,
        long filedBy,
        String filedByName,
        Instant filedAt,
        LocalDate dueOn,
        State state,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {

    /** What is asked for. */
    public enum Kind {
        OBJECTION(CreditRules.Act.OBJECTION),
        REPAIR(CreditRules.Act.REPAIR);

        private final CreditRules.Act act;

        Kind(CreditRules.Act act) {
            this.act = act;
        }

        /** What limits its answer. */
        CreditRules.Act act() {
            return act;
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        GRANTED,
        REFUSED
    }
}
