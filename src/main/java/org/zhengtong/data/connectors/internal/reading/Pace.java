package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/** Reads no faster than a contract allows, so that the source's own work is not disturbed. */
public record Pace(RowSource source, int rowsPerSecond) implements RowSource {

    private static final long SECOND = 1_000_000_000L;

    @Override
    public List<String> columns() throws IOException {
        return source.columns();
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        var rows = source.open(cursor);
        return rowsPerSecond == 0 ? rows : new Paced(rows, SECOND / rowsPerSecond);
    }

    /** One reading. */
    private static final class Paced implements Rows {
        private final Rows rows;
        private final long nanosEach;
        private long dueAt = System.nanoTime();

        Paced(Rows rows, long nanosEach) {
            this.rows = rows;
            this.nanosEach = nanosEach;
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var early = dueAt - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
            // who was kept waiting does not catch up in a burst
            dueAt = Math.max(dueAt, System.nanoTime() - SECOND) + nanosEach;
            return rows.next();
        }

        @Override
        public String cursor() {
            return rows.cursor();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
