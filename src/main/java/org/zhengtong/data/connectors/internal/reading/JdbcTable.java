package org.zhengtong.data.connectors.internal.reading;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** A table as its database describes it, and values of its columns as texts that sort nothing but say everything (marks). */
record JdbcTable(String name, String quote, List<SourceColumn> columns, List<Integer> types) {

    static JdbcTable read(Connection connection, String name, int patienceSeconds) throws SQLException {
        var quote = connection.getMetaData().getIdentifierQuoteString().strip();
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(patienceSeconds);
            try (var none = statement.executeQuery("select * from " + quoted(name, quote) + " where 1 = 0")) {
                var described = none.getMetaData();
                var columns = new ArrayList<SourceColumn>();
                var types = new ArrayList<Integer>();
                for (var at = 1; at <= described.getColumnCount(); at++) {
                    columns.add(new SourceColumn(
                            described.getColumnLabel(at),
                            described.getColumnTypeName(at).toLowerCase(Locale.ROOT)));
                    types.add(described.getColumnType(at));
                }
                connection.rollback();
                return new JdbcTable(name, quote, List.copyOf(columns), List.copyOf(types));
            }
        }
    }

    private static String quoted(String name, String quote) {
        return List.of(name.split("\\.")).stream()
                .map(part -> quote + part + quote)
                .collect(Collectors.joining("."));
    }

    /** Place of a column, from 0. */
    int require(String column) throws SourceException {
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).name().equals(column)) {
                return at;
            }
        }
        throw SourceException.of(SourceFault.NO_COLUMN, column);
    }

    String highest(String column) {
        return "select max(" + quoted(column, quote) + ") from " + quoted(name, quote);
    }

    /**
     * Everything of the table in the order of these columns.
     *
     * @param from how many places for values there are before which nothing comes; 0 for none
     * @param upTo whether the first of them has a highest value
     */
    String query(List<String> sorting, int from, boolean upTo) {
        var conditions = new ArrayList<String>();
        var first = quoted(sorting.getFirst(), quote);
        if (from == 1) {
            conditions.add(first + " > ?");
        } else if (from == 2) {
            var second = quoted(sorting.get(1), quote);
            conditions.add(first + " >= ? and (" + first + " > ? or " + second + " > ?)");
        }
        if (upTo) {
            conditions.add(first + " <= ?");
        }
        return "select "
                + columns.stream().map(column -> quoted(column.name(), quote)).collect(Collectors.joining(", "))
                + " from " + quoted(name, quote)
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by "
                + sorting.stream().map(column -> quoted(column, quote)).collect(Collectors.joining(", "));
    }

    /** The mark of a value in a result; null for no value. */
    @Nullable
    String mark(ResultSet row, int place, int column) throws SQLException {
        var kind = kind(column);
        if (kind == BigDecimal.class) {
            var number = row.getBigDecimal(place);
            return number == null ? null : number.toPlainString();
        }
        var value = kind == null ? row.getString(place) : row.getObject(place, kind);
        return value == null ? null : value.toString();
    }

    /** Each value in the column's own type, or the database would not use its index. */
    void bind(PreparedStatement statement, int place, int column, String mark) throws SQLException {
        var kind = kind(column);
        if (types.get(column) == Types.OTHER) {
            statement.setObject(place, mark, Types.OTHER);
        } else if (kind == null) {
            statement.setString(place, mark);
        } else if (kind == BigDecimal.class) {
            var number = new BigDecimal(mark);
            if (whole(column) && number.precision() < 19) {
                statement.setLong(place, number.longValue());
            } else {
                statement.setBigDecimal(place, number);
            }
        } else if (kind == LocalDate.class) {
            statement.setObject(place, LocalDate.parse(mark));
        } else if (kind == LocalDateTime.class) {
            statement.setObject(place, LocalDateTime.parse(mark));
        } else {
            statement.setObject(place, OffsetDateTime.parse(mark));
        }
    }

    private boolean whole(int column) {
        return switch (types.get(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> true;
            default -> false;
        };
    }

    /** Values that are no texts to the database; null for texts. */
    private @Nullable Class<?> kind(int column) {
        return switch (types.get(column)) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL ->
                BigDecimal.class;
            case Types.DATE -> LocalDate.class;
            case Types.TIMESTAMP ->
                columns.get(column).type().contains("tz") ? OffsetDateTime.class : LocalDateTime.class;
            case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.class;
            default -> null;
        };
    }

    /** A mark so much earlier: what was committed late comes again, and costs nothing when it has not changed. */
    String before(int column, String mark, Duration lookback) {
        var kind = kind(column);
        if (mark.isEmpty() || lookback.isZero()) {
            return mark;
        }
        if (kind == OffsetDateTime.class) {
            return OffsetDateTime.parse(mark).minus(lookback).toString();
        }
        return kind == LocalDateTime.class
                ? LocalDateTime.parse(mark).minus(lookback).toString()
                : mark;
    }
}
