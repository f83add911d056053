package org.zhengtong.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.zhengtong.base.database.PostgresServer;

/** A streaming replica of the server of {@link RoomDatabase}, made of a copy of its files. */
public final class ReplicaServer implements AutoCloseable {

    /** What a server makes for itself, or fetches from the primary. */
    private static final Set<String> OWN = Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot");

    private final PostgresServer server;

    private ReplicaServer(PostgresServer server) {
        this.server = server;
    }

    /** Copies the server on which this database lies, and follows it from then on. */
    public static ReplicaServer of(DataSource database, Path home) throws IOException, SQLException {
        try (var connection = database.getConnection()) {
            var primary = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var source = Path.of(
                    primary.sql("show data_directory").query(String.class).single());
            var port = primary.sql("show port").query(String.class).single();
            var copy = home.resolve("data");
            primary.sql("select pg_backup_start('replica', true)")
                    .query(String.class)
                    .single();
            copy(source, copy);
            Files.copy(source.resolveSibling("password"), home.resolve("password"));
            Files.writeString(copy.resolve("backup_label"), label(connection));
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s'%n"
                            .formatted(port, RoomDatabase.username(), RoomDatabase.password()));
            return new ReplicaServer(PostgresServer.startForTests(home));
        }
    }

    private static String label(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(
                        target.resolve(source.relativize(folder)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return OWN.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!OWN.contains(String.valueOf(file.getFileName()))) {
                    try {
                        Files.copy(file, target.resolve(source.relativize(file)));
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    /** Address of the copy of a database. */
    public String urlOf(DataSource database) {
        var own = RoomDatabase.urlOf(database);
        return server.jdbcUrl().replaceAll("/[a-z]+$", own.substring(own.lastIndexOf('/')));
    }

    @Override
    public void close() {
        server.close();
    }
}
