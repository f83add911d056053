package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/**
 * The rows between two cursors.
 *
 * @param begin where the chunk begins; null for the source's beginning
 * @param most ends it when the row at its end is gone from the source
 */
public record OneChunk(RowSource source, @Nullable String begin, String end, long most) implements RowSource {

    @Override
    public List<String> columns() throws IOException {
        return source.columns();
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Part(source.open(cursor == null ? begin : cursor), end.equals(cursor), this);
    }

    /** One reading. */
    private static final class Part implements Rows {
        private final Rows rows;
        private final OneChunk chunk;
        private boolean over;
        private long read;

        Part(Rows rows, boolean over, OneChunk chunk) {
            this.rows = rows;
            this.over = over;
            this.chunk = chunk;
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            var row = over ? null : rows.next();
            read++;
            over = row == null || rows.cursor().equals(chunk.end) || read >= chunk.most;
            return row;
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
