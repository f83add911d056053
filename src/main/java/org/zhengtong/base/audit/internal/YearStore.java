package org.zhengtong.base.audit.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The partitions of {@code audit.entry}, one a year. */
@Component
class YearStore {

    private final JdbcClient jdbc;

    YearStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Years that have a partition, the earliest first. */
    List<Integer> years() {
        return jdbc.sql("""
                        select cast(substring(c.relname from 'entry_([0-9]{4})$') as integer) as year
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'audit.entry'::regclass
                          and c.relname ~ 'entry_[0-9]{4}$'
                        order by year
                        """).query(Integer.class).list();
    }

    void add(int year) {
        jdbc.sql("select audit.add_year(:year)")
                .param("year", year)
                .query((row, number) -> year)
                .single();
    }

    /** Destroys a year's entries and remembers how many they were. */
    long discard(int year, Instant at) {
        var entries = jdbc.sql("select count(*) from audit.entry_%04d".formatted(year))
                .query(Long.class)
                .single();
        jdbc.sql("drop table audit.entry_%04d".formatted(year)).update();
        jdbc.sql("""
                        insert into audit.discarded_year (year, entries, discarded_at)
                        values (:year, :entries, :at)
                        """)
                .param("year", year)
                .param("entries", entries)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return entries;
    }

    Set<Integer> discarded() {
        return Set.copyOf(jdbc.sql("select year from audit.discarded_year")
                .query(Integer.class)
                .list());
    }
}
