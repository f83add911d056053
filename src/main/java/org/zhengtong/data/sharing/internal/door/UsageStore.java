package org.zhengtong.data.sharing.internal.door;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Way;

/** Counts calls: against the quota of a day, and for the statistics. */
@Component
class UsageStore {

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was used of one grant in one way. */
    record Used(GrantNumber grant, Way way, long calls, long records) {}

    /** Takes calls from the quotas of a day and says how many were taken by now, these included. */
    Map<GrantNumber, Long> take(Map<GrantNumber, Long> calls, LocalDate day) {
        var taken = new HashMap<GrantNumber, Long>();
        jdbc.sql("""
                insert into sharing.quota as q (grant_number, day, taken)
                select t.number, :day, t.calls
                from unnest(cast(:numbers as text[]), cast(:calls as bigint[])) as t (number, calls)
                order by t.number
                on conflict (grant_number, day) do update
                set taken = q.taken + excluded.taken
                returning q.grant_number, q.taken
                """)
                .param("day", day)
                .param(
                        "numbers",
                        calls.keySet().stream().map(GrantNumber::value).toArray(String[]::new))
                .param("calls", calls.values().toArray(Long[]::new))
                .query((row, _) -> taken.put(new GrantNumber(row.getString("grant_number")), row.getLong("taken")))
                .list();
        return taken;
    }

    void count(Collection<Used> used, LocalDate day) {
        jdbc.sql("""
                insert into sharing.usage as u (grant_number, day, way, calls, records)
                select t.number, :day, t.way, t.calls, t.records
                from unnest(cast(:numbers as text[]), cast(:ways as text[]), cast(:calls as bigint[]),
                            cast(:records as bigint[])) as t (number, way, calls, records)
                order by t.number, t.way
                on conflict (grant_number, day, way) do update
                set calls = u.calls + excluded.calls, records = u.records + excluded.records
                """)
                .param("day", day)
                .param(
                        "numbers",
                        used.stream().map(each -> each.grant().value()).toArray(String[]::new))
                .param("ways", used.stream().map(each -> each.way().name()).toArray(String[]::new))
                .param("calls", used.stream().map(Used::calls).toArray(Long[]::new))
                .param("records", used.stream().map(Used::records).toArray(Long[]::new))
                .update();
    }
}
