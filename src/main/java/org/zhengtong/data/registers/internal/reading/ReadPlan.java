package org.zhengtong.data.registers.internal.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.internal.definition.RegisterShape;

/**
 * How one register is read under one form of permit: which columns, in which order, and the statements' texts. Made once for
 * each form of permit, so that reading by key finds a prepared statement.
 */
final class ReadPlan {

    private static final String FACTS = "zt_valid_from, zt_valid_to, zt_recorded_at, zt_position, zt_checked";

    private final RegisterShape shape;
    private final List<RegisterItem> items;
    private final String columns;
    private final String byKey;
    private final String byKeys;

    ReadPlan(RegisterShape shape, ReadPermit permit) {
        this.shape = shape;
        this.items = shape.items().stream()
                .filter(item -> permit.items().contains(item.name()))
                .toList();
        this.columns = items.stream()
                        .map(item -> RegisterShape.column(item.name()) + ", ")
                        .collect(Collectors.joining())
                + FACTS;
        var filter = filter(new ConditionSql(shape.definition()), permit);
        this.byKey = "select " + columns + " from " + shape.current() + " where " + shape.key() + " = ?" + filter;
        this.byKeys = "select " + columns + ", " + shape.key() + " as zt_key from " + shape.current() + " where "
                + shape.key() + " = any(?)" + filter;
    }

    static String filter(ConditionSql sql, ReadPermit permit) {
        return permit.rows() == null
                ? ""
                : permit.rows().conditions().stream()
                        .map(condition -> " and " + sql.of(condition))
                        .collect(Collectors.joining());
    }

    RegisterShape shape() {
        return shape;
    }

    String byKey() {
        return byKey;
    }

    String byKeys() {
        return byKeys;
    }

    String columns() {
        return columns;
    }

    /** The present row of a result. */
    RegisterRecord read(ResultSet row, @Nullable RecordKey key, Map<ItemName, Masking> masks) throws SQLException {
        var values = new LinkedHashMap<ItemName, Object>(items.size() * 2);
        var column = 1;
        for (var item : items) {
            var value = value(row, column++, item);
            if (value != null) {
                var mask = masks.get(item.name());
                values.put(item.name(), mask == null ? value : java.util.Objects.requireNonNull(mask.mask(value)));
            }
        }
        var checked = row.getArray(column + 4);
        return new RegisterRecord(
                key == null ? new RecordKey(row.getString("zt_key")) : key,
                Collections.unmodifiableMap(values),
                row.getObject(column, LocalDate.class),
                row.getObject(column + 1, LocalDate.class),
                row.getObject(column + 2, OffsetDateTime.class).toInstant(),
                row.getLong(column + 3),
                checked == null ? Set.of() : names((String[]) checked.getArray()));
    }

    private static Set<ItemName> names(String[] texts) {
        var names = new ArrayList<ItemName>();
        for (var text : texts) {
            names.add(new ItemName(text));
        }
        return Set.copyOf(names);
    }

    private static @Nullable Object value(ResultSet row, int column, RegisterItem item) throws SQLException {
        return switch (item.type()) {
            case TEXT, CHOICE, GEOMETRY -> row.getString(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case WHOLE -> {
                var number = row.getLong(column);
                yield row.wasNull() ? null : number;
            }
            case DECIMAL -> row.getBigDecimal(column);
            case YES_NO -> {
                var yes = row.getBoolean(column);
                yield row.wasNull() ? null : yes;
            }
        };
    }
}
