package org.zhengtong.base.search.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A document's facets in one stored field: a line each, the name first, parted by tabs. */
final class Facts {
    private Facts() {}

    static String written(Map<String, Set<String>> facets) {
        var lines = new StringBuilder();
        new TreeMap<>(facets)
                .forEach((name, values) -> lines.append(name)
                        .append('\t')
                        .append(String.join("\t", new TreeSet<>(values)))
                        .append('\n'));
        return lines.toString();
    }

    static Map<String, Set<String>> read(String lines) {
        var facets = new TreeMap<String, Set<String>>();
        lines.lines().forEach(line -> {
            var parts = line.split("\t", -1);
            facets.put(parts[0], Set.of(java.util.Arrays.copyOfRange(parts, 1, parts.length)));
        });
        return facets;
    }
}
