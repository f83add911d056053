package org.zhengtong.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.database.Migrations;
import org.zhengtong.base.database.PostgresServer;

/** A real PostgreSQL with the tables of a few rooms only, for tests that need SQL but not the whole platform. One server a JVM. */
public final class RoomDatabase {

    private static final PostgresServer SERVER = start();

    private RoomDatabase() {}

    /** A new database in which these rooms have their tables. */
    public static DataSource with(String... rooms) {
        var name = "rooms_" + java.util.UUID.randomUUID().toString().replace("-", "");
        JdbcClient.create(source(SERVER.jdbcUrl()))
                .sql("create database " + name)
                .update();
        var database = source(SERVER.jdbcUrl().replaceAll("/[a-z]+(\\?|$)", "/" + name + "$1"));
        for (var room : rooms) {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(room)
                    .locations("classpath:db/migration/" + room)
                    .load()
                    .migrate();
        }
        return database;
    }

    /** A new database whose rooms know their versions as those of a running node do. */
    public static DataSource withHistories(String... rooms) {
        var database = with();
        var versions = new java.util.TreeMap<>(Migrations.newest());
        versions.keySet().retainAll(java.util.Set.of(rooms));
        Migrations.bringTo(database, versions);
        return database;
    }

    /** JDBC address of such a database. */
    public static String urlOf(DataSource database) {
        return java.util.Objects.requireNonNull(((DriverManagerDataSource) database).getUrl());
    }

    /** Who owns these databases. */
    public static String username() {
        return SERVER.username();
    }

    /** The owner's password. */
    public static String password() {
        return SERVER.password();
    }

    private static DataSource source(String url) {
        return new DriverManagerDataSource(url, SERVER.username(), SERVER.password());
    }

    private static PostgresServer start() {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "rooms-");
            var server = PostgresServer.startForTests(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
