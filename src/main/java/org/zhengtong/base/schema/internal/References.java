package org.zhengtong.base.schema.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts every {@code $ref} of a schema in place. Only references into the same schema; a circle or an explosion is a fault. */
class References {
    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 40;

    private final JsonNode root;
    private final Faults faults;
    private final Deque<String> open = new ArrayDeque<>();
    private int nodes;

    References(JsonNode root, Faults faults) {
        this.root = root;
        this.faults = faults;
    }

    JsonNode resolved() {
        return resolve(root, "", 0);
    }

    private JsonNode resolve(JsonNode node, String pointer, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            if (nodes == MOST_NODES + 1 || depth == DEEPEST + 1) {
                faults.add(pointer, "too_big", MOST_NODES, DEEPEST);
            }
            return JsonNodeFactory.instance.objectNode();
        }
        return switch (node) {
            case ObjectNode object when object.has("$ref") -> followed(object, pointer, depth);
            case ObjectNode object -> members(object, pointer, depth);
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < array.size(); i++) {
                    copy.add(resolve(array.get(i), pointer + "/" + i, depth + 1));
                }
                yield copy;
            }
            default -> node;
        };
    }

    private ObjectNode members(ObjectNode object, String pointer, int depth) {
        var copy = JsonNodeFactory.instance.objectNode();
        for (var entry : object.properties()) {
            if (!(pointer.isEmpty() && entry.getKey().equals("$defs"))) {
                copy.set(entry.getKey(), resolve(entry.getValue(), pointer + "/" + entry.getKey(), depth + 1));
            }
        }
        return copy;
    }

    private ObjectNode followed(ObjectNode object, String pointer, int depth) {
        var ref = object.path("$ref").asString("");
        var target = ref.startsWith("#/") ? root.at(ref.substring(1)) : null;
        if (target == null || !target.isObject()) {
            faults.add(pointer, "reference_unknown", ref);
            return JsonNodeFactory.instance.objectNode();
        }
        if (open.contains(ref)) {
            faults.add(pointer, "reference_circle", ref);
            return JsonNodeFactory.instance.objectNode();
        }
        open.push(ref);
        var copy = resolve(target, ref.substring(1), depth + 1);
        open.pop();
        var merged = copy instanceof ObjectNode inlined ? inlined : JsonNodeFactory.instance.objectNode();
        var own = object.deepCopy();
        own.remove("$ref");
        merged.setAll(members(own, pointer, depth));
        return merged;
    }
}
