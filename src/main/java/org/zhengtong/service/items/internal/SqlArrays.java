package org.zhengtong.service.items.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads text arrays. */
final class SqlArrays {

    private SqlArrays() {}

    static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
