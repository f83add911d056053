package org.zhengtong.base.organization.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableRow;

/** The three tables as text, read and written by the thousand. */
@Component
class TableStore {

    private static final Map<OrganizationTable, String> SELECT =
            Map.of(OrganizationTable.DEPARTMENT, """
            select id, name, short_name, kind, coalesce(parent, '') as parent, credit_code,
                coalesce(phone, '') as phone, coalesce(address, '') as address,
                coalesce(opened_on::text, '') as opened_on, coalesce(closed_on::text, '') as closed_on
            from organization.department
            """, OrganizationTable.POST, """
            select id, name, coalesce(closed_on::text, '') as closed_on
            from organization.post
            """, OrganizationTable.STAFF, """
            select id, name, department_id as department, coalesce(left_on::text, '') as left_on,
                coalesce((
                    select string_agg(p.post_id, ' ' order by p.post_id)
                    from organization.staff_post p
                    where p.staff_id = s.id
                ), '') as posts
            from organization.staff s
            """);

    private final JdbcClient jdbc;
    private final Clock clock;

    TableStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One writer at a time; gives the version that is in force. */
    long lockVersion() {
        return jdbc.sql("""
                select number
                from organization.version
                for update
                """).query(Long.class).single();
    }

    Map<String, TableRow> find(OrganizationTable table, Collection<String> keys) {
        return jdbc
                .sql(SELECT.get(table) + """
                where id = any (:keys)
                """)
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> toRow(table, row))
                .list()
                .stream()
                .collect(Collectors.toMap(TableRow::key, Function.identity()));
    }

    /** Rows whose department's division has this code's prefix ("" for all), by key. */
    List<TableRow> all(OrganizationTable table, String prefix) {
        var column = table == OrganizationTable.STAFF ? "department_id" : "id";
        return jdbc.sql(SELECT.get(table) + "where " + column + " like :prefix || '%' order by id")
                .param("prefix", prefix)
                .query((row, number) -> toRow(table, row))
                .list();
    }

    /** The open posts of a department with their names. */
    List<TableRow> postsOf(String department) {
        return jdbc.sql(SELECT.get(OrganizationTable.POST) + """
                where department_id = :department
                    and closed_on is null
                order by id
                """)
                .param("department", department)
                .query((row, number) -> toRow(OrganizationTable.POST, row))
                .list();
    }

    /** Everybody who works in a department now. */
    List<TableRow> staffOf(String department) {
        return jdbc.sql(SELECT.get(OrganizationTable.STAFF) + """
                where department_id = :department
                    and left_on is null
                order by id
                """)
                .param("department", department)
                .query((row, number) -> toRow(OrganizationTable.STAFF, row))
                .list();
    }

    /** Who holds a post now. */
    List<String> holders(Collection<String> posts) {
        return jdbc.sql("""
                select distinct post_id
                from organization.staff_post
                where post_id = any (:posts)
                """)
                .param("posts", posts.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** One column of a table by key, for checks that need all of it. */
    Map<String, String> column(OrganizationTable table, String column) {
        var values = new HashMap<String, String>();
        jdbc.sql("select id, coalesce(" + column + "::text, '') as value from organization." + name(table))
                .query(row -> {
                    values.put(row.getString("id"), row.getString("value"));
                });
        return values;
    }

    void write(OrganizationTable table, List<TableRow> rows) {
        switch (table) {
            case DEPARTMENT -> writeDepartments(rows);
            case POST -> writePosts(rows);
            case STAFF -> writeStaff(rows);
        }
    }

    // Parents are set in a second step: a row may name one that comes after it.
    private void writeDepartments(List<TableRow> rows) {
        jdbc.sql("""
                insert into organization.department
                    (id, name, short_name, kind, credit_code, phone, address, opened_on, closed_on, edited_at)
                select id, name, short_name, kind, credit_code, nullif(phone, ''), nullif(address, ''),
                    nullif(opened_on, '')::date, nullif(closed_on, '')::date, :at
                from unnest(:id, :name, :short_name, :kind, :credit_code, :phone, :address, :opened_on, :closed_on)
                    t (id, name, short_name, kind, credit_code, phone, address, opened_on, closed_on)
                on conflict (id) do update
                set name = excluded.name,
                    short_name = excluded.short_name,
                    kind = excluded.kind,
                    credit_code = excluded.credit_code,
                    phone = excluded.phone,
                    address = excluded.address,
                    opened_on = excluded.opened_on,
                    closed_on = excluded.closed_on,
                    edited_at = excluded.edited_at
                """).params(arrays(rows)).param("at", now()).update();
        jdbc.sql("""
                update organization.department d
                set parent = nullif(t.parent, '')
                from unnest(:id, :parent) t (id, parent)
                where d.id = t.id
                    and d.parent is distinct from nullif(t.parent, '')
                """).params(arrays(rows)).update();
    }

    private void writePosts(List<TableRow> rows) {
        jdbc.sql("""
                insert into organization.post (id, department_id, name, closed_on, edited_at)
                select id, split_part(id, '/', 1), name, nullif(closed_on, '')::date, :at
                from unnest(:id, :name, :closed_on) t (id, name, closed_on)
                on conflict (id) do update
                set name = excluded.name, closed_on = excluded.closed_on, edited_at = excluded.edited_at
                """).params(arrays(rows)).param("at", now()).update();
    }

    private void writeStaff(List<TableRow> rows) {
        jdbc.sql("""
                insert into organization.staff (id, name, department_id, left_on, edited_at)
                select id, name, department, nullif(left_on, '')::date, :at
                from unnest(:id, :name, :department, :left_on) t (id, name, department, left_on)
                on conflict (id) do update
                set name = excluded.name,
                    department_id = excluded.department_id,
                    left_on = excluded.left_on,
                    edited_at = excluded.edited_at
                """).params(arrays(rows)).param("at", now()).update();
        jdbc.sql("""
                with ended as (
                    delete from organization.staff_post h
                    using unnest(:id, :posts) t (id, posts)
                    where h.staff_id = t.id
                        and h.post_id <> all (string_to_array(t.posts, ' '))
                    returning h.staff_id, h.post_id, h.since
                )
                insert into organization.past_post (staff_id, post_id, department_id, since, until)
                select staff_id, post_id, split_part(post_id, '/', 1), since, :today
                from ended
                """).params(arrays(rows)).param("today", today()).update();
        jdbc.sql("""
                insert into organization.staff_post (staff_id, post_id, since)
                select t.id, p.post, :today
                from unnest(:id, :posts) t (id, posts)
                cross join unnest(string_to_array(t.posts, ' ')) p (post)
                where p.post <> ''
                on conflict do nothing
                """).params(arrays(rows)).param("today", today()).update();
    }

    /** Takes rows away that something else does not need; gives the keys that are needed. */
    List<String> needed(OrganizationTable table, Collection<String> keys) {
        var sql = switch (table) {
            case DEPARTMENT -> """
                select id from unnest(:keys) k (id)
                where exists (select from organization.post where department_id = k.id)
                    or exists (select from organization.staff where department_id = k.id)
                    or exists (select from organization.department where parent = k.id and id <> all (:keys))
                """;
            case POST -> """
                select id from unnest(:keys) k (id)
                where exists (select from organization.staff_post where post_id = k.id)
                """;
            case STAFF -> "select id from unnest(:keys) k (id) where false";
        };
        return jdbc.sql(sql)
                .param("keys", keys.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void delete(OrganizationTable table, Collection<String> keys) {
        jdbc.sql("delete from organization." + name(table) + " where id = any (:keys)")
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private static String name(OrganizationTable table) {
        return table.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> arrays(List<TableRow> rows) {
        var arrays = new HashMap<String, Object>();
        for (var column : rows.getFirst().table().columns()) {
            arrays.put(column, rows.stream().map(row -> row.text(column)).toArray(String[]::new));
        }
        return arrays;
    }

    private static TableRow toRow(OrganizationTable table, ResultSet row) throws SQLException {
        var cells = new HashMap<String, String>();
        for (var column : table.columns()) {
            cells.put(column, row.getString(column));
        }
        return new TableRow(table, 0, cells);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
