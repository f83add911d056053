package org.zhengtong.data.catalog.internal.check;

import java.util.List;

/** Columns of a file of entries: those of the resource, then those of one data item a row. */
public final class EntryColumns {
    public static final List<String> ALL = List.of(
            "name",
            "classCode",
            "provider",
            "providerCode",
            "summary",
            "format",
            "itemName",
            "itemCode",
            "itemDataType",
            "itemLength",
            "itemSharing",
            "itemOpen",
            "itemPersonal",
            "itemSource",
            "sharing",
            "condition",
            "modes",
            "basis",
            "openness",
            "openCondition",
            "updateCycle",
            "publishedOn",
            "related",
            "domain",
            "keywords",
            "sensitivity",
            "division",
            "recordCount");

    private static final String ITEM = "items-";

    private EntryColumns() {}

    /** The column of a form's field: {@code items-2-length} stands in {@code itemLength}. */
    public static String ofField(String field) {
        if (!field.startsWith(ITEM)) {
            return field.equals("items") ? "itemName" : field;
        }
        var what = field.substring(field.lastIndexOf('-') + 1);
        return "item" + Character.toUpperCase(what.charAt(0)) + what.substring(1);
    }

    /** Place of the data item that a field belongs to; 0 for the resource's own fields. */
    public static int itemOf(String field) {
        return field.startsWith(ITEM) ? Integer.parseInt(field.substring(ITEM.length(), field.lastIndexOf('-'))) : 0;
    }
}
