package org.zhengtong.bench;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.zhengtong.service.casework.CaseNumber;

/** Fills the tables with copies of one case, filed on days of the past years. */
final class StoredCases {

    private final DataSource database;
    private final CaseNumber template;

    StoredCases(DataSource database, CaseNumber template) {
        this.database = database;
        this.template = template;
    }

    private static final List<String> PARTS =
            List.of("case_answers", "task", "clock", "material", "decision", "document", "event");

    /** Cases with everything that belongs to them. */
    void fillTo(int count) throws SQLException {
        fill(count, PARTS, Map.of());
    }

    /** Cases with their tasks only, which are due on one day of {@code days} after the other from {@code first} on. */
    void fillTasks(int count, LocalDate first, int days) throws SQLException {
        var due =
                "case when t.state = 'DONE' then t.sort_on else date '%s' + copied.n %% %d end".formatted(first, days);
        fill(count, List.of("task"), Map.of("due_on", due, "sort_on", due));
    }

    private void fill(int count, List<String> parts, Map<String, String> changed) throws SQLException {
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
                copy(statement, "case_file", "id", Map.of());
                for (var part : parts) {
                    copy(statement, part, "case_id", changed);
                }
            }
            statement.execute("vacuum analyze");
        }
    }

    private void copy(Statement statement, String table, String column, Map<String, String> changed)
            throws SQLException {
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
                .map(name -> name.equals(column) ? "copied.id" : changed.getOrDefault(name, "t." + name))
                .collect(Collectors.joining(", "));
        statement.execute("insert into casework.%s (%s) select %s from copied, casework.%s t where t.%s = %d"
                .formatted(table, String.join(", ", columns), values, table, column, key()));
    }

    private long key() {
        var parts = template.value().split("-");
        return Long.parseLong(parts[0] + parts[1]) * 100_000 + Long.parseLong(parts[2]);
    }
}
