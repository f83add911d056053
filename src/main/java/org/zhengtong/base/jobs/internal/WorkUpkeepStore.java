package org.zhengtong.base.jobs.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away what was done long ago. */
@Component
class WorkUpkeepStore {

    private final JdbcClient jdbc;

    WorkUpkeepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes work that ended before this moment, with its failures; how much it was. Failed work waits for somebody to try it again. */
    int deleteEnded(Instant before, int most) {
        return jdbc.sql("""
                with old as (
                    select id
                    from jobs.long_work
                    where ended_at < :before
                        and state in ('DONE', 'CANCELED')
                    order by id
                    limit :most
                    for update skip locked
                ),
                failures as (
                    delete from jobs.failure
                    where work in (select id from old)
                )
                delete from jobs.long_work
                where id in (select id from old)
                """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /** Deletes old failures of recurring jobs; how many they were. */
    int deleteFailures(Instant before) {
        return jdbc.sql("""
                delete from jobs.failure
                where job is not null
                    and failed_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
