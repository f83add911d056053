package org.zhengtong.base.database.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.database.NodeDatabase;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** Reaches a node's database without starting the node. */
public final class CommandDatabase implements NodeDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(CommandDatabase.class);
    private static final int LINE_OF_PORT = 3;

    private final DataSource connections;
    private final boolean outside;
    private final @Nullable PostgresServer started;

    private CommandDatabase(
            String url, String user, String password, boolean outside, @Nullable PostgresServer started) {
        this.connections = new DriverManagerDataSource(url, user, password);
        this.outside = outside;
        this.started = started;
    }

    /** As {@link NodeDatabase#reach} says. */
    public static NodeDatabase reach(Environment environment) {
        var settings = settings(environment);
        if (!settings.database().url().isEmpty()) {
            return outside(settings.database());
        }
        var home = settings.dataDir().resolve("postgres");
        if (!Files.isDirectory(home.resolve("data"))) {
            throw new StartupFailure(
                    "database.nothing_there", null, settings.dataDir().toAbsolutePath());
        }
        return isInUse(home) ? running(home) : embedded(PostgresServer.start(home));
    }

    /** As {@link NodeDatabase#make} says. */
    public static NodeDatabase make(Environment environment, Path home) {
        var settings = settings(environment);
        return settings.database().url().isEmpty()
                ? embedded(PostgresServer.start(home.resolve("postgres")))
                : outside(settings.database());
    }

    /** As {@link NodeDatabase#folderOf} says. */
    public static Path folderOf(Environment environment) {
        return settings(environment).dataDir().toAbsolutePath().normalize();
    }

    private static DatabaseSettings settings(Environment environment) {
        return Binder.get(environment).bindOrCreate("zhengtong", DatabaseSettings.class);
    }

    private static NodeDatabase outside(DatabaseSettings.Outside database) {
        return new CommandDatabase(database.url(), database.username(), database.password(), true, null);
    }

    private static NodeDatabase embedded(PostgresServer server) {
        return new CommandDatabase(server.jdbcUrl(), server.username(), server.password(), false, server);
    }

    private static boolean isInUse(Path home) {
        try (var file = FileChannel.open(
                        home.resolve("program.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = file.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException held) {
            LOG.debug("held by this very program", held);
            return true;
        } catch (IOException e) {
            throw new StartupFailure(
                    "database.folder_unusable", e, home.toAbsolutePath(), String.valueOf(e.getMessage()));
        }
    }

    /** The running server wrote its port into the file by which PostgreSQL guards its folder. */
    private static NodeDatabase running(Path home) {
        try {
            var port = Files.readAllLines(home.resolve("data").resolve("postmaster.pid"))
                    .get(LINE_OF_PORT);
            return new CommandDatabase(
                    "jdbc:postgresql://127.0.0.1:" + Integer.parseInt(port.strip()) + "/postgres",
                    EmbeddedServer.OWNER,
                    Files.readString(home.resolve("password")).strip(),
                    false,
                    null);
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new StartupFailure("database.starting", e, home.toAbsolutePath());
        }
    }

    @Override
    public DataSource connections() {
        return connections;
    }

    @Override
    public boolean outside() {
        return outside;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
