package org.zhengtong.base.notice.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryEvent;
import org.zhengtong.base.notice.DeliveryQuery;
import org.zhengtong.base.notice.DeliveryState;

/** Looks for deliveries. */
@Component
class DeliverySearch {

    private static final String FROM = """
            from notice.delivery d
            left join notice.message m on m.id = d.message
            """;

    private final JdbcClient jdbc;

    DeliverySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> find(DeliveryQuery query) {
        return jdbc.sql("select " + DeliveryStore.COLUMNS + FROM + """
                where d.id < :before
                    and (cast(:state as text) is null or d.state = :state)
                    and (cast(:channel as text) is null or d.channel = :channel)
                    and (cast(:from as timestamptz) is null or d.created_at >= :from)
                    and (cast(:until as timestamptz) is null or d.created_at < :until)
                    and (:text = '' or starts_with(lower(d.address), lower(:text)) or strpos(d.template, :text) > 0)
                order by d.id desc
                limit :most
                """)
                .param("before", query.before() == null ? Long.MAX_VALUE : query.before())
                .param("state", query.state() == null ? null : query.state().name())
                .param(
                        "channel",
                        query.channel() == null ? null : query.channel().name())
                .param("from", utc(query.from()))
                .param("until", utc(query.until()))
                .param("text", query.text().strip())
                .param("most", query.most())
                .query(DeliveryStore::toDelivery)
                .list();
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : MessageStore.utc(at);
    }

    Optional<Delivery> find(long id) {
        return jdbc.sql("select " + DeliveryStore.COLUMNS + FROM + "where d.id = :id")
                .param("id", id)
                .query(DeliveryStore::toDelivery)
                .optional();
    }

    List<DeliveryEvent> events(long id) {
        return jdbc.sql("select state, words, at from notice.delivery_event where delivery = :id order by id")
                .param("id", id)
                .query((row, number) -> new DeliveryEvent(
                        DeliveryState.valueOf(row.getString("state")),
                        row.getString("words"),
                        MessageStore.instant(row, "at")))
                .list();
    }

    Map<DeliveryState, Long> counts() {
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        jdbc.sql("select state, count(*) as deliveries from notice.delivery group by state")
                .query(row -> {
                    counts.put(DeliveryState.valueOf(row.getString("state")), row.getLong("deliveries"));
                });
        return counts;
    }

    long waiting(Channel channel) {
        return jdbc.sql("""
                select count(*)
                from notice.delivery
                where channel = :channel and state in ('WAITING', 'SENDING', 'UNSURE')
                """).param("channel", channel.name()).query(Long.class).single();
    }

    Optional<Delivery> lastSent(Channel channel) {
        return last(channel, "d.sent_at is not null");
    }

    Optional<Delivery> lastFailed(Channel channel) {
        return last(channel, "(d.state = 'FAILED' or (d.state = 'WAITING' and d.attempts > 0))");
    }

    private Optional<Delivery> last(Channel channel, String condition) {
        return jdbc.sql("select " + DeliveryStore.COLUMNS + FROM + "where d.channel = :channel and " + condition
                        + " order by d.id desc limit 1")
                .param("channel", channel.name())
                .query(DeliveryStore::toDelivery)
                .optional();
    }
}
