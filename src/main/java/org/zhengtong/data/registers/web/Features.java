package org.zhengtong.data.registers.web;

import java.util.List;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegisterRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as a GeoJSON feature. */
public final class Features {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Features() {}

    /** The geometry item as its geometry, all others as properties by their names. */
    public static ObjectNode of(List<RegisterItem> items, RegisterRecord record) {
        var feature = JSON.createObjectNode().put("type", "Feature");
        var properties = JSON.createObjectNode();
        feature.putNull("geometry");
        for (var item : items) {
            var value = record.values().get(item.name());
            if (item.type() == ItemType.GEOMETRY) {
                feature.set("geometry", value == null ? JSON.nullNode() : JSON.readTree(value.toString()));
            } else {
                put(properties, item.name().value(), value);
            }
        }
        return feature.set("properties", properties);
    }

    private static void put(ObjectNode properties, String name, @org.jspecify.annotations.Nullable Object value) {
        switch (value) {
            case null -> properties.putNull(name);
            case Long number -> properties.put(name, number);
            case java.math.BigDecimal number -> properties.put(name, number);
            case Boolean yes -> properties.put(name, yes);
            default -> properties.put(name, value.toString());
        }
    }
}
