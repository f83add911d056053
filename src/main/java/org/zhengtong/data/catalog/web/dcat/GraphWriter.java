package org.zhengtong.data.catalog.web.dcat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.zhengtong.data.catalog.web.dcat.Graph.Value;
import tools.jackson.databind.json.JsonMapper;

/** A graph as Turtle, JSON-LD 1.1 or RDF/XML. */
final class GraphWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GraphWriter() {}

    static String turtle(Graph graph) {
        var text = new StringBuilder();
        Graph.PREFIXES.forEach((name, address) -> text.append("@prefix ")
                .append(name)
                .append(": <")
                .append(address)
                .append("> .\n"));
        for (var subject : graph.subjects()) {
            text.append("\n<").append(escapedIri(subject)).append(">");
            text.append(graph.of(subject).entrySet().stream()
                    .map(said -> "\n    " + said.getKey() + " "
                            + said.getValue().stream().map(GraphWriter::turtle).collect(Collectors.joining(", ")))
                    .collect(Collectors.joining(" ;")));
            text.append(" .\n");
        }
        return text.toString();
    }

    private static String turtle(Value value) {
        return switch (value) {
            case Value.Iri(var address) -> "<" + escapedIri(address) + ">";
            case Value.Literal(var text, var language, var type) ->
                "\"" + escaped(text) + "\"" + (language.isEmpty() ? "" : "@" + language)
                        + (type.isEmpty() ? "" : "^^" + type);
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Signs that no address may hold are written as percent codes. */
    private static String escapedIri(String address) {
        return address.replaceAll("[\\x00-\\x20<>\"{}|^`\\\\]", "%20");
    }

    static String jsonLd(Graph graph) {
        var nodes = new ArrayList<Map<String, Object>>();
        for (var subject : graph.subjects()) {
            var node = new LinkedHashMap<String, Object>();
            node.put("@id", escapedIri(subject));
            graph.of(subject)
                    .forEach((property, values) -> node.put(
                            property.equals("rdf:type") ? "@type" : property,
                            property.equals("rdf:type")
                                    ? types(values)
                                    : values.stream().map(GraphWriter::jsonLd).toList()));
            nodes.add(node);
        }
        var whole = new LinkedHashMap<String, Object>();
        whole.put("@context", Graph.PREFIXES);
        whole.put("@graph", nodes);
        return JSON.writeValueAsString(whole);
    }

    private static List<String> types(Set<Value> values) {
        return values.stream().map(value -> ((Value.Iri) value).address()).toList();
    }

    private static Map<String, String> jsonLd(Value value) {
        return switch (value) {
            case Value.Iri(var address) -> Map.of("@id", escapedIri(address));
            case Value.Literal(var text, var language, var type) -> {
                if (!language.isEmpty()) {
                    yield Map.of("@value", text, "@language", language);
                }
                yield type.isEmpty() ? Map.of("@value", text) : Map.of("@value", text, "@type", type);
            }
        };
    }

    static String xml(Graph graph) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        Graph.PREFIXES.forEach((name, address) -> text.append(" xmlns:")
                .append(name)
                .append("=\"")
                .append(address)
                .append('"'));
        text.append(">\n");
        for (var subject : graph.subjects()) {
            text.append("<rdf:Description rdf:about=\"")
                    .append(xml(escapedIri(subject)))
                    .append("\">\n");
            graph.of(subject).forEach((property, values) -> values.forEach(value -> append(text, property, value)));
            text.append("</rdf:Description>\n");
        }
        return text.append("</rdf:RDF>\n").toString();
    }

    private static void append(StringBuilder text, String property, Value value) {
        text.append("  <").append(property);
        switch (value) {
            case Value.Iri(var address) ->
                text.append(" rdf:resource=\"").append(xml(escapedIri(address))).append("\"/>\n");
            case Value.Literal(var words, var language, var type) -> {
                if (!language.isEmpty()) {
                    text.append(" xml:lang=\"").append(language).append('"');
                }
                if (!type.isEmpty()) {
                    text.append(" rdf:datatype=\"").append(Graph.expand(type)).append('"');
                }
                text.append('>')
                        .append(xml(words))
                        .append("</")
                        .append(property)
                        .append(">\n");
            }
        }
    }

    /** XML has no place for control characters. */
    private static String xml(String text) {
        return HtmlUtils.htmlEscape(text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", " "), "UTF-8");
    }
}
