package org.zhengtong.base.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.zhengtong.base.database.internal.CommandDatabase;

/** The node's database as a command of the operator reaches it, whether the program runs or not. */
public interface NodeDatabase extends AutoCloseable {

    /**
     * Reaches the database that the settings name: the outside one, the embedded one of the program that is running, or else
     * the embedded one, started for the command.
     *
     * @throws StartupFailure if there is none
     */
    static NodeDatabase reach(Environment settings) {
        return CommandDatabase.reach(settings);
    }

    /** The outside database that the settings name; otherwise a new embedded one below {@code home}. */
    static NodeDatabase make(Environment settings, Path home) {
        return CommandDatabase.make(settings, home);
    }

    /** Folder of everything the settings' node keeps. */
    static Path folderOf(Environment settings) {
        return CommandDatabase.folderOf(settings);
    }

    /** Single connections, not pooled. */
    DataSource connections();

    /** Whether it is not the embedded one. */
    boolean outside();

    /** Stops the server if it was started for the command. */
    @Override
    void close();
}
