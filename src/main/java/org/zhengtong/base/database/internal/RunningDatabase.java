package org.zhengtong.base.database.internal;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.database.PostgresServer;

/** Where the database answers; stops the embedded server, if that is the one, after everything that used it. */
record RunningDatabase(
        String url,
        String username,
        String password,
        @Nullable PostgresServer embedded) implements AutoCloseable {

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public String toString() {
        return "RunningDatabase[" + url + "]";
    }
}
