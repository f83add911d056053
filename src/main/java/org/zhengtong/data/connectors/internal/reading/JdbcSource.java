package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.registers.RowSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table or view of another database. A slice is everything up to the highest change or key at its beginning; rows come in the
 * order of change and key, or of the key, so that reading goes on after any of them.
 */
final class JdbcSource implements OpenSource {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final Contract.Draft contract;
    private final String where;
    private final int patienceSeconds;

    JdbcSource(Connection connection, Contract.Draft contract, String where, Duration patience) {
        this.connection = connection;
        this.contract = contract;
        this.where = where;
        this.patienceSeconds = (int) Math.max(1, patience.toSeconds());
    }

    /**
     * A part of the table, both ends as marks; empty for open.
     *
     * @param from rows after it
     * @param to rows up to it
     */
    record Slice(String from, String to) {}

    private String reading(String key) {
        return contract.reading().getOrDefault(key, "");
    }

    private Mode mode() {
        return Mode.valueOf(reading("mode").isEmpty() ? "WHOLE" : reading("mode"));
    }

    /** How much of the table a run reads. */
    private enum Mode {
        WHOLE,
        CHANGED,
        KEYS
    }

    @Override
    public JobNote greeting() throws IOException {
        try {
            var product = connection.getMetaData();
            return JobNote.of(
                    "connectors.tested.jdbc", product.getDatabaseProductName(), product.getDatabaseProductVersion());
        } catch (SQLException failure) {
            throw JdbcOpening.fault(failure, where);
        }
    }

    private JdbcTable table() throws IOException {
        try {
            return JdbcTable.read(connection, reading("table"), patienceSeconds);
        } catch (SQLException failure) {
            throw JdbcOpening.fault(failure, reading("table"));
        }
    }

    @Override
    public List<SourceColumn> columns() throws IOException {
        return table().columns();
    }

    @Override
    public String slice(String watermark) throws IOException {
        if (mode() == Mode.WHOLE) {
            return JSON.writeValueAsString(new Slice("", ""));
        }
        var table = table();
        var column = mode() == Mode.KEYS ? reading("key") : reading("change");
        var place = table.require(column);
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(patienceSeconds);
            try (var highest = statement.executeQuery(table.highest(column))) {
                highest.next();
                var to = table.mark(highest, 1, place);
                connection.rollback();
                if (to == null) {
                    return "";
                }
                var from = mode() == Mode.CHANGED ? table.before(place, watermark, lookback()) : watermark;
                return mode() == Mode.KEYS && to.equals(from) ? "" : JSON.writeValueAsString(new Slice(from, to));
            }
        } catch (SQLException failure) {
            throw JdbcOpening.fault(failure, reading("table"));
        }
    }

    private Duration lookback() {
        return Duration.ofSeconds(reading("lookback").isEmpty() ? 0 : Long.parseLong(reading("lookback")));
    }

    @Override
    public RowSource rows(String slice) throws IOException {
        var table = table();
        var sorting = new ArrayList<String>();
        if (mode() == Mode.CHANGED) {
            sorting.add(reading("change"));
        }
        sorting.add(reading("key"));
        for (var column : sorting) {
            table.require(column);
        }
        return new JdbcPages(connection, table, sorting, JSON.readValue(slice, Slice.class), patienceSeconds);
    }

    @Override
    public String after(String slice, String watermark) {
        var to = JSON.readValue(slice, Slice.class).to();
        return to.isEmpty() ? watermark : to;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw JdbcOpening.fault(failure, where);
        }
    }
}
