package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last serial given out, by county and day. */
@Repository
class NumberSeriesStore {

    private final JdbcClient jdbc;

    NumberSeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reserves so many serials and returns the last of them. */
    int reserve(String county, LocalDate day, int count) {
        return jdbc.sql("""
                insert into casework.number_series as s (county, day, last)
                values (:county, :day, :count)
                on conflict (county, day) do update set last = s.last + excluded.last
                returning last
                """)
                .param("county", county)
                .param("day", day)
                .param("count", count)
                .query(Integer.class)
                .single();
    }
}
