package org.zhengtong.data.sharing.internal.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Way;

/** Counts calls: against the quota of a day, and for the statistics. */
@Component
class UsageStore {

    private static final String COUNTED = """
            with counted as (
              select number, way, calls, records, quota, epoch
              from unnest(cast(:numbers as text[]), cast(:ways as text[]), cast(:calls as bigint[]),
                          cast(:records as bigint[]), cast(:quotas as bigint[]), cast(:epochs as bigint[]))
              as t (number, way, calls, records, quota, epoch))
            """;

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Calls of one grant in one way, with its calls of a day and the epoch in which all this was known. */
    record Kind(GrantNumber grant, Way way, long quota, long epoch) {}

    /** How many calls, and how many records they gave. */
    record Count(long calls, long records) {
        Count plus(Count other) {
            return new Count(calls + other.calls, records + other.records);
        }
    }

    /** The epoch of this moment, and how many calls each grant has taken today. */
    record Taken(long epoch, Map<GrantNumber, Long> byGrant) {}

    /**
     * Takes calls from the quotas of a day, those known in the epoch of this moment and no others. Counts them too where the
     * quota has room for all of a grant's calls; where it has not, nothing is counted yet. Outside of a transaction: the rows are
     * free again before anything waits for the disk, and the commit that follows makes this durable with itself.
     */
    Taken take(Map<Kind, Count> calls, LocalDate day) {
        var taken = new HashMap<GrantNumber, Long>();
        var epoch = counted("""
                , wanted as (
                  select number, way, calls, records, quota
                  from counted
                  where epoch = (select epoch.number from sharing.epoch)),
                taking as (
                  insert into sharing.quota as q (grant_number, day, taken)
                  select number, :day, sum(calls)
                  from wanted
                  group by number
                  order by number
                  on conflict (grant_number, day) do update
                  set taken = q.taken + excluded.taken
                  returning grant_number, taken),
                used as (
                  insert into sharing.usage as u (grant_number, day, way, calls, records)
                  select number, :day, way, calls, records
                  from wanted
                  join taking on grant_number = number
                  where taken <= quota
                  order by number, way
                  on conflict (grant_number, day, way) do update
                  set calls = u.calls + excluded.calls, records = u.records + excluded.records)
                select epoch.number, grant_number, taken, set_config('synchronous_commit', 'off', true)
                from sharing.epoch
                left join taking on true
                """, calls, day)
                .query((row, _) -> take(row, taken))
                .list()
                .getFirst();
        return new Taken(epoch, taken);
    }

    private static long take(ResultSet row, Map<GrantNumber, Long> taken) throws SQLException {
        var grant = row.getString("grant_number");
        if (grant != null) {
            taken.put(new GrantNumber(grant), row.getLong("taken"));
        }
        return row.getLong("number");
    }

    void count(Map<Kind, Count> calls, LocalDate day) {
        if (calls.isEmpty()) {
            return;
        }
        counted("""
                insert into sharing.usage as u (grant_number, day, way, calls, records)
                select number, :day, way, calls, records
                from counted
                order by number, way
                on conflict (grant_number, day, way) do update
                set calls = u.calls + excluded.calls, records = u.records + excluded.records
                """, calls, day).update();
    }

    /** A statement on what was counted, a table of this name. */
    private StatementSpec counted(String sql, Map<Kind, Count> counts, LocalDate day) {
        var kinds = counts.keySet();
        return jdbc.sql(COUNTED + sql)
                .param("day", day)
                .param("numbers", texts(kinds, kind -> kind.grant().value()))
                .param("ways", texts(kinds, kind -> kind.way().name()))
                .param("calls", numbers(counts.values(), Count::calls))
                .param("records", numbers(counts.values(), Count::records))
                .param("quotas", numbers(kinds, Kind::quota))
                .param("epochs", numbers(kinds, Kind::epoch));
    }

    private static String[] texts(Collection<Kind> kinds, Function<Kind, String> part) {
        return kinds.stream().map(part).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> all, Function<T, Long> part) {
        return all.stream().map(part).toArray(Long[]::new);
    }
}
