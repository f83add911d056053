package org.zhengtong.data.connectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RegisterCode;

/**
 * What of a source goes into which register, when and how (接入约定).
 *
 * @param columns the source's columns when the mapping was saved
 * @param watermark where the last run ended; empty before the first
 * @param nextAt when it runs next; null when nobody asked for it
 * @param since from when its silence is counted
 */
public record Contract(
        long id,
        long source,
        Draft draft,
        boolean paused,
        List<SourceColumn> columns,
        String watermark,
        @Nullable Instant nextAt,
        Instant since,
        Instant changedAt,
        String changedBy) {

    public Contract {
        columns = List.copyOf(columns);
    }

    /** What somebody wants a contract to be. */
    public record Draft(String name, RegisterCode register, Map<String, String> reading, Plan plan) {
        public Draft {
            reading = Map.copyOf(reading);
        }
    }

    /**
     * When and how fast.
     *
     * @param schedule a line that {@link org.zhengtong.base.jobs.JobSchedule#parse} reads; empty: when somebody asks
     * @param rowsPerSecond 0 for as fast as it goes
     * @param expect silence longer than this is told; zero: none is
     */
    public record Plan(String schedule, @Nullable Window window, int rowsPerSecond, Duration expect) {}

    /** Times of day within which may be loaded; may reach over midnight. */
    public record Window(LocalTime from, LocalTime to) {

        public boolean covers(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /** A column with its type as the source calls it; empty where it has none. */
    public record SourceColumn(String name, String type) {}

    public String name() {
        return draft.name();
    }

    public RegisterCode register() {
        return draft.register();
    }

    public Plan plan() {
        return draft.plan();
    }

    /** How it reads, empty when it is not said. */
    public String reading(String key) {
        return draft.reading().getOrDefault(key, "");
    }
}
