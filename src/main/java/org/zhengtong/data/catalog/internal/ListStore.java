package org.zhengtong.data.catalog.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.CatalogLists.ReviewLimit;
import org.zhengtong.data.catalog.internal.check.Lists;
import tools.jackson.databind.json.JsonMapper;

/** Code lists, extension fields and limits in their tables. */
@Component
public class ListStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Lists read() {
        var limits = new HashMap<String, ReviewLimit>();
        jdbc.sql("select division, review_days, basis from catalog.region_rule").query(row -> {
            limits.put(row.getString("division"), new ReviewLimit(row.getInt("review_days"), row.getString("basis")));
        });
        return new Lists(entries(), fields(), limits);
    }

    private List<Lists.Dated> entries() {
        return jdbc.sql("""
                select list, code, name, name_en, parent, fits, valid_from, valid_to
                from catalog.code_entry
                order by list, position
                """)
                .query((row, number) -> new Lists.Dated(
                        new Entry(
                                row.getString("list"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getString("parent"),
                                texts(row, "fits")),
                        date(row, "valid_from"),
                        date(row, "valid_to")))
                .list();
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        var date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }

    private List<ExtensionField> fields() {
        return jdbc.sql("""
                select division, key, name, name_en, kind, required, options, basis
                from catalog.extension_field
                order by position, key
                """)
                .query((row, number) -> new ExtensionField(
                        row.getString("division"),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("name_en"),
                        ExtensionField.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("required"),
                        texts(row, "options"),
                        row.getString("basis")))
                .list();
    }

    /** Puts the pack's lists in the place of those before; entries that it no longer names end today. */
    public void replaceEntries(List<Lists.Dated> entries, LocalDate today) {
        jdbc.sql("update catalog.code_entry set valid_to = :today where valid_to is null or valid_to > :today")
                .param("today", Date.valueOf(today.minusDays(1)))
                .update();
        jdbc.sql("""
                insert into catalog.code_entry
                    (list, code, name, name_en, parent, fits, valid_from, valid_to, position)
                select e.list, e.code, e.name, e."nameEn", e.parent, e.fits, e."from", e."to", e.position
                from rows from (jsonb_to_recordset(:entries::jsonb) as (list text, code text, name text,
                    "nameEn" text, parent text, fits text[], "from" date, "to" date)) with ordinality
                    as e (list, code, name, "nameEn", parent, fits, "from", "to", position)
                on conflict (list, code) do update
                set name = excluded.name,
                    name_en = excluded.name_en,
                    parent = excluded.parent,
                    fits = excluded.fits,
                    valid_from = excluded.valid_from,
                    valid_to = excluded.valid_to,
                    position = excluded.position
                """)
                .param(
                        "entries",
                        JSON.writeValueAsString(
                                entries.stream().map(ListStore::row).toList()))
                .update();
    }

    private static Map<String, Object> row(Lists.Dated each) {
        var entry = each.entry();
        var row = new HashMap<String, Object>();
        row.put("list", entry.list());
        row.put("code", entry.code());
        row.put("name", entry.name());
        row.put("nameEn", entry.nameEn());
        row.put("parent", entry.parent());
        row.put("fits", entry.fits());
        if (each.from() != null) {
            row.put("from", each.from().toString());
        }
        if (each.to() != null) {
            row.put("to", each.to().toString());
        }
        return row;
    }

    public void replaceFields(List<ExtensionField> fields) {
        jdbc.sql("delete from catalog.extension_field").update();
        for (var position = 0; position < fields.size(); position++) {
            var field = fields.get(position);
            jdbc.sql("""
                    insert into catalog.extension_field
                        (division, key, name, name_en, kind, required, options, basis, position)
                    values (:division, :key, :name, :nameEn, :kind, :required, :options, :basis, :position)
                    """)
                    .param("division", field.division())
                    .param("key", field.key())
                    .param("name", field.name())
                    .param("nameEn", field.nameEn())
                    .param("kind", field.kind().name())
                    .param("required", field.required())
                    .param("options", field.options().toArray(String[]::new))
                    .param("basis", field.basis())
                    .param("position", position)
                    .update();
        }
    }

    public void replaceLimit(String division, ReviewLimit limit) {
        jdbc.sql("""
                insert into catalog.region_rule (division, review_days, basis)
                values (:division, :days, :basis)
                on conflict (division) do update set review_days = excluded.review_days, basis = excluded.basis
                """)
                .param("division", division)
                .param("days", limit.workingDays())
                .param("basis", limit.basis())
                .update();
    }
}
