package org.zhengtong.data.catalog.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogReading.Difference;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;

/** A sheet as fields in words, and where two sheets differ. */
@Component
class MetadataFields {
    private final CatalogLists lists;
    private final Texts texts;

    MetadataFields(CatalogLists lists, Texts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    List<Difference> compare(ResourceMetadata before, ResourceMetadata after, Locale language) {
        var differences = differing(fields(before, language), fields(after, language), "");
        var old = items(before);
        var fresh = items(after);
        var names = new LinkedHashSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (var name : names) {
            differences.addAll(
                    differing(itemFields(old.get(name), language), itemFields(fresh.get(name), language), name));
        }
        return differences;
    }

    private static List<Difference> differing(Map<String, String> before, Map<String, String> after, String item) {
        var differences = new ArrayList<Difference>();
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            var old = before.getOrDefault(key, "");
            var fresh = after.getOrDefault(key, "");
            if (!old.equals(fresh)) {
                differences.add(new Difference(key, item, old, fresh));
            }
        }
        return differences;
    }

    private static Map<String, ResourceItem> items(ResourceMetadata sheet) {
        var items = new LinkedHashMap<String, ResourceItem>();
        sheet.items().forEach(item -> items.put(item.name(), item));
        return items;
    }

    private Map<String, String> fields(ResourceMetadata sheet, Locale language) {
        var more = sheet.supplement();
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", sheet.name());
        fields.put("classCode", listed(CatalogLists.CLASS, sheet.classCode(), language));
        fields.put("provider", sheet.provider().name());
        fields.put("summary", sheet.summary());
        fields.put("format", lists.name(CatalogLists.FORMAT, sheet.format(), language));
        fields.put("sharing", constant("catalog.sharing.", sheet.sharing().type(), language));
        fields.put("condition", sheet.sharing().condition());
        fields.put("basis", sheet.sharing().basis());
        fields.put(
                "modes",
                sheet.sharing().modes().stream()
                        .map(mode -> lists.name(CatalogLists.SHARING_MODE, mode, language))
                        .collect(Collectors.joining("、")));
        fields.put("openness", constant("catalog.openness.", sheet.opening().openness(), language));
        fields.put("openCondition", sheet.opening().condition());
        fields.put("updateCycle", lists.name(CatalogLists.UPDATE_CYCLE, sheet.updateCycle(), language));
        fields.put("related", String.join("、", sheet.related()));
        fields.put("domain", lists.name(CatalogLists.DOMAIN, more.domain(), language));
        fields.put("keywords", more.keywords());
        fields.put("sensitivity", lists.name(CatalogLists.SENSITIVITY, more.sensitivity(), language));
        fields.put("division", more.division());
        fields.put("recordCount", more.recordCount() == null ? "" : String.valueOf(more.recordCount()));
        more.extension().forEach((key, value) -> fields.put("extension-" + key, value));
        return fields;
    }

    private String listed(String list, String code, Locale language) {
        return code.isEmpty() ? "" : code + " " + lists.name(list, code, language);
    }

    private String constant(String prefix, @org.jspecify.annotations.Nullable Enum<?> value, Locale language) {
        return value == null ? "" : texts.say(language, prefix + value.name());
    }

    private Map<String, String> itemFields(@org.jspecify.annotations.Nullable ResourceItem item, Locale language) {
        if (item == null) {
            return Map.of();
        }
        var fields = new LinkedHashMap<String, String>();
        fields.put("itemName", item.name());
        fields.put("itemCode", item.code());
        fields.put(
                "itemDataType",
                lists.name(CatalogLists.DATA_TYPE, item.dataType(), language)
                        + (item.length() > 0 ? " " + item.length() : ""));
        fields.put("itemSharing", constant("catalog.sharing.", item.sharing(), language));
        fields.put("itemOpen", texts.say(language, item.open() ? "catalog.yes" : "catalog.no"));
        fields.put("itemPersonal", texts.say(language, item.personal() ? "catalog.yes" : "catalog.no"));
        fields.put("itemSource", item.source());
        return fields;
    }
}
