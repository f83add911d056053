package org.zhengtong.data.catalog.internal.check;

import static org.zhengtong.data.catalog.CatalogRule.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.SharingType;

/** The data items of a sheet; their fields are called {@code items-<place>-<what>}, counted from 0. */
public final class ItemCheck {
    private static final int LONGEST = 1_000_000;

    private final ResourceMetadata sheet;
    private final CheckGround ground;
    private final List<RuleFinding> findings = new ArrayList<>();

    private ItemCheck(ResourceMetadata sheet, CheckGround ground) {
        this.sheet = sheet;
        this.ground = ground;
    }

    public static List<RuleFinding> check(ResourceMetadata sheet, CheckGround ground) {
        var check = new ItemCheck(sheet, ground);
        if (sheet.items().isEmpty()) {
            check.found(ITEMS_MISSING, "items");
        }
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < sheet.items().size(); place++) {
            check.item(place, sheet.items().get(place));
            check.twice(places, place);
        }
        return check.findings;
    }

    private void found(CatalogRule rule, String field, Object... args) {
        findings.add(RuleFinding.of(rule, field, args));
    }

    private void twice(HashMap<String, Integer> places, int place) {
        var key = NameKey.of(sheet.items().get(place).name());
        var before = key.isEmpty() ? null : places.putIfAbsent(key, place);
        if (before != null) {
            found(
                    ITEM_TWICE,
                    "items-" + place + "-name",
                    sheet.items().get(place).name(),
                    before + 1);
        }
    }

    private void item(int place, ResourceItem item) {
        var id = "items-" + place + "-";
        if (item.name().isBlank()) {
            found(ITEM_NAME_MISSING, id + "name");
        }
        if (!ground.lists().has(CatalogLists.DATA_TYPE, item.dataType(), ground.today())) {
            found(ITEM_TYPE_UNKNOWN, id + "dataType", item.dataType());
        }
        if (item.length() < 0 || item.length() > LONGEST) {
            found(ITEM_LENGTH_WRONG, id + "length", item.length());
        }
        sharing(id, item);
        if (item.personal() && item.open()) {
            found(ITEM_PERSONAL_OPEN, id + "open", item.name());
        }
    }

    private void sharing(String id, ResourceItem item) {
        var whole = sheet.sharing().type();
        if (item.sharing() == null) {
            found(ITEM_SHARING_MISSING, id + "sharing", item.name());
        } else if (whole == SharingType.NOT_SHARED && item.sharing() != SharingType.NOT_SHARED) {
            found(ITEM_BEYOND_RESOURCE, id + "sharing", item.name());
        }
    }
}
