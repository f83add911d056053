package org.zhengtong.base.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Each room migrates a schema of its own name from {@code db/migration/<room>}, with a history of its own; rooms do not
 * know each other's tables, so their order does not matter.
 */
@Component
class RoomMigrations implements FlywayMigrationStrategy {

    private static final Pattern ROOM = Pattern.compile(".*/db/migration/([a-z]+)/V[^/]+\\.sql");

    @Override
    public void migrate(Flyway shared) {
        for (var room : rooms()) {
            Flyway.configure(shared.getConfiguration().getClassLoader())
                    .dataSource(shared.getConfiguration().getDataSource())
                    .locations("classpath:db/migration/" + room)
                    .schemas(room)
                    .table("migration")
                    .createSchemas(true)
                    .load()
                    .migrate();
        }
    }

    private static List<String> rooms() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            return Stream.of(files)
                    .map(file -> ROOM.matcher(String.valueOf(file)))
                    .filter(matcher -> matcher.find())
                    .map(matcher -> matcher.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
