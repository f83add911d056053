package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * A case that came to its end is handled anew (重新办理), because its decision was revoked from outside or by the authority itself.
 *
 * @param serial counts those of a case, from 1
 * @param document number of the decision or judgment
 * @param body that made it
 * @param datedOn its date
 * @param steps that are done again; none when the case had not been accepted
 * @param file the uploaded decision
 * @param limit that it sets; null when the procedure's own applies
 * @param before how the case had ended
 * @param result the licence it had come to
 * @param answer why it was not confirmed
 */
public record Reopening(
        int serial,
        Kind kind,
        String document,
        String body,
        LocalDate datedOn,
        String reason,
        List<String> steps,
        Paper file,
        @Nullable TimeLimit limit,
        CaseState before,
        @Nullable String result,
        State state,
        @Nullable Long askedBy,
        String askedName,
        Instant askedAt,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String answer) {

    public Reopening {
        steps = List.copyOf(steps);
    }

    /** Why. */
    public enum Kind {
        /** A reconsideration decision revoked it and ordered to act anew (行政复议法 2023 第六十四条). */
        RECONSIDERATION,
        /** A judgment did (行政诉讼法 第七十条). */
        LITIGATION,
        /** The authority mends its own error. */
        SELF_CORRECTION
    }

    /** What became of the request. */
    public enum State {
        ASKED,
        CONFIRMED,
        REFUSED
    }

    /** A stored file. */
    public record Paper(String file, String name) {}

    /** The same with its answer. */
    public Reopening answered(State how, String by, Instant at, @Nullable String words) {
        return new Reopening(
                serial, kind, document, body, datedOn, reason, steps, file, limit, before, result, how, askedBy,
                askedName, askedAt, by, at, words);
    }
}
