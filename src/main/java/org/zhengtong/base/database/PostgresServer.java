package org.zhengtong.base.database;

import java.nio.file.Path;
import org.zhengtong.base.database.internal.EmbeddedServer;

/** A real PostgreSQL 18 that this program runs from its own data folder, open to this program alone. */
public interface PostgresServer extends AutoCloseable {

    /**
     * Starts the server of {@code dataDir}, making the folder on the first start.
     *
     * <p>Durable ({@code fsync} on), on 127.0.0.1 with a random password kept in the folder. A server left over from a
     * program that was killed is stopped first.
     *
     * @throws StartupFailure if another live program uses the folder, or the folder is damaged or of another version
     */
    static PostgresServer start(Path dataDir) {
        return EmbeddedServer.start(dataDir, true);
    }

    /** Like {@link #start}, but without waiting for the disk: for tests, whose data may be lost with the machine. */
    static PostgresServer startForTests(Path dataDir) {
        return EmbeddedServer.start(dataDir, false);
    }

    /** JDBC address of the node's database, without the password. */
    String jdbcUrl();

    /** Owner of the database. */
    String username();

    /** The owner's password, random for each data folder. */
    String password();

    /** Stops the server and waits until it is down. */
    @Override
    void close();
}
