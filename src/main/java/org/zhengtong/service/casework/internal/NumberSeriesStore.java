package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last serial given out, by county and day. */
@Component
class NumberSeriesStore {

    private final JdbcClient jdbc;

    NumberSeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves so many serials and returns the last of them; a day begins with {@code first}. */
    int reserve(String county, LocalDate day, int count, int first) {
        return jdbc.sql("""
                insert into casework.number_series as s (county, day, last)
                values (:county, :day, :first - 1 + :count)
                on conflict (county, day) do update set last = s.last + :count
                returning last
                """)
                .param("county", county)
                .param("day", day)
                .param("count", count)
                .param("first", first)
                .query(Integer.class)
                .single();
    }

    /** So many serials of a county and day. */
    record Wanted(String county, LocalDate day, int count) {}

    /** Reserves serials of many counties and days, in this order; the last of each by county and day. */
    Map<String, Integer> reserveAll(List<Wanted> wanted) {
        var lasts = new HashMap<String, Integer>();
        jdbc.sql("""
                insert into casework.number_series as s (county, day, last)
                select county, day, count
                from unnest(cast(:counties as text[]), cast(:days as date[]), cast(:counts as integer[]))
                    as wanted (county, day, count)
                on conflict (county, day) do update set last = s.last + excluded.last
                returning county, day, last
                """)
                .param("counties", wanted.stream().map(Wanted::county).toArray(String[]::new))
                .param("days", wanted.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .param("counts", wanted.stream().map(Wanted::count).toArray(Integer[]::new))
                .query(row -> {
                    lasts.put(row.getString("county") + row.getObject("day", LocalDate.class), row.getInt("last"));
                });
        return lasts;
    }
}
