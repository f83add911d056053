package org.zhengtong.service.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A trial of a version of the rules on past events (试算); no card is issued.
 *
 * @param against the version in force when it was started, tried on the same events
 * @param work the job; null while it is being made
 */
public record Simulation(
        long id,
        String version,
        String against,
        LocalDate from,
        LocalDate to,
        String startedName,
        Instant startedAt,
        @Nullable WorkId work) {

    /** How the versions differ on one thing. */
    public enum Change {
        /** Only the tried version gives a card. */
        ADDED,
        /** Only the version in force gives one. */
        GONE,
        /** Both do, but of another level or with other points. */
        CHANGED,
        SAME
    }

    /** Cards and points under both versions; {@code key} is a department or a rule. */
    public record Tally(String key, long tried, long inForce, BigDecimal triedPoints, BigDecimal inForcePoints) {}

    /** A thing that would earn a card under one of the versions or both. */
    public record Found(
            String thing,
            Change change,
            String subject,
            String itemName,
            DepartmentId department,
            @Nullable Side tried,
            @Nullable Side inForce) {}

    /** The card one version gives. */
    public record Side(String ruleId, CardLevel level, BigDecimal points, LocalDate countsOn) {}

    /** What came of a trial. */
    public record Result(
            List<Tally> byDepartment, List<Tally> byRule, long added, long gone, long changed, long same) {}

    /** Which of the things are shown; null means all. */
    public record Filter(
            @Nullable Change change,
            @Nullable DepartmentId department,
            @Nullable String ruleId,
            String after) {}
}
