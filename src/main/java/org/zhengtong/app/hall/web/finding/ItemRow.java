package org.zhengtong.app.hall.web.finding;

import org.jspecify.annotations.Nullable;
import org.zhengtong.service.items.ItemSummary;

/**
 * An item in a list.
 *
 * @param limit the promised time in words; null when the department has not stated it
 */
public record ItemRow(
        String code,
        String name,
        String kindKey,
        String department,
        @Nullable String limit,
        boolean online) {

    static ItemRow of(ItemSummary item, String department, @Nullable String limit) {
        return new ItemRow(
                item.code().value(), item.name(), "items.kind." + item.kind().code(), department, limit, item.online());
    }
}
