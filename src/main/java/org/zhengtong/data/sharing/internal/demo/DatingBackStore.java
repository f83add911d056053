package org.zhengtong.data.sharing.internal.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Way;

/** Moves the steps of a demonstration's requests to the days on which they are said to have been taken. */
@Component
class DatingBackStore {

    private final JdbcClient jdbc;

    DatingBackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Calls and records of a day. */
    record DayOf(LocalDate day, Way way, long calls, long records) {}

    /** The newest steps from this moment on. */
    void events(long request, Instant since, Instant at) {
        jdbc.sql("update sharing.request_event set at = :at where request_id = :request and at >= :since")
                .param("request", request)
                .param("since", utc(since))
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    void created(long request, Instant at) {
        jdbc.sql("update sharing.request set created_at = :at where id = :request")
                .param("request", request)
                .param("at", utc(at))
                .update();
    }

    void sent(long request, Instant at, LocalDate dueOn) {
        jdbc.sql("update sharing.request set sent_at = :at, due_on = :due where id = :request")
                .param("request", request)
                .param("at", utc(at))
                .param("due", dueOn)
                .update();
    }

    void answered(long request, Instant at) {
        jdbc.sql("update sharing.request set answered_at = :at where id = :request")
                .param("request", request)
                .param("at", utc(at))
                .update();
    }

    void granted(GrantNumber grant, Instant at) {
        jdbc.sql("update sharing.data_grant set granted_at = :at, state_at = :at where number = :grant")
                .param("grant", grant.value())
                .param("at", utc(at))
                .update();
    }

    void rests(GrantNumber grant, Instant at) {
        jdbc.sql("update sharing.data_grant set state_at = :at where number = :grant")
                .param("grant", grant.value())
                .param("at", utc(at))
                .update();
    }

    void used(GrantNumber grant, List<DayOf> days) {
        for (var day : days) {
            jdbc.sql("""
                    insert into sharing.usage (grant_number, day, way, calls, records)
                    values (:grant, :day, :way, :calls, :records)
                    """)
                    .param("grant", grant.value())
                    .param("day", day.day())
                    .param("way", day.way().name())
                    .param("calls", day.calls())
                    .param("records", day.records())
                    .update();
        }
    }
}
