package org.zhengtong.data.exchange.internal.incoming;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.NodeCode;

/** Incoming channels in {@code exchange.channel_in}: what comes next, what is missing, what is silent. */
@Component
public class ChannelStore {

    private final JdbcClient jdbc;

    ChannelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A channel by its two names. */
    public record Channel(String sender, String contract) {}

    /** Something arrived in these channels; unknown ones are opened. */
    void arrived(List<Channel> channels, Instant at) {
        jdbc.sql("""
                insert into exchange.channel_in (sender, contract, last_arrived_at)
                select distinct sender, contract, cast(:at as timestamptz)
                from unnest(cast(:senders as text[]), cast(:contracts as text[])) as c (sender, contract)
                order by sender, contract
                on conflict (sender, contract) do update set last_arrived_at = excluded.last_arrived_at, silence_told_at = null
                """)
                .param("senders", channels.stream().map(Channel::sender).toArray(String[]::new))
                .param("contracts", channels.stream().map(Channel::contract).toArray(String[]::new))
                .param("at", utc(at))
                .update();
    }

    /** The next number to be applied; whoever asks holds the channel until the end of the transaction. */
    Optional<Long> lockNext(Channel channel) {
        return jdbc.sql("""
                select next_number from exchange.channel_in
                where sender = :sender and contract = :contract
                for update
                """)
                .param("sender", channel.sender())
                .param("contract", channel.contract())
                .query(Long.class)
                .optional();
    }

    void advance(Channel channel, long next) {
        jdbc.sql("""
                update exchange.channel_in set next_number = :next, asked_at = null
                where sender = :sender and contract = :contract
                """)
                .param("sender", channel.sender())
                .param("contract", channel.contract())
                .param("next", next)
                .update();
    }

    /** Channels in which the next envelope is here whole and due. */
    List<Channel> ready(Instant now, int most) {
        return jdbc.sql("""
                select c.sender, c.contract
                from exchange.channel_in c
                join exchange.arrival a on a.sender = c.sender and a.contract = c.contract and a.number = c.next_number
                where a.state in ('WAITING', 'EXPIRED', 'WITHDRAWN', 'REFUSED') and a.ended_at is null and a.due_at <= :now
                limit :most
                """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new Channel(row.getString("sender"), row.getString("contract")))
                .list();
    }

    /** A gap: places that are missing while later ones are here, or pieces of the next one. */
    record Gap(
            String contract, long from, long to, @Nullable UUID arriving, int pieces) {}

    /** Gaps that are older than a moment and were not asked for since; they count as asked for now. */
    List<Gap> askFor(NodeCode sender, Instant olderThan, Instant now) {
        return jdbc.sql("""
                with open as (
                  select c.contract, c.next_number,
                         (select min(a.number) from exchange.arrival a
                          where a.sender = c.sender and a.contract = c.contract and a.number > c.next_number) as following,
                         here.id as arriving, here.pieces, here.arrived_at
                  from exchange.channel_in c
                  left join exchange.arrival here
                    on here.sender = c.sender and here.contract = c.contract and here.number = c.next_number
                  where c.sender = :sender and c.last_arrived_at <= :older and coalesce(c.asked_at, 'epoch') <= :older
                    and (here.id is null or here.state = 'ARRIVING')),
                asked as (
                  update exchange.channel_in c set asked_at = :now
                  from open o
                  where c.sender = :sender and c.contract = o.contract
                    and (o.arriving is not null or o.following is not null))
                select contract, next_number, coalesce(following - 1, next_number) as until, arriving, coalesce(pieces, 0) as pieces
                from open
                where arriving is not null or following is not null
                """)
                .param("sender", sender.value())
                .param("older", utc(olderThan))
                .param("now", utc(now))
                .query((row, number) -> new Gap(
                        row.getString("contract"),
                        row.getLong("next_number"),
                        row.getLong("until"),
                        row.getObject("arriving", UUID.class),
                        row.getInt("pieces")))
                .list();
    }

    /** Numbers of the pieces that an arriving envelope still lacks. */
    List<Integer> missingPieces(UUID arrival, int pieces, int most) {
        return jdbc.sql("""
                select n from generate_series(1, :pieces) as n
                where not exists (select from exchange.arrived_piece p where p.arrival = :id and p.number = n)
                order by n
                limit :most
                """)
                .param("id", arrival)
                .param("pieces", pieces)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** Expects something at least every so many seconds; 0 expects nothing. */
    public void expect(NodeCode sender, String contract, long seconds) {
        jdbc.sql("""
                insert into exchange.channel_in (sender, contract, expected_seconds)
                values (:sender, :contract, nullif(:seconds, 0))
                on conflict (sender, contract) do update
                set expected_seconds = excluded.expected_seconds, silence_told_at = null
                """)
                .param("sender", sender.value())
                .param("contract", contract)
                .param("seconds", seconds)
                .update();
    }

    /** A channel that is silent for longer than expected. */
    public record Silent(String sender, String contract, long expectedSeconds, Instant since) {}

    /** Channels that fell silent and of which nobody was told; they count as told now. */
    public List<Silent> tellSilent(Instant now) {
        return jdbc.sql("""
                update exchange.channel_in set silence_told_at = :now
                where expected_seconds is not null and silence_told_at is null
                  and last_arrived_at + expected_seconds * interval '1 second' < :now
                returning sender, contract, expected_seconds, last_arrived_at
                """)
                .param("now", utc(now))
                .query((row, number) -> new Silent(
                        row.getString("sender"),
                        row.getString("contract"),
                        row.getLong("expected_seconds"),
                        row.getObject("last_arrived_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
