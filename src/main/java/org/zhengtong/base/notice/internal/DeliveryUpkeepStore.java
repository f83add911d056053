package org.zhengtong.base.notice.internal;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes away what was sent long ago. */
@Component
class DeliveryUpkeepStore {

    private final JdbcClient jdbc;

    DeliveryUpkeepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes the oldest deliveries that ended before this moment, with their events and parts; how many they were. */
    int deleteEnded(Instant before, int most) {
        return jdbc.sql("""
                with old as (
                    select id
                    from notice.delivery
                    where ended_at < :before
                        and state in ('SENT', 'DELIVERED', 'FAILED')
                    order by ended_at
                    limit :most
                    for update skip locked
                ),
                events as (
                    delete from notice.delivery_event
                    where delivery in (select id from old)
                ),
                parts as (
                    delete from notice.short_message_part
                    where delivery in (select id from old)
                )
                delete from notice.delivery
                where id in (select id from old)
                """)
                .param("before", MessageStore.utc(before))
                .param("most", most)
                .update();
    }

    void deleteUnmatchedReceipts(Instant before) {
        jdbc.sql("""
                delete from notice.unmatched_receipt
                where received_at < :before
                """).param("before", MessageStore.utc(before)).update();
    }
}
