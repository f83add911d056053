package org.zhengtong.base.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups of words that mean the same to those who search (企业设立登记、开公司), in the pack's order. */
final class Synonyms {
    private final Map<String, List<String>> groups = new LinkedHashMap<>();

    /** What was typed with another word in it. */
    record Reading(String text, String word) {}

    Synonyms(List<List<String>> groups) {
        for (var group : groups) {
            var levelled = group.stream()
                    .map(Asked::level)
                    .filter(word -> !word.isEmpty())
                    .toList();
            for (var word : levelled) {
                this.groups
                        .computeIfAbsent(word, each -> new ArrayList<>())
                        .addAll(levelled.stream()
                                .filter(other -> !other.equals(word))
                                .toList());
            }
        }
    }

    /** The typed text with each of its words that has synonyms replaced by each of them, one at a time; longest words first. */
    List<Reading> replacing(String typed) {
        var readings = new ArrayList<Reading>();
        groups.entrySet().stream()
                .filter(group -> typed.contains(group.getKey()))
                .sorted((one, other) ->
                        Integer.compare(other.getKey().length(), one.getKey().length()))
                .forEach(group -> group.getValue()
                        .forEach(other -> readings.add(new Reading(typed.replace(group.getKey(), other), other))));
        return readings;
    }
}
