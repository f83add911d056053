package org.zhengtong.base.database;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where queries of many go whose answer may be a few seconds old: a replica that is fresh enough, or else the node's own database.
 * What decides something (grants, quotas), what is written down and what follows the reader's own change never comes from a
 * replica.
 */
public interface QueryStore {

    /** Asks a query; it may be asked again when a replica fails, so it must not do anything besides. */
    <T> T read(Function<JdbcClient, T> query);

    /** Without replicas. */
    static QueryStore only(JdbcClient database) {
        return new OnlyStore(database);
    }

    /** Asks the node's own database. */
    record OnlyStore(JdbcClient database) implements QueryStore {
        @Override
        public <T> T read(Function<JdbcClient, T> query) {
            return query.apply(database);
        }
    }
}
