package org.zhengtong.data.registers.internal.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.RuleSql;
import org.zhengtong.data.registers.internal.matching.Matching.Rule;

/**
 * Finds pairs, chunk by chunk of the left register. For names the right register is prepared once as an unlogged table; for
 * similar ones also by the pairs of letters that few of its names have, since every company's name ends alike.
 */
@Component
class PairingStore {

    /** A pair of letters that more names than this have leads to too many candidates. */
    static final int RARE = 200;

    private final JdbcClient jdbc;
    private final DataSource database;

    PairingStore(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** One side in SQL. */
    record SideSql(
            RegisterShape shape,
            RegisterItem item,
            @Nullable ItemName date) {
        String value() {
            return RuleSql.written(item, RegisterShape.column(item.name()));
        }

        String rows() {
            return "select " + shape.key() + " as key, " + value() + " as value, "
                    + (date == null ? "null::date" : RegisterShape.column(date)) + " as day from " + shape.current()
                    + " where zt_valid_to is null and " + RegisterShape.column(item.name()) + " is not null";
        }
    }

    private static String prepared(long matching) {
        return "registers." + RegisterShape.quoted("matching__" + matching);
    }

    private static String letters(long matching) {
        return "registers." + RegisterShape.quoted("matching__" + matching + "_letters");
    }

    long count(SideSql side) {
        return jdbc.sql("select count(*) from (" + side.rows() + ") side")
                .query(Long.class)
                .single();
    }

    /** Prepares the right register; what an earlier run left is made anew. */
    void prepare(long matching, SideSql right, Rule rule) {
        drop(matching);
        var plain = rule == Rule.EXACT ? "value" : "registers.plain_name(value)";
        run("create unlogged table " + prepared(matching) + " as select key, day, " + plain + " as plain"
                + (rule == Rule.SIMILAR ? ", registers.letter_pairs(registers.plain_name(value)) as pairs" : "")
                + " from (" + right.rows() + ") side");
        if (rule == Rule.SIMILAR) {
            run("create unlogged table " + letters(matching) + " as select pair, array_agg(key) as keys from "
                    + prepared(matching) + " cross join lateral unnest(pairs) pair group by pair having count(*) <= "
                    + RARE);
            run("create index on " + letters(matching) + " (pair)");
            run("create index on " + prepared(matching) + " (key)");
        } else {
            run("create index on " + prepared(matching) + " (plain)");
        }
        run("analyze " + prepared(matching));
    }

    void drop(long matching) {
        run("drop table if exists " + letters(matching));
        run("drop table if exists " + prepared(matching));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    /** Last key of the next chunk of the left register; empty at its end. */
    Optional<String> endOfChunk(SideSql left, String after, int most) {
        return jdbc.sql("select max(key) from (select key from (" + left.rows()
                        + ") side where key > :after order by key limit :most) chunk")
                .param("after", after)
                .param("most", most)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Writes the pairs of a chunk; a pair that is there already stays as it was judged. Says how many rows were compared. */
    long pair(Matching matching, SideSql left, String after, String until) {
        var chunk = "select key, day, " + (matching.rule() == Rule.EXACT ? "value" : "registers.plain_name(value)")
                + " as plain from (" + left.rows() + ") side where key > :after and key <= :until";
        jdbc.sql("with chunk as materialized (" + chunk + "), found as (" + found(matching) + """
            )
            insert into registers.match_pair (matching_id, left_key, right_key, score)
            select :matching, left_key, right_key, score
            from found
            where score >= :least
            order by left_key, score desc, right_key
            on conflict (matching_id, left_key, right_key) do nothing
            """)
                .param("matching", matching.id())
                .param("least", matching.leastScore())
                .param("after", after)
                .param("until", until)
                .update();
        return jdbc.sql("select count(*) from (" + left.rows() + ") side where key > :after and key <= :until")
                .param("after", after)
                .param("until", until)
                .query(Long.class)
                .single();
    }

    /** Writes one side into a file, as COPY writes text: key, day, and a digest of the value or the name's pairs of letters. */
    void export(SideSql side, Rule rule, Path file) {
        var plain = rule == Rule.EXACT ? "value" : "registers.plain_name(value)";
        var compared = rule == Rule.SIMILAR
                ? "array_to_string(registers.letter_pairs(" + plain + "), ' ')"
                : "encode(sha256(convert_to(" + plain + ", 'UTF8')), 'hex')";
        copying(copy -> {
            try (var out = Files.newOutputStream(file)) {
                copy.copyOut("copy (select key, day, " + compared + " from (" + side.rows() + ") side) to stdout", out);
            }
        });
    }

    /** Takes pairs from files; one that is there already stays as it was judged. */
    void take(long matching, List<Path> files) {
        var table = prepared(matching);
        drop(matching);
        run("create unlogged table " + table + " (left_key text, right_key text, score numeric)");
        copying(copy -> {
            for (var file : files) {
                try (var in = Files.newInputStream(file)) {
                    copy.copyIn("copy " + table + " from stdin", in);
                }
            }
        });
        jdbc.sql("""
            insert into registers.match_pair (matching_id, left_key, right_key, score)
            select :matching, left_key, right_key, score
            from %s
            order by left_key, score desc, right_key
            on conflict (matching_id, left_key, right_key) do nothing
            """.formatted(table)).param("matching", matching).update();
        drop(matching);
    }

    /** Something to do with the server's own way of moving many rows. */
    private interface Copying {
        void work(CopyManager copy) throws SQLException, IOException;
    }

    private void copying(Copying work) {
        try (var connection = database.getConnection()) {
            work.work(connection.unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("Copying pairs", null, failed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Pairs with their score; a record is no pair with itself, nor with the same one twice. */
    private static String found(Matching matching) {
        var same = matching.left().register().equals(matching.right().register()) ? " and l.key < r.key" : "";
        var near = matching.dates() == null
                ? ""
                : " and abs(l.day - r.day) <= " + matching.dates().days();
        if (matching.rule() != Rule.SIMILAR) {
            return "select l.key as left_key, r.key as right_key, 1::numeric as score from chunk l join "
                    + prepared(matching.id()) + " r on r.plain = l.plain" + same + near;
        }
        // Twice what both have, divided by what each has (Dice).
        return """
            select l.key as left_key, r.key as right_key,
                   round(2.0 * (select count(*) from unnest(l.pairs) pair where pair = any(r.pairs))
                         / (cardinality(l.pairs) + cardinality(r.pairs)), 4) as score
            from (select key, day, registers.letter_pairs(plain) as pairs from chunk) l
            cross join lateral (
              select distinct candidate
              from unnest(l.pairs) pair
              join %s rare using (pair)
              cross join lateral unnest(rare.keys) candidate) candidates
            join %s r on r.key = candidates.candidate%s
            """.formatted(letters(matching.id()), prepared(matching.id()), same + near);
    }
}
