package org.zhengtong.base.database;

import org.springframework.boot.SpringApplication;
import org.zhengtong.base.database.internal.EarlyOpening;

/** Opens the node's database while the program is still putting its beans together. */
public final class EarlyDatabase {

    private EarlyDatabase() {}

    /**
     * Lets the application open its database as soon as its settings are read; the beans take it over. For the program's main
     * class, whose settings are whole by then: those of a test may come later.
     */
    public static void openFor(SpringApplication application) {
        var opening = new EarlyOpening();
        application.addListeners(opening);
        application.addInitializers(opening);
    }
}
