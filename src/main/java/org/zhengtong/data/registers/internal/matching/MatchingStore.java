package org.zhengtong.data.registers.internal.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.internal.matching.Matching.Nearness;
import org.zhengtong.data.registers.internal.matching.Matching.Pair;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;
import org.zhengtong.data.registers.internal.matching.Matching.Side;
import org.zhengtong.data.registers.internal.matching.Matching.State;
import org.zhengtong.data.registers.internal.matching.Matching.Verdict;

/** Comparisons and their pairs. */
@Component
class MatchingStore {

    private static final String SELECT = """
            select id, name, left_register, left_item, right_register, right_item, rule, least_score,
                   left_date, right_date, most_days, state, compared, work, created_by, created_at
            from registers.matching
            """;

    private final JdbcClient jdbc;

    MatchingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(Matchings.NewMatching wanted, String by, Instant at) {
        var dates = wanted.dates();
        return jdbc.sql("""
                insert into registers.matching
                  (name, left_register, left_item, right_register, right_item, rule, least_score, left_date, right_date, most_days,
                   state, created_by, created_at)
                values (:name, :left, :leftItem, :right, :rightItem, :rule, :score, :leftDate, :rightDate, :days,
                        'WAITING', :by, :at)
                returning id
                """)
                .param("name", wanted.name())
                .param("left", wanted.left().register().value())
                .param("leftItem", wanted.left().item().value())
                .param("right", wanted.right().register().value())
                .param("rightItem", wanted.right().item().value())
                .param("rule", wanted.rule().name())
                .param("score", wanted.leastScore())
                .param("leftDate", dates == null ? null : dates.left().value())
                .param("rightDate", dates == null ? null : dates.right().value())
                .param("days", dates == null ? null : dates.days())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void setWork(long id, long work) {
        jdbc.sql("update registers.matching set work = :work where id = :id")
                .param("work", work)
                .param("id", id)
                .update();
    }

    void setState(long id, State state, @Nullable Instant endedAt) {
        jdbc.sql("update registers.matching set state = :state, ended_at = :at where id = :id")
                .param("state", state.name())
                .param("at", endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** A comparison that has not begun is stopped at once; one that runs stops after its chunk. */
    void cancelWaiting(long id, Instant at) {
        jdbc.sql(
                        "update registers.matching set state = 'CANCELED', ended_at = :at where id = :id and state = 'WAITING'")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    Optional<Matching> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(MatchingStore::toMatching)
                .optional();
    }

    List<Matching> list() {
        return jdbc.sql(SELECT + " order by id desc limit 200")
                .query(MatchingStore::toMatching)
                .list();
    }

    String lastKey(long id) {
        return jdbc.sql("select coalesce(last_key, '') from registers.matching where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    void advance(long id, String lastKey, long more) {
        jdbc.sql("update registers.matching set last_key = :key, compared = compared + :more where id = :id")
                .param("key", lastKey)
                .param("more", more)
                .param("id", id)
                .update();
    }

    /** Pairs in order; null for every verdict. */
    List<Pair> pairs(long id, @Nullable Verdict verdict, long after, int most) {
        return jdbc.sql("""
                select number, left_key, right_key, score, verdict, judged_by, note
                from registers.match_pair
                where matching_id = :id and number > :after and (cast(:verdict as text) is null or verdict = :verdict)
                order by number
                limit :most
                """)
                .param("id", id)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Pair(
                        row.getLong("number"),
                        row.getString("left_key"),
                        row.getString("right_key"),
                        row.getBigDecimal("score"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("judged_by"),
                        row.getString("note")))
                .list();
    }

    Map<Verdict, Long> counts(long id) {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        jdbc.sql("select verdict, count(*) as pairs from registers.match_pair where matching_id = :id group by verdict")
                .param("id", id)
                .query((row, _) -> counts.put(Verdict.valueOf(row.getString("verdict")), row.getLong("pairs")))
                .list();
        return counts;
    }

    boolean judge(Matchings.Judgement judgement, String by, Instant at) {
        return jdbc.sql("""
                        update registers.match_pair
                        set verdict = :verdict, judged_by = :by, judged_at = :at, note = :note
                        where matching_id = :id and number = :number
                        """)
                        .param("verdict", judgement.verdict().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("note", judgement.note().isBlank() ? null : judgement.note())
                        .param("id", judgement.matching())
                        .param("number", judgement.number())
                        .update()
                == 1;
    }

    private static Matching toMatching(ResultSet row, int number) throws SQLException {
        var work = row.getObject("work", Long.class);
        var days = row.getObject("most_days", Integer.class);
        return new Matching(
                row.getLong("id"),
                row.getString("name"),
                new Side(new RegisterCode(row.getString("left_register")), new ItemName(row.getString("left_item"))),
                new Side(new RegisterCode(row.getString("right_register")), new ItemName(row.getString("right_item"))),
                Rule.valueOf(row.getString("rule")),
                row.getBigDecimal("least_score"),
                days == null
                        ? null
                        : new Nearness(
                                new ItemName(row.getString("left_date")),
                                new ItemName(row.getString("right_date")),
                                days),
                State.valueOf(row.getString("state")),
                row.getLong("compared"),
                work,
                row.getString("created_by"),
                Objects.requireNonNull(row.getObject("created_at", OffsetDateTime.class))
                        .toInstant());
    }
}
