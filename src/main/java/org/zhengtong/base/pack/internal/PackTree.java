package org.zhengtong.base.pack.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackNode.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML 1.2 and JSON into nodes that know their lines. Anchors and second documents are refused. */
public final class PackTree {

    private static final TokenStreamFactory YAML = new YAMLFactory();
    private static final TokenStreamFactory JSON = new JsonFactory();

    private final String file;
    private final JsonParser parser;
    private final PackErrors errors;

    private PackTree(String file, JsonParser parser, PackErrors errors) {
        this.file = file;
        this.parser = parser;
        this.errors = errors;
    }

    /** The root of a file, or empty with the syntax error reported. */
    public static Optional<PackNode> parse(String file, String text, PackErrors errors) {
        var format = file.endsWith(".json") ? JSON : YAML;
        try (var parser = format.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                errors.add(file, 0, "pack.empty_tree");
                return Optional.empty();
            }
            var tree = new PackTree(file, parser, errors);
            var root = tree.node();
            if (parser.nextToken() != null) {
                errors.add(file, tree.line(), "pack.second_document");
            }
            return Optional.of(root);
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            errors.add(file, place == null ? 0 : place.getLineNr(), "pack.broken_tree");
            return Optional.empty();
        }
    }

    private PackNode node() {
        var line = line();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> list(line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(line, numberKind(), parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> scalar(line, Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> scalar(line, Kind.NOTHING, "");
            default -> scalar(line, Kind.TEXT, parser.getString());
        };
    }

    /** YAML reads 0x1F, 1_000 and .inf as numbers; only what is a plain decimal number is kept as one. */
    private Kind numberKind() {
        return parser.getString().matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?") ? Kind.NUMBER : Kind.TEXT;
    }

    private PackNode object(int line) {
        var fields = new LinkedHashMap<String, PackNode>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var nameLine = line();
            parser.nextToken();
            if (fields.put(name, node()) != null) {
                errors.add(file, nameLine, "pack.double_field", name);
            }
        }
        return new PackNode(file, line, Kind.OBJECT, "", fields, List.of());
    }

    private PackNode list(int line) {
        var items = new ArrayList<PackNode>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new PackNode(file, line, Kind.LIST, "", Map.of(), items);
    }

    private PackNode scalar(int line, Kind kind, String text) {
        return new PackNode(file, line, kind, text, Map.of(), List.of());
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
