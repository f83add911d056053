package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormVersion;

/** Versions of procedures and forms. */
@Component
class ProcedureStore {

    private final JdbcClient jdbc;

    ProcedureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a version was written. */
    enum Origin {
        PACK,
        SCREEN
    }

    /** A stored version. */
    record StoredProcedure(int id, String key, int version, String source) {}

    List<StoredProcedure> current() {
        return jdbc.sql("""
            select id, key, version, source
            from casework.procedure
            where current
            order by key
            """).query(StoredProcedure.class).list();
    }

    /** Numbers of all versions. */
    List<Integer> numbers() {
        return jdbc.sql("select id from casework.procedure order by id")
                .query(Integer.class)
                .list();
    }

    Optional<StoredProcedure> find(int id) {
        return jdbc.sql("""
            select id, key, version, source
            from casework.procedure
            where id = :id
            """).param("id", id).query(StoredProcedure.class).optional();
    }

    /**
     * Stores a new version unless the current one has the same source; an old source in force again is a new version too. What
     * was written on screen is not replaced by a pack.
     */
    void put(String key, String source, Instant at, Origin origin) {
        jdbc.sql("""
            with same as (
                select 1 from casework.procedure
                where key = :key and current and (source = :source or (:origin = 'PACK' and origin = 'SCREEN'))
            ), former as (
                update casework.procedure set current = false
                where key = :key and current and not exists (select from same)
            )
            insert into casework.procedure (key, version, source, current, created_at, origin)
            select :key, coalesce((select max(version) from casework.procedure where key = :key), 0) + 1, :source, true, :at,
                :origin
            where not exists (select from same)
            """)
                .param("key", key)
                .param("source", source)
                .param("at", Timestamp.from(at))
                .param("origin", origin.name())
                .update();
    }

    void retire(String key) {
        jdbc.sql("update casework.procedure set current = false where key = :key and current")
                .param("key", key)
                .update();
    }

    /** Takes the procedures out of force that the pack does not name any more; running cases keep theirs. */
    void retireAllBut(List<String> keys) {
        jdbc.sql("""
            update casework.procedure set current = false
            where current and origin = 'PACK' and not key = any (:keys)
            """).param("keys", keys.toArray(String[]::new)).update();
    }

    Optional<String> findCurrentForm(String key) {
        return jdbc.sql("select source from casework.form where key = :key and current")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    Optional<String> findForm(String key, FormVersion version) {
        return jdbc.sql("select source from casework.form where key = :key and version = :version")
                .param("key", key)
                .param("version", version.value())
                .query(String.class)
                .optional();
    }

    void putForm(String key, FormVersion version, String source, Instant at, Origin origin) {
        jdbc.sql("""
            with kept as (
                select 1 from casework.form where key = :key and current and :origin = 'PACK' and origin = 'SCREEN'
            ), former as (
                update casework.form set current = false
                where key = :key and current and version <> :version and not exists (select from kept)
            )
            insert into casework.form (key, version, source, current, created_at, origin)
            select :key, :version, :source, true, :at, :origin
            where not exists (select from kept)
            on conflict (key, version) do update set current = true, origin = excluded.origin
            """)
                .param("key", key)
                .param("version", version.value())
                .param("source", source)
                .param("at", Timestamp.from(at))
                .param("origin", origin.name())
                .update();
    }
}
