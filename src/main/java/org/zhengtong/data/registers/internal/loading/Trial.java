package org.zhengtong.data.registers.internal.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;
import org.zhengtong.data.registers.RegisterLoading.SetAsideRow;
import org.zhengtong.data.registers.RowSource;

/** Rows judged as in a load, in a staging table of their own that is dropped afterwards. */
final class Trial {

    /** Loads are counted from 1 and never come so far. */
    private static final long BEYOND_LOADS = 1L << 60;

    private Trial() {}

    static List<SetAsideRow> of(DataSource database, LoadMapping mapping, RowSource source, int most) {
        var number = BEYOND_LOADS + ThreadLocalRandom.current().nextLong(BEYOND_LOADS);
        try (var connection = database.getConnection()) {
            var table = new StagingStore(connection, mapping, number, 0);
            table.make();
            try {
                return judged(table, mapping, source, most);
            } finally {
                dropped(connection, table);
            }
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("trial", null, failure);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static List<SetAsideRow> judged(StagingStore table, LoadMapping mapping, RowSource source, int most)
            throws SQLException, IOException {
        try (var reader = new ChunkReader(mapping, source, new LoadStore.Place(0, 0, ""), most)) {
            var chunk = reader.next();
            if (chunk == null) {
                return List.of();
            }
            return table.stage(chunk).entrySet().stream()
                    .map(bad -> new SetAsideRow(
                            bad.getKey() + 1L, bad.getValue(), values(mapping, chunk.read(bad.getKey()))))
                    .toList();
        }
    }

    private static Map<String, String> values(LoadMapping mapping, @Nullable String[] row) {
        var values = new HashMap<String, String>();
        for (var at = 0; at < Math.min(row.length, mapping.names().size()); at++) {
            var value = row[at];
            if (value != null) {
                values.put(mapping.names().get(at), value);
            }
        }
        return values;
    }

    private static void dropped(Connection connection, StagingStore table) throws SQLException {
        if (!connection.isClosed()) {
            table.drop();
        }
    }
}
