package org.zhengtong.data.sharing.web.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Records as systems get them. */
public final class RecordJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordJson() {}

    /** Values by item, with the record's days; its key only where the key item is among them. */
    public static ObjectNode of(RegisterRecord record) {
        var node = JSON.createObjectNode();
        var values = node.putObject("values");
        for (Map.Entry<ItemName, Object> each : record.values().entrySet()) {
            put(values, each.getKey().value(), each.getValue());
        }
        node.put("validFrom", record.validFrom().toString());
        var to = record.validTo();
        if (to != null) {
            node.put("validTo", to.toString());
        }
        node.put("recordedAt", record.recordedAt().toString()).put("position", record.position());
        if (!record.underCheck().isEmpty()) {
            var doubted = node.putArray("underCheck");
            record.underCheck().stream().sorted().forEach(item -> doubted.add(item.value()));
        }
        return node;
    }

    private static void put(ObjectNode values, String name, Object value) {
        switch (value) {
            case Long number -> values.put(name, number);
            case BigDecimal number -> values.put(name, number);
            case Boolean yes -> values.put(name, yes);
            default -> values.put(name, value.toString());
        }
    }

    static ObjectNode list(String name, List<RegisterRecord> records) {
        var page = JSON.createObjectNode();
        var array = page.putArray(name);
        records.forEach(record -> array.add(of(record)));
        return page;
    }

    static byte[] bytes(ObjectNode node) {
        return JSON.writeValueAsBytes(node);
    }
}
