package org.zhengtong.data.connectors;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A department's own system (来源).
 *
 * @param settings what {@link SourceKind#fields} asks for
 * @param secretKept whether a password or token is kept for it
 */
public record Source(
        long id,
        String name,
        DepartmentId department,
        SourceKind kind,
        Map<String, String> settings,
        boolean secretKept,
        boolean paused,
        Instant changedAt,
        String changedBy,
        @Nullable Tested tested) {

    public Source {
        settings = Map.copyOf(settings);
    }

    /** What the last test of the connection said. */
    public record Tested(Instant at, boolean good, JobNote note) {}

    /**
     * What somebody wants a source to be.
     *
     * @param secret password or token; empty keeps the one that is kept
     */
    public record Draft(
            String name, DepartmentId department, SourceKind kind, Map<String, String> settings, String secret) {
        public Draft {
            settings = Map.copyOf(settings);
        }

        @Override
        public String toString() {
            return name + " (" + kind + ")";
        }
    }

    /** A setting, empty when it is not said. */
    public String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
