package org.zhengtong.base.database.internal;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers which migrations this database has seen, all rooms together, so that an unchanged program need not ask room by room. */
class MigrationStore {

    private final JdbcClient jdbc;

    MigrationStore(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Whether exactly these migrations were run here last. */
    boolean knows(String digest) {
        var there = jdbc.sql("select to_regclass('migration.latest') is not null")
                .query(Boolean.class)
                .single();
        return there
                && jdbc.sql("""
                        select exists (
                            select 1
                            from migration.latest
                            where digest = :digest)
                        """).param("digest", digest).query(Boolean.class).single();
    }

    /** From now on these are the latest. */
    void remember(String digest) {
        jdbc.sql("create schema if not exists migration").update();
        jdbc.sql("""
                create table if not exists migration.latest (
                    only_row boolean primary key default true check (only_row),
                    digest text not null)
                """).update();
        jdbc.sql("""
                insert into migration.latest (digest)
                values (:digest)
                on conflict (only_row) do update
                set digest = excluded.digest
                """).param("digest", digest).update();
    }
}
