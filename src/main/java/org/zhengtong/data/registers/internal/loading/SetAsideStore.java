package org.zhengtong.data.registers.internal.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RegisterLoading.SetAsideRow;
import tools.jackson.databind.json.JsonMapper;

/** Rows that were set aside, as they were read. */
@Component
class SetAsideStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SetAsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long load, Chunk chunk, LoadMapping mapping, SortedMap<Integer, List<RowFault>> bad) {
        var numbers = new Long[bad.size()];
        var faults = new String[bad.size()];
        var contents = new String[bad.size()];
        var at = 0;
        for (var row : bad.entrySet()) {
            numbers[at] = chunk.firstRow() + row.getKey();
            faults[at] = JSON.writeValueAsString(
                    row.getValue().stream().map(SetAsideStore::written).toList());
            contents[at++] = JSON.writeValueAsString(content(chunk, mapping, row.getKey()));
        }
        jdbc.sql("""
                insert into registers.set_aside_row (load_id, row_number, faults, content)
                select :load, number, cast(faults as jsonb), cast(content as jsonb)
                from unnest(cast(:numbers as bigint[]), cast(:faults as text[]), cast(:contents as text[]))
                    as read (number, faults, content)
                """)
                .param("load", load)
                .param("numbers", numbers)
                .param("faults", faults)
                .param("contents", contents)
                .update();
    }

    private static Map<String, String> written(RowFault fault) {
        return Map.of(
                "column", fault.column(),
                "item", fault.item().value(),
                "rule", fault.rule(),
                "wanted", fault.wanted());
    }

    private static Map<String, String> content(Chunk chunk, LoadMapping mapping, int row) {
        var values = new LinkedHashMap<String, String>();
        var read = chunk.read(row);
        for (var at = 0; at < mapping.names().size(); at++) {
            var value = at < read.length ? read[at] : null;
            values.put(mapping.names().get(at), value == null ? "" : value.replace("\0", ""));
        }
        return values;
    }

    List<SetAsideRow> list(long load, long afterRow, int most) {
        return jdbc.sql("""
                select row_number, faults, content
                from registers.set_aside_row
                where load_id = :load and row_number > :after
                order by row_number
                limit :most
                """)
                .param("load", load)
                .param("after", afterRow)
                .param("most", most)
                .query((row, _) -> new SetAsideRow(
                        row.getLong("row_number"), faults(row.getString("faults")), values(row.getString("content"))))
                .list();
    }

    private static List<RowFault> faults(String json) {
        return JSON.readTree(json)
                .valueStream()
                .map(node -> new RowFault(
                        node.path("column").asString(""),
                        new ItemName(node.path("item").asString("")),
                        node.path("rule").asString(""),
                        node.path("wanted").asString("")))
                .toList();
    }

    private static Map<String, String> values(String json) {
        var values = new LinkedHashMap<String, String>();
        JSON.readTree(json)
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asString("")));
        return values;
    }
}
