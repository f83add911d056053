package org.zhengtong.data.registers.internal.matching;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;

/**
 * A comparison of two registers (比对).
 *
 * @param dates what else must be near each other; null when the compared items alone decide
 * @param work the long work that runs it
 */
public record Matching(
        long id,
        String name,
        Side left,
        Side right,
        Rule rule,
        BigDecimal leastScore,
        @Nullable Nearness dates,
        State state,
        long compared,
        @Nullable Long work,
        String createdBy,
        Instant createdAt) {

    /** Whether it can still be stopped. */
    public boolean running() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** A register and the item that is compared. */
    public record Side(RegisterCode register, ItemName item) {}

    /** Two dates, one of each side, at most so many days apart. */
    public record Nearness(ItemName left, ItemName right, int days) {}

    /** When two values count as a pair. */
    public enum Rule {
        /** They are the same. */
        EXACT,
        /** They are the same without blanks, brackets and punctuation. */
        NAME,
        /** They share enough pairs of neighbouring letters. */
        SIMILAR
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELED
    }

    /** A pair of records. */
    public record Pair(
            long number,
            String leftKey,
            String rightKey,
            BigDecimal score,
            Verdict verdict,
            @Nullable String judgedBy,
            @Nullable String note) {}

    /** What somebody thinks of a pair. */
    public enum Verdict {
        OPEN,
        SAME,
        DIFFERENT,
        LATER
    }
}
