package org.zhengtong.data.catalog.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.SharingType;

/** Codes as words for one reader. */
public record Words(CatalogLists lists, Locale language) {

    /** Class with its code before. */
    public String classOf(String code) {
        return code.isEmpty() ? "" : code + " " + lists.name(CatalogLists.CLASS, code, language);
    }

    /** Class without its code. */
    public String className(String code) {
        return lists.name(CatalogLists.CLASS, code, language);
    }

    /** Format, with its group before. */
    public String format(String code) {
        var entry = lists.find(CatalogLists.FORMAT, code);
        return entry.map(each -> each.parent().isEmpty()
                        ? each.name(language)
                        : lists.name(CatalogLists.FORMAT, each.parent(), language) + "：" + each.name(language))
                .orElse(code);
    }

    /** Format without its group, for narrow columns. */
    public String shortFormat(String code) {
        return lists.name(CatalogLists.FORMAT, code, language);
    }

    /** Any other code. */
    public String of(String list, String code) {
        return lists.name(list, code, language);
    }

    /** Update cycle. */
    public String cycle(String code) {
        return lists.name(CatalogLists.UPDATE_CYCLE, code, language);
    }

    /** Type and length of an item. */
    public String type(ResourceItem item) {
        var type = lists.name(CatalogLists.DATA_TYPE, item.dataType(), language);
        return item.length() > 0 ? type + "，" + item.length() : type;
    }

    /** The mark of a sharing type. */
    public static String mark(@Nullable SharingType type) {
        return switch (type) {
            case UNCONDITIONAL -> "open";
            case CONDITIONAL -> "ask";
            case NOT_SHARED -> "closed";
            case null -> "closed";
        };
    }

    /** The entries of a list. */
    public java.util.List<Entry> entries(String list) {
        return lists.entries(list);
    }
}
