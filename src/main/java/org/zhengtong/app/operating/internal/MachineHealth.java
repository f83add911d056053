package org.zhengtong.app.operating.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhengtong.app.operating.HealthLine;

/** The program, its database, its disk and its clock. */
@Component
class MachineHealth {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final Duration LONG_TRANSACTION = Duration.ofMinutes(30);

    /** Time stamps and second factors bear little more. */
    private static final Duration CLOCK_APART = Duration.ofSeconds(5);

    private final HealthStore store;
    private final Path data;
    private final Optional<BuildProperties> build;

    MachineHealth(
            HealthStore store, @Value("${zhengtong.data-dir:var}") Path data, ObjectProvider<BuildProperties> build) {
        this.store = store;
        this.data = data.toAbsolutePath().normalize();
        this.build = Optional.ofNullable(build.getIfAvailable());
    }

    List<HealthLine> look() {
        try {
            // The machine's own clock is what is looked at here, so the node's Clock is not asked.
            var asked = Instant.ofEpochMilli(System.currentTimeMillis());
            var server = store.ask();
            return List.of(program(), database(server), disk(), clock(server.now(), asked));
        } catch (DataAccessException e) {
            return List.of(
                    program(),
                    HealthLine.bad(
                            "database",
                            "silent",
                            String.valueOf(e.getMostSpecificCause().getMessage())),
                    disk());
        }
    }

    private HealthLine program() {
        var up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var version = build.map(BuildProperties::getVersion).orElse("-");
        return HealthLine.good(
                "program",
                up.toDays() > 0 ? "days" : "hours",
                version,
                Runtime.version().feature(),
                up.toDays(),
                up.toHours() % 24,
                up.toMinutes() % 60);
    }

    private static HealthLine database(HealthStore.Server server) {
        var size = server.size() / MEBIBYTE;
        if (server.connections() > server.allowed() * 9 / 10) {
            return HealthLine.bad("database", "crowded", server.connections(), server.allowed());
        }
        if (server.longest().compareTo(LONG_TRANSACTION) > 0) {
            return HealthLine.care("database", "long", server.longest().toMinutes());
        }
        return HealthLine.good("database", "good", server.version(), size, server.connections(), server.allowed());
    }

    private HealthLine disk() {
        try {
            var disk = Files.getFileStore(data);
            var free = disk.getUsableSpace() / MEBIBYTE;
            var percent = disk.getUsableSpace() * 100 / Math.max(1, disk.getTotalSpace());
            return disk(free, percent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HealthLine disk(long free, long percent) {
        if (free < 1024 || percent < 3) {
            return HealthLine.bad("disk", "full", free, percent, data.toString());
        }
        if (free < 5 * 1024 || percent < 10) {
            return HealthLine.care("disk", "little", free, percent, data.toString());
        }
        return HealthLine.good("disk", "good", free, percent, data.toString());
    }

    static HealthLine clock(Instant databases, Instant ours) {
        var apart = Duration.between(ours, databases).abs();
        return apart.compareTo(CLOCK_APART) > 0
                ? HealthLine.bad("clock", "apart", apart.toSeconds())
                : HealthLine.good("clock", "good");
    }
}
