package org.zhengtong.base.database;

import java.util.Map;
import javax.sql.DataSource;
import org.zhengtong.base.database.internal.RoomMigrations;

/** The versions of the rooms' tables: those this program knows, and bringing a database to them. */
public final class Migrations {

    private Migrations() {}

    /** The newest version of each room that this program knows. */
    public static Map<String, Integer> newest() {
        return RoomMigrations.newest();
    }

    /** Brings each named room of a database to the version given for it; rooms that are not named are left alone. */
    public static void bringTo(DataSource database, Map<String, Integer> versions) {
        RoomMigrations.bringTo(database, versions);
    }
}
