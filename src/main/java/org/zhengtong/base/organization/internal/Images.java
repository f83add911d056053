package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.TableCheck.RowChange;
import org.zhengtong.base.organization.TableRow;
import tools.jackson.databind.json.JsonMapper;

/** How changes stand in the journal: rows before and after, or a reform, as JSON. */
@Component
class Images {

    /** Rows of one table; a row that was not there is null. */
    record RowImage(
            OrganizationTable table, String key, @Nullable Map<String, String> cells) {}

    /** Rows as they were. */
    record Before(List<RowImage> rows) {}

    private final JsonMapper json;

    Images(JsonMapper json) {
        this.json = json;
    }

    String before(List<RowChange> changes) {
        return json.writeValueAsString(new Before(changes.stream()
                .map(change -> new RowImage(
                        change.after().table(),
                        change.after().key(),
                        change.before() == null ? null : change.before().cells()))
                .toList()));
    }

    String after(List<TableRow> rows) {
        return json.writeValueAsString(new Before(rows.stream()
                .map(row -> new RowImage(row.table(), row.key(), row.cells()))
                .toList()));
    }

    /** The rows to restore, by table. */
    Map<OrganizationTable, List<TableRow>> restored(String before) {
        return read(before).stream()
                .filter(image -> image.cells() != null)
                .map(image -> new TableRow(image.table(), 0, java.util.Objects.requireNonNull(image.cells())))
                .collect(Collectors.groupingBy(TableRow::table));
    }

    /** The keys of rows that were not there, by table. */
    Map<OrganizationTable, List<String>> added(String before) {
        return read(before).stream()
                .filter(image -> image.cells() == null)
                .collect(
                        Collectors.groupingBy(RowImage::table, Collectors.mapping(RowImage::key, Collectors.toList())));
    }

    private List<RowImage> read(String before) {
        return json.readValue(before, Before.class).rows();
    }

    String reform(Reform reform) {
        return json.writeValueAsString(reform);
    }

    Reform reform(String kind, String content) {
        var type = Reform.KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("Not a reform: " + kind);
        }
        return json.readValue(content, type);
    }

    /** What a change touches, such as {@code DEPARTMENT:370100.finance}. */
    static List<String> subjects(List<RowChange> changes) {
        var subjects = new ArrayList<String>();
        changes.forEach(change -> subjects.add(subject(change.after())));
        return subjects;
    }

    static String subject(TableRow row) {
        return row.table() + ":" + row.key();
    }
}
