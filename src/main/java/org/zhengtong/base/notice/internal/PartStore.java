package org.zhengtong.base.notice.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;

/** Numbers that gateways gave, and the receipts that came for them. */
@Component
class PartStore {

    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The parts of one attempt in place of those of an earlier one. */
    void replace(long delivery, List<String> providerIds) {
        jdbc.sql("delete from notice.short_message_part where delivery = :id")
                .param("id", delivery)
                .update();
        for (var part = 0; part < providerIds.size(); part++) {
            jdbc.sql("""
                    insert into notice.short_message_part (provider_id, delivery, part)
                    values (:providerId, :delivery, :part)
                    on conflict (provider_id) do update
                    set delivery = excluded.delivery, part = excluded.part, arrived = null
                    """)
                    .param("providerId", providerIds.get(part))
                    .param("delivery", delivery)
                    .param("part", part + 1)
                    .update();
        }
    }

    /** The delivery that has this number; its part is marked. */
    Optional<Long> mark(Channel channel, String providerId, boolean arrived) {
        return jdbc.sql("""
                update notice.short_message_part p
                set arrived = :arrived
                from notice.delivery d
                where p.provider_id = :providerId and d.id = p.delivery and d.channel = :channel
                returning p.delivery
                """)
                .param("providerId", providerId)
                .param("arrived", arrived)
                .param("channel", channel.name())
                .query(Long.class)
                .optional();
    }

    /**
     * A receipt with a number nobody knows may be that of the one message to this telephone whose number never came. True
     * when there is exactly one such; its part has the number from then on.
     */
    boolean adopt(Channel channel, String providerId, String address) {
        return jdbc.sql("""
                update notice.short_message_part
                set provider_id = :providerId
                where provider_id = (
                    select min(p.provider_id)
                    from notice.short_message_part p
                    join notice.delivery d on d.id = p.delivery
                    where d.channel = :channel and d.address = :address and d.state = 'UNSURE'
                        and starts_with(p.provider_id, 'unknown:')
                    having count(distinct d.id) = 1)
                """)
                        .param("providerId", providerId)
                        .param("channel", channel.name())
                        .param("address", address)
                        .update()
                > 0;
    }

    /** Whether all parts arrived (true), one did not (false), or some are still on their way (null). */
    @Nullable
    Boolean verdict(long delivery) {
        return jdbc.sql("""
                select case when bool_or(not arrived) then false when bool_and(coalesce(arrived, false)) then true end
                from notice.short_message_part
                where delivery = :id
                """)
                .param("id", delivery)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Boolean.class)))
                .single()
                .orElse(null);
    }

    void keepUnmatched(Channel channel, String providerId, String state, Instant at) {
        jdbc.sql("""
                insert into notice.unmatched_receipt (channel, provider_id, state, received_at)
                values (:channel, :providerId, :state, :at)
                """)
                .param("channel", channel.name())
                .param("providerId", providerId.substring(0, Math.min(100, providerId.length())))
                .param("state", state)
                .param("at", MessageStore.utc(at))
                .update();
    }

    /** Receipts that were quicker than the centre's answer: their states, taken away from the unmatched ones. */
    List<String> takeUnmatched(Channel channel, String providerId) {
        return jdbc.sql("""
                delete from notice.unmatched_receipt
                where channel = :channel and provider_id = :providerId
                returning state
                """)
                .param("channel", channel.name())
                .param("providerId", providerId)
                .query(String.class)
                .list();
    }

    long countUnmatched() {
        return jdbc.sql("select count(*) from notice.unmatched_receipt")
                .query(Long.class)
                .single();
    }

    /** False when this signature was used before; signatures older than the window are forgotten. */
    boolean useOnce(String signature, Instant at, Instant forgetBefore) {
        jdbc.sql("delete from notice.used_signature where used_at < :before")
                .param("before", MessageStore.utc(forgetBefore))
                .update();
        return jdbc.sql("""
                insert into notice.used_signature (signature, used_at)
                values (:signature, :at)
                on conflict do nothing
                """)
                        .param("signature", signature)
                        .param("at", MessageStore.utc(at))
                        .update()
                > 0;
    }
}
