package org.zhengtong.base.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.notice.Channel;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;

/** The outbox in {@code notice.delivery}, and the steps of each delivery in {@code notice.delivery_event}. */
@Component
class DeliveryStore {

    static final String COLUMNS = """
            d.id, d.channel, d.recipient, d.address, d.template, d.template_version, d.args, d.link, d.urgent, d.state,
            d.attempts, d.created_at, d.next_at, d.sent_at, d.delivered_at, d.ended_at, d.answer, m.read_at
            """;

    private static final String ALONE = COLUMNS.replace("m.read_at", "cast(null as timestamptz) as read_at");

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be sent, and when the first attempt may be made. */
    record Order(
            @Nullable Long message,
            @Nullable AccountId recipient,
            Channel channel,
            String address,
            String template,
            int version,
            java.util.List<String> args,
            @Nullable String link,
            boolean urgent) {}

    /**
     * Puts it into the outbox.
     *
     * @param secret its values and its link are not kept once it has left
     */
    long insert(Order order, boolean secret, Instant at, Instant notBefore) {
        var recipient = order.recipient();
        var id = jdbc.sql("""
                insert into notice.delivery
                    (message, recipient, channel, address, template, template_version, args, link, urgent, secret, state,
                    created_at, next_at)
                values (:message, :recipient, :channel, :address, :template, :version, :args, :link, :urgent, :secret,
                    'WAITING', :at, :notBefore)
                returning id
                """)
                .param("message", order.message())
                .param("recipient", recipient == null ? null : recipient.value())
                .param("channel", order.channel().name())
                .param("address", order.address())
                .param("template", order.template())
                .param("version", order.version())
                .param("args", order.args().toArray(String[]::new))
                .param("link", order.link())
                .param("urgent", order.urgent())
                .param("secret", secret)
                .param("at", MessageStore.utc(at))
                .param("notBefore", MessageStore.utc(notBefore))
                .query(Long.class)
                .single();
        event(id, DeliveryState.WAITING, null, at);
        return id;
    }

    /** Takes one due delivery; one that another instance is sending comes back when {@code until} has passed. */
    Optional<Delivery> claim(Channel channel, QuietHours.Moment quiet, Instant now, Instant until) {
        return jdbc.sql("""
                update notice.delivery d
                set state = 'SENDING', attempts = attempts + 1, next_at = :until
                where id = (
                    select w.id
                    from notice.delivery w
                    where w.channel = :channel and w.state in ('WAITING', 'SENDING', 'UNSURE') and w.next_at <= :now
                        and (w.urgent or not :loud or not exists (
                            select
                            from (select cast(:from as time), cast(:until as time)) as usual (quiet_from, quiet_until)
                            left join notice.preference p on p.account = w.recipient and p.quiet_from is not null
                            cross join lateral (
                                select coalesce(p.quiet_from, usual.quiet_from), coalesce(p.quiet_until, usual.quiet_until)
                            ) as held (begins, ends)
                            where case
                                when held.begins < held.ends
                                    then cast(:time as time) >= held.begins and cast(:time as time) < held.ends
                                when held.begins > held.ends
                                    then cast(:time as time) >= held.begins or cast(:time as time) < held.ends
                                else false
                            end))
                    order by w.next_at, w.id
                    limit 1
                    for update of w skip locked)
                returning
                """ + ALONE)
                .param("channel", channel.name())
                .param("loud", quiet.loud())
                .param("time", quiet.time())
                .param("from", quiet.usual().from())
                .param("until", quiet.usual().until())
                .param("now", MessageStore.utc(now))
                .param("until", MessageStore.utc(until))
                .query(DeliveryStore::toDelivery)
                .optional();
    }

    /** What one attempt came to. */
    record Result(
            DeliveryState state,
            String answer,
            @Nullable Instant nextAt,
            @Nullable String providerId) {}

    /** Only the attempt that holds the delivery may close it; a receipt may have been quicker. */
    boolean close(Delivery delivery, Result result, Instant at) {
        var changed = jdbc.sql("""
                update notice.delivery
                set state = :state, answer = :answer, next_at = coalesce(:nextAt, next_at),
                    provider_id = coalesce(:providerId, provider_id),
                    sent_at = case when :state in ('SENT', 'UNSURE') then cast(:at as timestamptz) else sent_at end,
                    ended_at = case when :state in ('SENT', 'FAILED') then cast(:at as timestamptz) end,
                    args = case when secret and :state in ('SENT', 'FAILED') then cast('{}' as text[]) else args end,
                    link = case when secret and :state in ('SENT', 'FAILED') then null else link end
                where id = :id and state = 'SENDING' and attempts = :attempts
                """)
                        .param("id", delivery.id())
                        .param("attempts", delivery.attempts())
                        .param("state", result.state().name())
                        .param("answer", result.answer())
                        .param("nextAt", result.nextAt() == null ? null : MessageStore.utc(result.nextAt()))
                        .param("providerId", result.providerId())
                        .param("at", MessageStore.utc(at))
                        .update()
                > 0;
        if (changed) {
            event(delivery.id(), result.state(), result.answer(), at);
        }
        return changed;
    }

    /** A receipt has the last word; the same one twice changes nothing. */
    boolean arrived(long id, boolean delivered, String words, Instant at) {
        var state = delivered ? DeliveryState.DELIVERED : DeliveryState.FAILED;
        var changed = jdbc.sql("""
                update notice.delivery
                set state = :state, answer = :words, ended_at = :at,
                    delivered_at = case when :delivered then cast(:at as timestamptz) end
                where id = :id and state in ('SENDING', 'UNSURE', 'SENT')
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("words", words)
                        .param("delivered", delivered)
                        .param("at", MessageStore.utc(at))
                        .update()
                > 0;
        if (changed) {
            event(id, state, words, at);
        }
        return changed;
    }

    boolean reopen(long id, Instant at) {
        var reopened =
                jdbc.sql("""
                update notice.delivery
                set state = 'WAITING', attempts = 0, next_at = :at, ended_at = null
                where id = :id and state = 'FAILED' and not secret
                """).param("id", id).param("at", MessageStore.utc(at)).update() > 0;
        if (reopened) {
            event(id, DeliveryState.WAITING, null, at);
        }
        return reopened;
    }

    private void event(long delivery, DeliveryState state, @Nullable String words, Instant at) {
        jdbc.sql("insert into notice.delivery_event (delivery, state, words, at) values (:id, :state, :words, :at)")
                .param("id", delivery)
                .param("state", state.name())
                .param("words", words)
                .param("at", MessageStore.utc(at))
                .update();
    }

    static Delivery toDelivery(ResultSet row, int number) throws SQLException {
        var recipient = row.getObject("recipient", Long.class);
        return new Delivery(
                row.getLong("id"),
                Channel.valueOf(row.getString("channel")),
                recipient == null ? null : new AccountId(recipient),
                row.getString("address"),
                row.getString("template"),
                row.getInt("template_version"),
                MessageStore.texts(row, "args"),
                row.getString("link"),
                row.getBoolean("urgent"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                MessageStore.instant(row, "created_at"),
                MessageStore.instant(row, "next_at"),
                MessageStore.instantOrNull(row, "sent_at"),
                MessageStore.instantOrNull(row, "delivered_at"),
                MessageStore.instantOrNull(row, "ended_at"),
                MessageStore.instantOrNull(row, "read_at"),
                row.getString("answer"));
    }
}
