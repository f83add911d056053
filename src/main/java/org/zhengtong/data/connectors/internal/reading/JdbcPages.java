package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.registers.RowSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of a slice, a page of many after the other: a slow reader holds no transaction open at the source for hours. The cursor is
 * the last change and key.
 */
record JdbcPages(
        Connection connection, JdbcTable table, List<String> sorting, JdbcSource.Slice slice, int patienceSeconds)
        implements RowSource {

    private static final int FETCH = 5_000;
    private static final int PAGE = 200_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public List<String> columns() {
        return table.columns().stream().map(SourceColumn::name).toList();
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Reading(cursor == null ? new String[0] : JSON.readValue(cursor, String[].class));
    }

    /** One reading. */
    private final class Reading implements Rows {

        private final int[] sorted;
        private final @Nullable String[] values;
        private String[] last;
        private @Nullable PreparedStatement statement;
        private @Nullable ResultSet rows;
        private int left;

        Reading(String[] last) throws SourceException {
            this.last = last;
            this.values = new @Nullable String[table.columns().size()];
            this.sorted = new int[sorting.size()];
            for (var at = 0; at < sorted.length; at++) {
                sorted[at] = table.require(sorting.get(at));
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            try {
                var page = rows == null ? page() : rows;
                if (!page.next()) {
                    closePage();
                    if (left > 0) {
                        return null;
                    }
                    page = page();
                    if (!page.next()) {
                        return null;
                    }
                }
                left--;
                for (var at = 0; at < values.length; at++) {
                    values[at] = page.getString(at + 1);
                }
                advance(page);
                return values;
            } catch (SQLException failure) {
                throw JdbcOpening.fault(failure, table.name());
            }
        }

        private ResultSet page() throws SQLException {
            var from = last.length == 0 ? (slice.from().isEmpty() ? 0 : 1) : sorted.length;
            var upTo = !slice.to().isEmpty();
            var fresh = connection.prepareStatement(table.query(sorting, from, upTo));
            statement = fresh;
            fresh.setQueryTimeout(patienceSeconds);
            fresh.setFetchSize(FETCH);
            fresh.setMaxRows(PAGE);
            var place = 1;
            if (last.length == 0 && from == 1) {
                table.bind(fresh, place++, sorted[0], slice.from());
            } else if (from == 1) {
                table.bind(fresh, place++, sorted[0], last[0]);
            } else if (from == 2) {
                table.bind(fresh, place++, sorted[0], last[0]);
                table.bind(fresh, place++, sorted[0], last[0]);
                table.bind(fresh, place++, sorted[1], last[1]);
            }
            if (upTo) {
                table.bind(fresh, place, sorted[0], slice.to());
            }
            left = PAGE;
            var opened = fresh.executeQuery();
            rows = opened;
            return opened;
        }

        /** Two rows with one place could fall on two sides of an interruption: one would be lost. */
        private void advance(ResultSet page) throws SQLException, SourceException {
            var here = new String[sorted.length];
            for (var at = 0; at < here.length; at++) {
                var mark = table.mark(page, sorted[at] + 1, sorted[at]);
                if (mark == null) {
                    throw SourceException.of(SourceFault.KEY_EMPTY, sorting.get(at));
                }
                here[at] = mark;
            }
            if (java.util.Arrays.equals(here, last)) {
                throw SourceException.of(SourceFault.KEY_NOT_UNIQUE, String.join(", ", sorting));
            }
            last = here;
        }

        @Override
        public String cursor() {
            return JSON.writeValueAsString(last);
        }

        private void closePage() throws SQLException {
            if (rows != null) {
                rows.close();
                rows = null;
            }
            if (statement != null) {
                statement.close();
                statement = null;
            }
            connection.rollback();
        }

        @Override
        public void close() throws IOException {
            try {
                if (!connection.isClosed()) {
                    closePage();
                }
            } catch (SQLException failure) {
                throw JdbcOpening.fault(failure, table.name());
            }
        }
    }
}
