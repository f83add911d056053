package org.zhengtong.data.exchange.internal.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How channels fare: what waits, how long it took, what failed, day by day. */
@Component
public class ChannelSearch {

    private final JdbcClient jdbc;

    ChannelSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A channel at this end.
     *
     * @param count envelopes since the day asked for
     * @param octets their size
     * @param waiting how many are not at their end yet
     * @param oldestAt the oldest of those
     * @param delaySeconds median from making to the end, of those that ended
     * @param refused how many ended badly
     * @param expectedSeconds how often something is expected; null for outgoing channels and those without expectation
     */
    public record Line(
            boolean outgoing,
            String node,
            String contract,
            long count,
            long octets,
            long waiting,
            @Nullable Instant oldestAt,
            double delaySeconds,
            long refused,
            @Nullable Instant lastAt,
            @Nullable Long expectedSeconds,
            boolean silent) {}

    /** All channels with anything since then, and all that are expected to bring something. */
    public List<Line> channels(Instant since) {
        return jdbc.sql("""
                select true as outgoing, receiver as node, contract, count(*) as count, sum(size) as octets,
                       count(*) filter (where state in ('WAITING', 'SENT')) as waiting,
                       min(created_at) filter (where state in ('WAITING', 'SENT')) as oldest_at,
                       coalesce(percentile_cont(0.5) within group (order by extract(epoch from ended_at - created_at)), 0) as delay,
                       count(*) filter (where state in ('REFUSED', 'FAILED', 'EXPIRED')) as refused,
                       max(created_at) as last_at, null::bigint as expected_seconds, false as silent
                from exchange.envelope
                where created_at >= :since or state in ('WAITING', 'SENT')
                group by receiver, contract
                union all
                select false, c.sender, c.contract, count(a.id), coalesce(sum(a.size), 0),
                       count(*) filter (where a.state in ('WAITING', 'ARRIVING')),
                       min(a.arrived_at) filter (where a.state in ('WAITING', 'ARRIVING')),
                       coalesce(percentile_cont(0.5) within group (order by extract(epoch from a.ended_at - a.created_at)), 0),
                       count(*) filter (where a.state in ('REFUSED', 'FAILED', 'EXPIRED')),
                       c.last_arrived_at, c.expected_seconds, c.silence_told_at is not null
                from exchange.channel_in c
                left join exchange.arrival a
                  on a.sender = c.sender and a.contract = c.contract
                     and (a.arrived_at >= :since or a.state in ('WAITING', 'ARRIVING'))
                group by c.sender, c.contract, c.last_arrived_at, c.expected_seconds, c.silence_told_at
                order by node, contract, outgoing desc
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(ChannelSearch::toLine)
                .list();
    }

    private static Line toLine(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getBoolean("outgoing"),
                row.getString("node"),
                row.getString("contract"),
                row.getLong("count"),
                row.getLong("octets"),
                row.getLong("waiting"),
                instant(row, "oldest_at"),
                row.getDouble("delay"),
                row.getLong("refused"),
                instant(row, "last_at"),
                row.getObject("expected_seconds", Long.class),
                row.getBoolean("silent"));
    }

    /** What happened on a day. */
    public record Day(LocalDate on, long sent, long received, long refused) {}

    /** Each day from then on, those without traffic included. */
    public List<Day> days(LocalDate from, LocalDate to, String zone) {
        return jdbc.sql("""
                select d.day::date as day, coalesce(o.many, 0) as sent, coalesce(i.many, 0) as received,
                       coalesce(f.many, 0) + coalesce(o.bad, 0) as refused
                from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') as d (day)
                left join (select (created_at at time zone :zone)::date as day, count(*) as many,
                                  count(*) filter (where state in ('REFUSED', 'FAILED', 'EXPIRED')) as bad
                           from exchange.envelope
                           where created_at >= cast(:from as timestamp) at time zone :zone group by 1) o on o.day = d.day::date
                left join (select (arrived_at at time zone :zone)::date as day, count(*) as many
                           from exchange.arrival
                           where arrived_at >= cast(:from as timestamp) at time zone :zone group by 1) i on i.day = d.day::date
                left join (select day, sum(times) as many from exchange.fault group by day) f on f.day = d.day::date
                order by d.day
                """)
                .param("from", from.atStartOfDay())
                .param("to", to.atStartOfDay())
                .param("zone", zone)
                .query((row, number) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("sent"),
                        row.getLong("received"),
                        row.getLong("refused")))
                .list();
    }

    /** What was not taken, and why, since a day. */
    public record Fault(String node, String fault, long times, Instant lastAt) {}

    /** The most frequent first. */
    public List<Fault> faults(LocalDate since) {
        return jdbc.sql("""
                select node, fault, sum(times) as times, max(last_at) as last_at
                from exchange.fault where day >= :since
                group by node, fault
                order by times desc, node, fault
                limit 50
                """)
                .param("since", since)
                .query((row, number) -> new Fault(
                        row.getString("node"),
                        row.getString("fault"),
                        row.getLong("times"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
