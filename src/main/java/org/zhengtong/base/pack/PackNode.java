package org.zhengtong.base.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A node of a YAML or JSON file with its line: an object ({@code fields}), a list ({@code items}) or a scalar ({@code
 * text}).
 */
public record PackNode(
        String file, int line, Kind kind, String text, Map<String, PackNode> fields, List<PackNode> items)
        implements PackFields {

    /** What a node is. */
    public enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NUMBER,
        BOOLEAN,
        NOTHING
    }

    /** The child of an object; empty when absent or null. */
    public Optional<PackNode> at(String name) {
        return Optional.ofNullable(fields.get(name)).filter(node -> node.kind != Kind.NOTHING);
    }

    /** The child of an object; an absent one is reported. */
    public Optional<PackNode> requireAt(String name, PackErrors errors) {
        var child = at(name);
        if (child.isEmpty()) {
            errors.add(file, line, "pack.missing_value", name);
        }
        return child;
    }

    /** The entries of a list child; a single value counts as a list of one, an absent child as an empty list. */
    public List<PackNode> list(String name) {
        return at(name).map(child -> child.kind == Kind.LIST ? child.items : List.of(child))
                .orElse(List.of());
    }

    /** The texts of a list child. */
    public List<String> texts(String name) {
        return list(name).stream().map(PackNode::text).toList();
    }

    @Override
    public Optional<String> find(String name) {
        return at(name).filter(PackNode::isScalar)
                .map(node -> node.text.strip())
                .filter(value -> !value.isEmpty());
    }

    @Override
    public int lineOf(String name) {
        var child = fields.get(name);
        return child == null ? line : child.line;
    }

    /** Reports every field of this object whose name is not among the known ones: a typing error stays no secret. */
    public void allow(Set<String> names, PackErrors errors) {
        fields.forEach((name, child) -> {
            if (!names.contains(name)) {
                errors.add(file, child.line, "pack.unknown_field", name);
            }
        });
    }

    private boolean isScalar() {
        return kind != Kind.OBJECT && kind != Kind.LIST;
    }

    /** The same content as plain maps, lists, texts, numbers and booleans, for handing to a JSON mapper. */
    public @Nullable Object plain() {
        return switch (kind) {
            case OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                fields.forEach((name, child) -> map.put(name, child.plain()));
                yield map;
            }
            case LIST -> {
                var list = new ArrayList<@Nullable Object>();
                items.forEach(item -> list.add(item.plain()));
                yield list;
            }
            case TEXT -> text;
            case NUMBER -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case NOTHING -> null;
        };
    }
}
