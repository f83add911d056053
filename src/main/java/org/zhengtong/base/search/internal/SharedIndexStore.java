package org.zhengtong.base.search.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the instances agree on about the index they share: which one answers, who follows, who makes a new one. */
@Component
class SharedIndexStore {
    private final JdbcClient jdbc;

    SharedIndexStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The index of a prefix.
     *
     * @param number the one that answers; null when there is none, or one of another database's life
     * @param built so many documents are in the one that is being made
     * @param reached how far the one that answers has followed each feed
     */
    record Shared(@Nullable Integer number, int edition, long built, long toBuild, Map<String, Long> reached) {}

    void know(String prefix) {
        jdbc.sql("insert into search.shared_index (prefix) values (:prefix) on conflict do nothing")
                .param("prefix", prefix)
                .update();
    }

    Shared require(String prefix) {
        return jdbc.sql("""
                select case when life = search.life() then number end as number,
                    edition, built, to_build, feeds, reached
                from search.shared_index
                where prefix = :prefix
                """)
                .param("prefix", prefix)
                .query(SharedIndexStore::toShared)
                .single();
    }

    private static Shared toShared(ResultSet row, int line) throws SQLException {
        var feeds = (String[]) row.getArray("feeds").getArray();
        var positions = (Long[]) row.getArray("reached").getArray();
        var reached = new TreeMap<String, Long>();
        for (var at = 0; at < feeds.length; at++) {
            reached.put(feeds[at], positions[at]);
        }
        return new Shared(
                row.getObject("number", Integer.class),
                row.getInt("edition"),
                row.getLong("built"),
                row.getLong("to_build"),
                reached);
    }

    /** Becomes or stays the one that follows the database into this index; false when another is, or another index answers. */
    boolean follow(String prefix, int number, UUID by, Duration lease) {
        return jdbc.sql("""
                        update search.shared_index
                        set follower = :by, followed_until = clock_timestamp() + make_interval(secs => :seconds)
                        where prefix = :prefix and number = :number and life = search.life()
                            and (follower is null or follower = :by or followed_until < clock_timestamp())
                        """)
                        .param("prefix", prefix)
                        .param("number", number)
                        .param("by", by)
                        .param("seconds", seconds(lease))
                        .update()
                == 1;
    }

    void tellReached(String prefix, int number, UUID by, Map<String, Long> reached) {
        jdbc.sql("""
                update search.shared_index
                set feeds = :feeds, reached = :reached
                where prefix = :prefix and number = :number and follower = :by
                """)
                .param("prefix", prefix)
                .param("number", number)
                .param("by", by)
                .param("feeds", reached.keySet().toArray(String[]::new))
                .param("reached", reached.values().toArray(Long[]::new))
                .update();
    }

    /** Becomes the one that makes a new index; its number, empty when another makes one. */
    Optional<Integer> beginMaking(String prefix, UUID by, long documents, Duration lease) {
        return jdbc.sql("""
                update search.shared_index
                set maker = :by, made_until = clock_timestamp() + make_interval(secs => :seconds),
                    newest = newest + 1, built = 0, to_build = :documents
                where prefix = :prefix and (maker is null or made_until < clock_timestamp())
                returning newest
                """)
                .param("prefix", prefix)
                .param("by", by)
                .param("documents", documents)
                .param("seconds", seconds(lease))
                .query(Integer.class)
                .optional();
    }

    /** Stays the one that makes this index; false when another has begun a newer one. */
    boolean goOnMaking(String prefix, int number, UUID by, long built, Duration lease) {
        return jdbc.sql("""
                        update search.shared_index
                        set made_until = clock_timestamp() + make_interval(secs => :seconds), built = :built
                        where prefix = :prefix and newest = :number and maker = :by
                        """)
                        .param("prefix", prefix)
                        .param("number", number)
                        .param("by", by)
                        .param("built", built)
                        .param("seconds", seconds(lease))
                        .update()
                == 1;
    }

    /** Lets the new index answer from now on; false when another has begun a newer one. */
    boolean publish(String prefix, int number, UUID by, int edition, Map<String, Long> reached) {
        return jdbc.sql("""
                        update search.shared_index
                        set number = :number, edition = :edition, life = search.life(), feeds = :feeds, reached = :reached,
                            maker = null, follower = null
                        where prefix = :prefix and newest = :number and maker = :by
                        """)
                        .param("prefix", prefix)
                        .param("number", number)
                        .param("by", by)
                        .param("edition", edition)
                        .param("feeds", reached.keySet().toArray(String[]::new))
                        .param("reached", reached.values().toArray(Long[]::new))
                        .update()
                == 1;
    }

    /** The index was lost: none answers until a new one is made. */
    void forget(String prefix, int number) {
        jdbc.sql("""
                update search.shared_index
                set number = null, follower = null
                where prefix = :prefix and number = :number
                """).param("prefix", prefix).param("number", number).update();
    }

    /** Neither follows nor makes one any more. */
    void leave(String prefix, UUID by) {
        jdbc.sql("""
                update search.shared_index
                set follower = nullif(follower, :by), maker = nullif(maker, :by)
                where prefix = :prefix and (follower = :by or maker = :by)
                """).param("prefix", prefix).param("by", by).update();
    }

    /** This index will not be finished. */
    void giveUpMaking(String prefix, int number, UUID by) {
        jdbc.sql("""
                update search.shared_index
                set maker = null
                where prefix = :prefix and newest = :number and maker = :by
                """)
                .param("prefix", prefix)
                .param("number", number)
                .param("by", by)
                .update();
    }

    private static double seconds(Duration lease) {
        return lease.toMillis() / 1_000.0;
    }
}
