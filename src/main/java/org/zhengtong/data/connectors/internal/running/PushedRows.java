package org.zhengtong.data.connectors.internal.running;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/** Rows of a request, in memory. */
record PushedRows(List<String> columns, List<Map<String, @Nullable String>> rows) implements RowSource {

    static PushedRows of(List<Map<String, @Nullable String>> rows) {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        return new PushedRows(new ArrayList<>(columns), rows);
    }

    @Override
    public Rows open(@Nullable String cursor) {
        return new Reading(this, cursor == null ? 0 : Integer.parseInt(cursor));
    }

    /** One reading. */
    private static final class Reading implements Rows {
        private final PushedRows source;
        private int at;

        Reading(PushedRows source, int at) {
            this.source = source;
            this.at = at;
        }

        @Override
        public @Nullable String @Nullable [] next() {
            if (at >= source.rows.size()) {
                return null;
            }
            var row = source.rows.get(at++);
            return source.columns.stream().map(row::get).toArray(String[]::new);
        }

        @Override
        public String cursor() {
            return String.valueOf(at);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
