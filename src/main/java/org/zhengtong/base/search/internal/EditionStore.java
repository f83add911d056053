package org.zhengtong.base.search.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The edition of the index that every instance should have. */
@Component
class EditionStore {
    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int wanted() {
        return jdbc.sql("select edition from search.wanted")
                .query(Integer.class)
                .single();
    }

    int raise() {
        return jdbc.sql("update search.wanted set edition = edition + 1 returning edition")
                .query(Integer.class)
                .single();
    }
}
