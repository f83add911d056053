package org.zhengtong.data.catalog.web.dcat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements about things that have addresses, in the order in which they were said; the same is said once. */
final class Graph {

    /** What is said of a thing: another thing or a text. */
    sealed interface Value {

        /** Another thing. */
        record Iri(String address) implements Value {}

        /** A text, in a language or of a type; both may be empty. */
        record Literal(String text, String language, String type) implements Value {}
    }

    /** Prefixes by their names. */
    static final Map<String, String> PREFIXES = prefixes();

    private final Map<String, Map<String, Set<Value>>> subjects = new LinkedHashMap<>();

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        prefixes.put("hydra", "http://www.w3.org/ns/hydra/core#");
        return prefixes;
    }

    /** The whole address of a name such as {@code dct:title}. */
    static String expand(String name) {
        var cut = name.indexOf(':');
        return PREFIXES.get(name.substring(0, cut)) + name.substring(cut + 1);
    }

    Graph say(String subject, String property, Value value) {
        subjects.computeIfAbsent(subject, _ -> new LinkedHashMap<>())
                .computeIfAbsent(property, _ -> new LinkedHashSet<>())
                .add(value);
        return this;
    }

    Graph type(String subject, String name) {
        return say(subject, "rdf:type", new Value.Iri(expand(name)));
    }

    Graph link(String subject, String property, String object) {
        return say(subject, property, new Value.Iri(object));
    }

    Graph text(String subject, String property, String text, String language) {
        return text.isBlank() ? this : say(subject, property, new Value.Literal(text, language, ""));
    }

    Graph typed(String subject, String property, String text, String type) {
        return say(subject, property, new Value.Literal(text, "", type));
    }

    List<String> subjects() {
        return new ArrayList<>(subjects.keySet());
    }

    Map<String, Set<Value>> of(String subject) {
        return subjects.getOrDefault(subject, Map.of());
    }
}
