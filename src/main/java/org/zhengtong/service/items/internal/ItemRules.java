package org.zhengtong.service.items.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.TargetGroup;

/** The pack's rules on names: which life events and target groups an item belongs to, and by which other words it is found. */
final class ItemRules {

    static final String FILE = "items/themes.yaml";

    private record Rule<T>(T result, List<String> words, List<String> except) {
        boolean meets(String name) {
            return words.stream().anyMatch(name::contains) && except.stream().noneMatch(name::contains);
        }
    }

    private final List<Rule<LifeEvent>> lifeEvents = new ArrayList<>();
    private final List<Rule<Set<TargetGroup>>> targets = new ArrayList<>();
    private final List<Rule<List<String>>> synonyms = new ArrayList<>();

    private ItemRules() {}

    static ItemRules read(PackReader pack, PackErrors errors) {
        var rules = new ItemRules();
        pack.find(FILE).flatMap(file -> file.tree(errors)).ifPresent(root -> {
            root.allow(Set.of("life_events", "targets", "synonyms"), errors);
            root.list("life_events").forEach(node -> rules.addLifeEvent(node, errors));
            root.list("targets").forEach(node -> rules.addTargets(node, errors));
            root.list("synonyms").forEach(node -> rules.addSynonyms(node, errors));
        });
        return rules;
    }

    private void addLifeEvent(PackNode node, PackErrors errors) {
        node.allow(Set.of("code", "group", "name", "name_en", "examples", "examples_en", "words", "except"), errors);
        var code = node.require("code", errors);
        var group = node.require("group", TargetGroup::valueOf, errors);
        var name = node.require("name", errors);
        node.requireAt("words", errors);
        if (code.isPresent() && group.isPresent() && name.isPresent()) {
            var event = new LifeEvent(
                    code.get(),
                    group.get(),
                    name.get(),
                    node.find("name_en").orElse(name.get()),
                    node.find("examples").orElse(""),
                    node.find("examples_en").orElse(""));
            lifeEvents.add(new Rule<>(event, node.texts("words"), node.texts("except")));
        }
    }

    private void addTargets(PackNode node, PackErrors errors) {
        node.allow(Set.of("groups", "words", "except"), errors);
        var groups = PackFieldForms.targets(node, "groups", errors);
        targets.add(new Rule<>(groups, node.texts("words"), node.texts("except")));
    }

    private void addSynonyms(PackNode node, PackErrors errors) {
        node.allow(Set.of("words", "also", "except"), errors);
        synonyms.add(new Rule<>(node.texts("also"), node.texts("words"), node.texts("except")));
    }

    List<LifeEvent> lifeEvents() {
        return lifeEvents.stream().map(Rule::result).toList();
    }

    List<String> lifeEventsOf(String name) {
        return lifeEvents.stream()
                .filter(rule -> rule.meets(name))
                .map(rule -> rule.result().code())
                .toList();
    }

    /** The groups of the first rule that the name meets; without one, the item is for all. */
    Set<TargetGroup> targetsOf(String name) {
        return targets.stream()
                .filter(rule -> rule.meets(name))
                .map(Rule::result)
                .findFirst()
                .orElseGet(() -> EnumSet.allOf(TargetGroup.class));
    }

    List<String> synonymsOf(String name) {
        return synonyms.stream()
                .filter(rule -> rule.meets(name))
                .flatMap(rule -> rule.result().stream())
                .toList();
    }
}
