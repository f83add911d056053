package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.service.casework.CaseworkProblem;

/**
 * Gives out case numbers. Serials are reserved in blocks outside of the filing transaction, one at a time when it is quiet,
 * more when many file at once, so that nobody waits for another's commit. Numbers rise and are never given twice; a restart
 * or a failed filing may leave one out.
 */
@Component
class CaseNumbers {

    private static final int LARGEST_BLOCK = 64;

    private final NumberSeriesStore store;
    private final Clock clock;
    private final Settings settings;
    private final Map<Series, Block> blocks = new ConcurrentHashMap<>();

    CaseNumbers(NumberSeriesStore store, Clock clock, Settings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    private record Series(String county, LocalDate day) {}

    /** A block whose serials before {@code next} are taken. */
    private record Block(int next, int last, int size, Instant reservedAt) {
        Block advanced() {
            return new Block(next + 1, last, size, reservedAt);
        }
    }

    /** The next key of a county and day. */
    long next(String county, LocalDate day) {
        var series = new Series(county, day);
        var block = blocks.compute(
                series,
                (key, before) ->
                        before == null || before.next() > before.last() ? reserve(key, before) : before.advanced());
        blocks.keySet().removeIf(old -> old.day().isBefore(day.minusDays(1)));
        return CaseKey.of(county, day, taken(block));
    }

    private static int taken(Block block) {
        return block.next() - 1;
    }

    private Block reserve(Series series, @Nullable Block before) {
        var now = clock.instant();
        var size = before != null && before.reservedAt().plusSeconds(1).isAfter(now)
                ? Math.min(before.size() * 2, LARGEST_BLOCK)
                : 1;
        var last = store.reserve(series.county(), series.day(), size, settings.value(CaseworkSettings.FIRST_SERIAL));
        if (last > CaseKey.MOST) {
            throw new ProblemException(CaseworkProblem.NUMBERS_EXHAUSTED, series.county());
        }
        return new Block(last - size + 2, last, size, now);
    }
}
