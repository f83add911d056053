package org.zhengtong.data.connectors;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
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

    private static final Set<String> KEY_SHOWN =
            Set.of(SourceFault.HOST_KEY_UNKNOWN.key(), SourceFault.HOST_KEY_CHANGED.key());

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

    /** The key of the other machine that the last test saw and nobody has confirmed; null when there is none. */
    public @Nullable String keyToConfirm() {
        if (tested == null || !KEY_SHOWN.contains(tested.note().key())) {
            return null;
        }
        var key = tested.note().args().get(1);
        return key.equals(setting("hostKey")) ? null : key;
    }

    /** A setting, empty when it is not said. */
    public String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
