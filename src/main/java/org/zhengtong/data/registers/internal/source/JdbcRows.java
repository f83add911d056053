package org.zhengtong.data.registers.internal.source;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/**
 * Rows of a table or view in another database, in the order of a key, so that reading goes on after any row: the cursor is the
 * last key read.
 *
 * @param table its name as that database writes it, from the connection's settings and never from what somebody typed unchecked
 */
public record JdbcRows(DataSource database, String table, List<String> columns, String key) implements RowSource {

    private static final int FETCH = 5_000;

    public JdbcRows {
        columns = List.copyOf(columns);
        if (!columns.contains(key)) {
            throw new IllegalArgumentException("The key is no column: " + key);
        }
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        try {
            return new Open(database.getConnection(), this, cursor);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private String query(boolean continued, String quote) {
        var names = columns.stream().map(name -> quote + name + quote).toList();
        return "select " + String.join(", ", names) + " from " + table
                + (continued ? " where " + quote + key + quote + " > ?" : "") + " order by " + quote + key + quote;
    }

    /** One reading. */
    private static final class Open implements Rows {

        private final Connection connection;
        private final PreparedStatement statement;
        private final ResultSet rows;
        private final @Nullable String[] values;
        private final int key;
        private String cursor;

        Open(Connection connection, JdbcRows source, @Nullable String cursor) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            var quote = connection.getMetaData().getIdentifierQuoteString();
            statement = connection.prepareStatement(source.query(cursor != null, quote));
            statement.setFetchSize(FETCH);
            if (cursor != null) {
                statement.setString(1, cursor);
            }
            rows = statement.executeQuery();
            values = new @Nullable String[source.columns.size()];
            key = source.columns.indexOf(source.key);
            this.cursor = Objects.requireNonNullElse(cursor, "");
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            try {
                if (!rows.next()) {
                    return null;
                }
                for (var at = 0; at < values.length; at++) {
                    values[at] = rows.getString(at + 1);
                }
                cursor = Objects.requireNonNullElse(values[key], cursor);
                return values;
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
        }

        @Override
        public String cursor() {
            return cursor;
        }

        @Override
        public void close() throws IOException {
            var failures = new ArrayList<SQLException>();
            for (AutoCloseable each : List.of(rows, statement)) {
                try {
                    each.close();
                } catch (Exception failure) {
                    failures.add(failure instanceof SQLException known ? known : new SQLException(failure));
                }
            }
            try (connection) {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException failure) {
                failures.add(failure);
            }
            if (!failures.isEmpty()) {
                throw new IOException(failures.getFirst());
            }
        }
    }
}
