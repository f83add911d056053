package org.zhengtong.app.design.internal;

import java.util.List;
import java.util.Map;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.app.design.content.Node;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was there before the last removal, kept with the draft so that it can be brought back. */
public final class Undo {

    private static final String TREE = "undo.tree";
    private static final String GROUPS = "undo.groups";
    private static final String MATERIALS = "undo.materials";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Undo() {}

    public static ItemContent keepTree(ItemContent changed, ItemContent before) {
        return keep(changed, TREE, before.tree());
    }

    public static ItemContent keepGroups(ItemContent changed, ItemContent before) {
        return keep(changed, GROUPS, before.groups());
    }

    public static ItemContent keepMaterials(ItemContent changed, ItemContent before) {
        return keep(changed, MATERIALS, before.materials());
    }

    private static ItemContent keep(ItemContent changed, String name, Object before) {
        return changed.stating(Map.of(name, JSON.writeValueAsString(before)));
    }

    public static boolean hasTree(ItemContent content) {
        return !content.fact(TREE).isEmpty();
    }

    public static boolean hasGroups(ItemContent content) {
        return !content.fact(GROUPS).isEmpty();
    }

    public static boolean hasMaterials(ItemContent content) {
        return !content.fact(MATERIALS).isEmpty();
    }

    public static ItemContent bringBackTree(ItemContent content) {
        return hasTree(content)
                ? content.withTree(JSON.readValue(content.fact(TREE), new TypeReference<List<Node>>() {}))
                        .stating(Map.of(TREE, ""))
                : content;
    }

    public static ItemContent bringBackGroups(ItemContent content) {
        return hasGroups(content)
                ? content.withGroups(JSON.readValue(content.fact(GROUPS), new TypeReference<List<FormGroup>>() {}))
                        .stating(Map.of(GROUPS, ""))
                : content;
    }

    public static ItemContent bringBackMaterials(ItemContent content) {
        return hasMaterials(content)
                ? content.withMaterials(JSON.readValue(content.fact(MATERIALS), new TypeReference<List<Material>>() {}))
                        .stating(Map.of(MATERIALS, ""))
                : content;
    }
}
