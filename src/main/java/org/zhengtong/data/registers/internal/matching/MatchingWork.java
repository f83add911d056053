package org.zhengtong.data.registers.internal.matching;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.internal.definition.Shapes;
import org.zhengtong.data.registers.internal.matching.Matching.State;
import org.zhengtong.data.registers.internal.matching.PairingStore.SideSql;

/** Compares two registers chunk by chunk; after a crash it goes on with the chunk after the last. */
@Component
class MatchingWork implements LongWork {

    static final String KIND = "registers.match";
    private static final int CHUNK = 5_000;

    private final MatchingStore matchings;
    private final PairingStore pairing;
    private final SparkPairing spark;
    private final Shapes shapes;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MatchingWork(
            MatchingStore matchings,
            PairingStore pairing,
            SparkPairing spark,
            Shapes shapes,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.matchings = matchings;
        this.pairing = pairing;
        this.spark = spark;
        this.shapes = shapes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var matching = matchings.find(Long.parseLong(input)).orElseThrow();
        var dates = matching.dates();
        var left = side(matching.left(), dates == null ? null : dates.left());
        var right = side(matching.right(), dates == null ? null : dates.right());
        var records = pairing.count(left);
        progress.expect(records);
        matchings.setState(matching.id(), State.RUNNING, null);
        var canceled = spark.takes(records)
                ? !compareAtOnce(matching, left, right, progress)
                : !compare(matching, left, right, progress);
        matchings.setState(matching.id(), canceled ? State.CANCELED : State.DONE, clock.instant());
        return JobNote.of(
                "registers.match.note",
                matchings.counts(matching.id()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private SideSql side(Matching.Side side, @Nullable ItemName date) {
        var shape = shapes.require(side.register());
        return new SideSql(shape, shape.definition().require(side.item()), date);
    }

    private boolean compareAtOnce(Matching matching, SideSql left, SideSql right, WorkProgress progress) {
        var records = pairing.count(left);
        var whole = spark.pair(matching, left, right, progress::canceled);
        if (whole) {
            matchings.advance(matching.id(), "", records);
            progress.advance(records, 0);
        }
        return whole;
    }

    private boolean compare(Matching matching, SideSql left, SideSql right, WorkProgress progress) {
        pairing.prepare(matching.id(), right, matching.rule());
        var whole = compare(matching, left, progress);
        pairing.drop(matching.id());
        return whole;
    }

    private boolean compare(Matching matching, SideSql left, WorkProgress progress) {
        var after = matchings.lastKey(matching.id());
        for (var until = pairing.endOfChunk(left, after, CHUNK); until.isPresent(); ) {
            if (progress.canceled()) {
                return false;
            }
            var from = after;
            var end = until.get();
            var compared = transaction.execute(_ -> {
                var rows = pairing.pair(matching, left, from, end);
                matchings.advance(matching.id(), end, rows);
                return rows;
            });
            progress.advance(compared == null ? 0 : compared, 0);
            after = end;
            until = pairing.endOfChunk(left, after, CHUNK);
        }
        return true;
    }
}
