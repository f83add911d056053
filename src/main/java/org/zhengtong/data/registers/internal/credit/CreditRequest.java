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

    /** What is asked for, and within how many working days it is answered. */
    public enum Kind {
        // 失信行为纠正后的信用信息修复管理办法（试行）（2023）第二十条、第二十五条: checked within ten working days.
        OBJECTION(10),
        REPAIR(10);

        private final int days;

        Kind(int days) {
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        GRANTED,
        REFUSED
    }
}
