package org.zhengtong.data.mediation.internal.call;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which requests were passed on already. */
@Component
class PassedStore {

    private final JdbcClient jdbc;

    PassedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean known(UUID id) {
        return jdbc.sql("select exists (select from mediation.passed where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether nobody came with this request before. */
    boolean first(UUID id, Instant at) {
        return jdbc.sql("insert into mediation.passed (id, at) values (:id, :at) on conflict do nothing")
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Requests so old that they are refused for their age. */
    int forget(Instant before) {
        return jdbc.sql("delete from mediation.passed where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
