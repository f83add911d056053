package org.zhengtong.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.zhengtong.service.casework.CaseNumber;

/** Fills the tables with copies of one case that went through its whole life, on days of the past years. */
final class StoredCases {

    private final DataSource database;
    private final CaseNumber template;

    StoredCases(DataSource database, CaseNumber template) {
        this.database = database;
        this.template = template;
    }

    void fillTo(int count) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            if (count > 0) {
                statement.execute("""
                        create temporary table copied as
                        select n, (370102 + n %% 5)::bigint * 10000000000000
                            + to_char(date '2020-01-01' + n / 500, 'YYYYMMDD')::bigint * 100000 + n %% 500 + 1 as id
                        from generate_series(1, %d) as n
                        """.formatted(count));
                copy(statement, "case_file", "id");
                for (var table :
                        new String[] {"case_answers", "task", "clock", "material", "decision", "document", "event"}) {
                    copy(statement, table, "case_id");
                }
            }
            statement.execute("vacuum analyze");
        }
    }

    private void copy(Statement statement, String table, String column) throws SQLException {
        var columns = new ArrayList<String>();
        try (var found = statement.executeQuery("""
                select attname from pg_attribute
                where attrelid = 'casework.%s'::regclass and attnum > 0 and not attisdropped and attidentity <> 'a'
                """.formatted(table))) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        var values = columns.stream()
                .map(name -> name.equals(column) ? "copied.id" : "t." + name)
                .collect(Collectors.joining(", "));
        statement.execute("insert into casework.%s (%s) select %s from copied, casework.%s t where t.%s = %d"
                .formatted(table, String.join(", ", columns), values, table, column, key()));
    }

    private long key() {
        var parts = template.value().split("-");
        return Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }
}
