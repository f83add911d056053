package org.zhengtong.data.sharing.internal.grant;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.Grants.Stop;

/** Kill switches in {@code sharing.stop}. */
@Component
public class StopStore {

    private static final String EVERYTHING = "*";

    private final JdbcClient jdbc;

    StopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String target(@Nullable RegisterCode register) {
        return register == null ? EVERYTHING : register.value();
    }

    /** False when it was stopped before. */
    boolean add(Stop stop) {
        return jdbc.sql("""
                insert into sharing.stop (target, reason, stopped_by, stopped_at)
                values (:target, :reason, :by, :at)
                on conflict (target) where lifted_at is null do nothing
                """)
                        .param("target", target(stop.register()))
                        .param("reason", stop.reason())
                        .param("by", stop.by())
                        .param("at", stop.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when nothing was stopped. */
    boolean lift(@Nullable RegisterCode register, String by, Instant at) {
        return jdbc.sql("""
                update sharing.stop
                set lifted_by = :by, lifted_at = :at
                where target = :target
                  and lifted_at is null
                """)
                        .param("target", target(register))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public List<Stop> inForce() {
        return jdbc.sql("""
                select target, reason, stopped_by, stopped_at
                from sharing.stop
                where lifted_at is null
                order by target
                """)
                .query((row, _) -> new Stop(
                        row.getString("target").equals(EVERYTHING) ? null : new RegisterCode(row.getString("target")),
                        row.getString("reason"),
                        row.getString("stopped_by"),
                        row.getObject("stopped_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
