package org.zhengtong.app.design.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything of a draft, as typed.
 *
 * @param facts single values by the name of their field
 * @param tree what happens after acceptance, one after the other
 * @param lastNumber the last number that a node, field, group or material was named with
 */
public record ItemContent(
        Map<String, String> facts, List<Material> materials, List<FormGroup> groups, List<Node> tree, int lastNumber) {
    public ItemContent {
        facts = Map.copyOf(facts);
        materials = List.copyOf(materials);
        groups = List.copyOf(groups);
        tree = List.copyOf(tree);
    }

    /** A fact as typed; empty when nothing was. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The values of a fact that may have several. */
    public List<String> facts(String name) {
        return Stream.of(fact(name).split(","))
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The same with these facts in the place of its own. */
    public ItemContent stating(Map<String, String> others) {
        var all = new LinkedHashMap<>(facts);
        all.putAll(others);
        return new ItemContent(all, materials, groups, tree, lastNumber);
    }

    public ItemContent withMaterials(List<Material> others) {
        return new ItemContent(facts, others, groups, tree, lastNumber);
    }

    public ItemContent withGroups(List<FormGroup> others) {
        return new ItemContent(facts, materials, others, tree, lastNumber);
    }

    public ItemContent withTree(List<Node> others) {
        return new ItemContent(facts, materials, groups, others, lastNumber);
    }

    /** The same after a number was given away. */
    public ItemContent numbered() {
        return new ItemContent(facts, materials, groups, tree, lastNumber + 1);
    }

    /** The group with this key. */
    public Optional<FormGroup> group(String key) {
        return groups.stream().filter(group -> group.key().equals(key)).findFirst();
    }

    /** The material with this key. */
    public Optional<Material> material(String key) {
        return materials.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** All pieces of the drawing. */
    public Stream<Node> nodes() {
        return tree.stream().flatMap(Node::all);
    }

    /** The piece with this number. */
    public Optional<Node> node(int id) {
        return nodes().filter(node -> node.id() == id).findFirst();
    }
}
