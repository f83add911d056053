package org.zhengtong.base.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** One connection pool on the embedded server, or on the one named by {@code zhengtong.database.url}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    private static final int OLDEST_VERSION = 18;

    @Bean
    RunningDatabase runningDatabase(DatabaseSettings settings) {
        var outside = settings.database();
        if (!outside.url().isEmpty()) {
            return new RunningDatabase(outside.url(), outside.username(), outside.password(), null);
        }
        var folder = settings.dataDir().resolve("postgres");
        var server = outside.durable() ? PostgresServer.start(folder) : PostgresServer.startForTests(folder);
        return new RunningDatabase(server.jdbcUrl(), server.username(), server.password(), server);
    }

    @Bean
    HikariDataSource dataSource(RunningDatabase database, DatabaseSettings settings) {
        var pool = new HikariDataSource();
        pool.setPoolName("zhengtong");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(settings.database().connections());
        // Opened when needed: a connection costs the server a process, and the start a tenth of a second for the lot.
        pool.setMinimumIdle(2);
        pool.setInitializationFailTimeout(10_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "zhengtong");
        checkVersion(pool, database.url());
        RoomMigrations.bringUpToDate(pool);
        return pool;
    }

    private static void checkVersion(DataSource pool, String url) {
        try (var connection = pool.getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartupFailure("database.too_old", null, url, version, OLDEST_VERSION);
            }
        } catch (SQLException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new StartupFailure("database.unreachable", e, url, String.valueOf(e.getMessage()));
        }
    }
}
