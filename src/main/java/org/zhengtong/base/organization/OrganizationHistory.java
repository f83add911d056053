package org.zhengtong.base.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of departments, posts and staff over time. */
public interface OrganizationHistory {

    /** The names that a department had, the latest first. */
    List<FormerName> formerNames(DepartmentId department);

    /** Mergers and splits by which a department came to be. */
    List<Succession> cameFrom(DepartmentId department);

    /** Mergers and splits by which a department passed on its work. */
    List<Succession> passedTo(DepartmentId department);

    /** The posts that somebody held, the latest first. */
    List<PastPost> pastPosts(StaffId staff);

    /** Changes, planned ones first, then the latest; {@code before} continues after the change with this number. */
    List<Change> changes(String kind, String subject, @Nullable Long before, int limit);

    /** One change. */
    Optional<Change> find(long id);

    /** A name until a day. */
    record FormerName(String name, String shortName, LocalDate until) {}

    /** One department's work passed to another; {@code heir} took the running work. */
    record Succession(DepartmentId from, DepartmentId to, boolean merged, boolean heir, LocalDate effectiveOn) {}

    /** A post held until a day. */
    record PastPost(PostId post, String name, @Nullable LocalDate since, LocalDate until) {}

    /** A change, planned or in force. */
    record Change(
            long id,
            String kind,
            State state,
            LocalDate effectiveOn,
            String reason,
            List<String> subjects,
            int touched,
            @Nullable String blockedBy,
            String plannedBy,
            Instant plannedAt,
            @Nullable Instant inForceAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt) {

        /** Whether it may be set back by those who may edit. */
        public boolean undoable() {
            return state == State.IN_FORCE && !List.of("MERGE", "SPLIT", "UNDO").contains(kind);
        }
    }

    /** How far a change has come. */
    enum State {
        PLANNED,
        IN_FORCE,
        UNDONE,
        CANCELED
    }
}
