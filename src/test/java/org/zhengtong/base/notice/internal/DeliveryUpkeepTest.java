package org.zhengtong.base.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.GivenSettings;
import org.zhengtong.testing.RoomDatabase;

/** Deliveries go when their term of keeping is over, in batches, and nothing that still waits goes with them. */
class DeliveryUpkeepTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("notice"));
    private final DeliveryUpkeepJob job = new DeliveryUpkeepJob(
            new DeliveryUpkeepStore(jdbc), new GivenSettings().with(NoticeSettings.KEEP_DAYS, "90"), TODAY);

    private void deliveries(int count, String state, String ended) {
        jdbc.sql("""
                with d as (
                    insert into notice.delivery (recipient, address, template, args, state, created_at, next_at, ended_at)
                    select 1, 'a@example.cn', 'x', '{}', :state, '2026-01-01', '2026-01-01', cast(:ended as timestamptz)
                    from generate_series(1, :count)
                    returning id
                )
                insert into notice.delivery_event (delivery, state, at)
                select id, :state, '2026-01-01'
                from d
                """)
                .param("count", count)
                .param("state", state)
                .param("ended", ended)
                .update();
    }

    private List<Long> counts() {
        return List.of(
                jdbc.sql("select count(*) from notice.delivery")
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from notice.delivery_event")
                        .query(Long.class)
                        .single());
    }

    @Test
    void more_than_a_batch_of_old_ones_goes_and_the_job_says_how_many() {
        deliveries(DeliveryUpkeepJob.BATCH + 5, "SENT", "2026-01-02");
        deliveries(2, "FAILED", "2026-01-02");
        deliveries(3, "DELIVERED", "2026-06-01");
        deliveries(4, "WAITING", null);

        var note = job.run();

        assertThat(note.args()).containsExactly(String.valueOf(DeliveryUpkeepJob.BATCH + 7), "90");
        assertThat(counts()).containsExactly(7L, 7L);
        assertThat(job.run().args()).first().isEqualTo("0");
    }
}
