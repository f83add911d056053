package org.zhengtong.data.catalog.internal;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.OpenData.Distribution;
import org.zhengtong.data.catalog.OpenData.StoredTable;
import tools.jackson.databind.json.JsonMapper;

/** Files, services and stored rows of resources. */
@Component
public class DatasetStore {
    private static final int PAGE = 1_000;

    private record Columns(List<Column> columns, int rowsTwice) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public DatasetStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Distribution> distributions(long resource) {
        return jdbc.sql("""
                select id, kind, name, format, records, bytes, location, updated_at
                from catalog.distribution
                where resource_id = :resource
                order by position
                """)
                .param("resource", resource)
                .query((row, number) -> new Distribution(
                        row.getString("id"),
                        Distribution.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("format"),
                        row.getObject("records", Long.class),
                        row.getObject("bytes", Long.class),
                        row.getString("location"),
                        ResourceStore.instant(row, "updated_at")))
                .list();
    }

    public void replaceDistributions(long resource, List<Distribution> distributions) {
        jdbc.sql("delete from catalog.distribution where resource_id = :resource")
                .param("resource", resource)
                .update();
        jdbc.sql("""
                insert into catalog.distribution
                    (resource_id, id, kind, name, format, records, bytes, location, updated_at, position)
                select :resource, d.id, d.kind, d.name, d.format, d.records, d.bytes, d.location, d."updatedAt", d.position
                from rows from (jsonb_to_recordset(:all::jsonb) as (id text, kind text, name text, format text,
                    records bigint, bytes bigint, location text, "updatedAt" timestamptz)) with ordinality
                    as d (id, kind, name, format, records, bytes, location, "updatedAt", position)
                on conflict (resource_id, id) do nothing
                """)
                .param("resource", resource)
                .param("all", json.writeValueAsString(distributions))
                .update();
    }

    public Optional<StoredTable> findTable(long resource) {
        return jdbc.sql("select columns, row_count, stored_at from catalog.stored_table where resource_id = :resource")
                .param("resource", resource)
                .query((row, number) -> {
                    var columns = json.readValue(row.getString("columns"), Columns.class);
                    return new StoredTable(
                            columns.columns(),
                            row.getInt("row_count"),
                            columns.rowsTwice(),
                            row.getTimestamp("stored_at").toInstant());
                })
                .optional();
    }

    public boolean holds(long resource, String digest) {
        return jdbc.sql(
                        "select exists (select 1 from catalog.stored_table where resource_id = :id and digest = :digest)")
                .param("id", resource)
                .param("digest", digest)
                .query(Boolean.class)
                .single();
    }

    public void replaceTable(long resource, StoredTable table, String digest, List<List<String>> rows) {
        jdbc.sql("delete from catalog.stored_table where resource_id = :resource")
                .param("resource", resource)
                .update();
        jdbc.sql("""
                insert into catalog.stored_table (resource_id, columns, row_count, digest, stored_at)
                values (:resource, :columns::jsonb, :rows, :digest, :at)
                """)
                .param("resource", resource)
                .param("columns", json.writeValueAsString(new Columns(table.columns(), table.rowsTwice())))
                .param("rows", table.rows())
                .param("digest", digest)
                .param("at", Timestamp.from(table.storedAt()))
                .update();
        for (var from = 0; from < rows.size(); from += PAGE) {
            addRows(resource, from, rows.subList(from, Math.min(from + PAGE, rows.size())));
        }
    }

    private void addRows(long resource, int from, List<List<String>> rows) {
        jdbc.sql("""
                insert into catalog.stored_row (resource_id, place, cells)
                select :resource, :from + place - 1, array(select jsonb_array_elements_text(cells))
                from jsonb_array_elements(:rows::jsonb) with ordinality as row (cells, place)
                """)
                .param("resource", resource)
                .param("from", from)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    public List<List<String>> rows(long resource, int from, int most) {
        return jdbc.sql("""
                select cells
                from catalog.stored_row
                where resource_id = :resource and place >= :from
                order by place
                limit :most
                """)
                .param("resource", resource)
                .param("from", from)
                .param("most", most)
                .query((row, number) -> ListStore.texts(row, "cells"))
                .list();
    }

    public void eachRow(long resource, Consumer<List<String>> each) {
        var from = 0;
        List<List<String>> page;
        do {
            page = rows(resource, from, PAGE);
            page.forEach(each);
            from += page.size();
        } while (page.size() == PAGE);
    }
}
