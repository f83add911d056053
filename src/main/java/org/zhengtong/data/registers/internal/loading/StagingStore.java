package org.zhengtong.data.registers.internal.loading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.internal.definition.RegisterShape;
import org.zhengtong.data.registers.internal.definition.RuleSql;

/**
 * Rows as texts in an unlogged table, judged there by set. It has a connection of its own: while one chunk is merged on
 * another, the next is copied and judged here.
 */
final class StagingStore {

    private static final int BUFFER = 1 << 18;

    private final Connection connection;
    private final LoadMapping mapping;
    private final String table;
    private final String judging;
    private final String explaining;

    StagingStore(Connection connection, LoadMapping mapping, long load, int slot) {
        this.connection = connection;
        this.mapping = mapping;
        this.table = table(load, slot);
        var from = " from " + table + " s" + codedValues();
        this.judging = "select array_agg(s.zt_row)" + from + " where "
                + mapping.items().stream()
                        .map(item -> broken(item) + " is not null")
                        .collect(Collectors.joining(" or "));
        this.explaining =
                "select s.zt_row, " + mapping.items().stream().map(this::broken).collect(Collectors.joining(", "))
                        + from + " where s.zt_row = any(?) order by s.zt_row";
    }

    static String table(long load, int slot) {
        return "registers." + RegisterShape.quoted("staging__" + load + "_" + slot);
    }

    private String codedValues() {
        var coded = mapping.items().stream()
                .filter(RuleSql::byBytes)
                .map(item -> RuleSql.bytes("s." + RegisterShape.column(item.name())) + " as " + bytes(item))
                .toList();
        return coded.isEmpty() ? "" : " cross join lateral (select " + String.join(", ", coded) + " offset 0) as coded";
    }

    private static String bytes(RegisterItem item) {
        return RegisterShape.quoted("zb_" + item.name().column());
    }

    private String broken(RegisterItem item) {
        return RuleSql.brokenRule(
                item,
                "s." + RegisterShape.column(item.name()),
                RuleSql.byBytes(item) ? "coded." + bytes(item) : "null",
                "s.zt_box");
    }

    String name() {
        return table;
    }

    void make() throws SQLException {
        var columns = mapping.items().stream()
                .map(item -> RegisterShape.column(item.name()) + " text")
                .collect(Collectors.joining(", "));
        run("drop table if exists " + table);
        run("create unlogged table " + table + " (zt_row integer, " + columns
                + (mapping.spatial() ? ", zt_box box" : "") + ") with (autovacuum_enabled = false)");
    }

    void drop() throws SQLException {
        run("drop table if exists " + table);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Puts a chunk in; says which rows break a rule, and why. */
    SortedMap<Integer, List<RowFault>> stage(Chunk chunk) throws SQLException, IOException {
        fill(chunk);
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(judging)) {
            found.next();
            var rows = found.getArray(1);
            return rows == null ? new TreeMap<>() : explain((Integer[]) rows.getArray());
        }
    }

    /** Without waiting for the disk: what is lost in a crash is staged again. */
    private void fill(Chunk chunk) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            run("set local synchronous_commit = off");
            run("truncate " + table);
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " from stdin",
                            new ByteArrayInputStream(chunk.copyBytes(), 0, chunk.copyLength()),
                            BUFFER);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private SortedMap<Integer, List<RowFault>> explain(Integer[] rows) throws SQLException {
        var bad = new TreeMap<Integer, List<RowFault>>();
        try (var statement = connection.prepareStatement(explaining)) {
            statement.setArray(1, connection.createArrayOf("integer", rows));
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var faults = new ArrayList<RowFault>();
                    for (var at = 0; at < mapping.items().size(); at++) {
                        var rule = found.getString(at + 2);
                        if (rule != null) {
                            faults.add(fault(mapping, mapping.items().get(at), rule));
                        }
                    }
                    bad.put(found.getInt(1), faults);
                }
            }
        }
        return bad;
    }

    static RowFault fault(LoadMapping mapping, RegisterItem item, String rule) {
        return new RowFault(mapping.columnOf(item), item.name(), rule, RuleSql.wanted(item, rule));
    }
}
