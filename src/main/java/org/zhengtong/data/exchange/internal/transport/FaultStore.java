package org.zhengtong.data.exchange.internal.transport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;

/** Counts what was not taken, by day, node and reason; remembers greetings. */
@Component
public class FaultStore {

    /** Under this name stands what came from nobody known. */
    public static final String NOBODY = "?";

    private final JdbcClient jdbc;

    FaultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void count(LocalDate day, String node, EnvelopeFault fault, Instant at) {
        jdbc.sql("""
                insert into exchange.fault (day, node, fault, times, last_at) values (:day, :node, :fault, 1, :at)
                on conflict (day, node, fault) do update set times = fault.times + 1, last_at = excluded.last_at
                """)
                .param("day", day)
                .param("node", node)
                .param("fault", fault.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether nobody came with this greeting before. */
    boolean askedFirst(UUID id, Instant at) {
        return jdbc.sql("insert into exchange.asked (id, at) values (:id, :at) on conflict do nothing")
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Greetings so old that they are refused for their age. */
    public int forgetAsked(Instant before) {
        return jdbc.sql("delete from exchange.asked where at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
