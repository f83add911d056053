package org.zhengtong.base.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Each room migrates a schema of its own name from {@code db/migration/<room>}, with a history of its own; rooms do not
 * know each other's tables, so their order does not matter. A database that has seen exactly these files is left alone.
 */
public final class RoomMigrations {

    private static final Pattern ROOM = Pattern.compile(".*/db/migration/([a-z]+)/V([0-9]+)__[^/]+\\.sql");

    private RoomMigrations() {}

    /** Brings all rooms of this database up to date, or leaves it alone. */
    static void bringUpToDate(DataSource database) {
        var store = new MigrationStore(database);
        var files = files();
        var digest = digest(files);
        if (store.knows(digest)) {
            return;
        }
        newest(files).forEach((room, version) -> bringTo(database, room, version));
        store.remember(digest);
    }

    /** The newest version of each room. */
    public static Map<String, Integer> newest() {
        return newest(files());
    }

    /** Brings each of these rooms to this version. */
    public static void bringTo(DataSource database, Map<String, Integer> versions) {
        versions.forEach((room, version) -> bringTo(database, room, version));
    }

    private static void bringTo(DataSource database, String room, int version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + room)
                .schemas(room)
                .table("migration")
                .createSchemas(true)
                .target(String.valueOf(version))
                .load()
                .migrate();
    }

    private static List<Resource> files() {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql");
            return Stream.of(found)
                    .sorted(Comparator.comparing(String::valueOf))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> newest(List<Resource> files) {
        var newest = new TreeMap<String, Integer>();
        for (var file : files) {
            var matcher = ROOM.matcher(String.valueOf(file));
            if (matcher.find()) {
                newest.merge(matcher.group(1), Integer.parseInt(matcher.group(2)), Math::max);
            }
        }
        return newest;
    }

    private static String digest(List<Resource> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
