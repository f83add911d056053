package org.zhengtong.base.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** The database with all rooms up to date; stops the embedded server, if that is the one, after everything that used it. */
record OpenDatabase(HikariDataSource connections, @Nullable PostgresServer embedded) implements AutoCloseable {

    private static final int OLDEST_VERSION = 18;

    /** Starts the embedded server or finds the outside one, connects, and brings the rooms up to date. */
    static OpenDatabase open(DatabaseSettings settings) {
        var outside = settings.database();
        if (!outside.url().isEmpty()) {
            return new OpenDatabase(
                    connect(outside.url(), outside.username(), outside.password(), outside.connections()), null);
        }
        var folder = settings.dataDir().resolve("postgres");
        var server = outside.durable() ? PostgresServer.start(folder) : PostgresServer.startForTests(folder);
        try {
            return new OpenDatabase(
                    connect(server.jdbcUrl(), server.username(), server.password(), outside.connections()), server);
        } catch (RuntimeException | Error failure) {
            server.close();
            throw failure;
        }
    }

    private static HikariDataSource connect(String url, String username, String password, int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("zhengtong");
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setMaximumPoolSize(connections);
        // Opened when needed: a connection costs the server a process, and the start a tenth of a second for the lot.
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(10_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "zhengtong");
        try {
            checkVersion(pool, url);
            RoomMigrations.bringUpToDate(pool);
            return pool;
        } catch (RuntimeException | Error failure) {
            pool.close();
            throw failure;
        }
    }

    private static void checkVersion(DataSource pool, String url) {
        try (var connection = pool.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartupFailure("database.too_old", null, url, version, OLDEST_VERSION);
            }
        } catch (SQLException | HikariPool.PoolInitializationException e) {
            throw new StartupFailure("database.unreachable", e, url, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        connections.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "OpenDatabase[" + connections.getJdbcUrl() + "]";
    }
}
