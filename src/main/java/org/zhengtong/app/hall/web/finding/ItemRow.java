package org.zhengtong.app.hall.web.finding;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.search.MarkedText;
import org.zhengtong.base.search.SearchHit.Piece;
import org.zhengtong.service.items.ItemSummary;

/**
 * An item in a list.
 *
 * @param marked the name, with the words looked for
 * @param excerpt where the words stand in its guide; empty when they stand in its name
 * @param limit the promised time in words; null when the department has not stated it
 */
public record ItemRow(
        String code,
        String name,
        String kindKey,
        String department,
        @Nullable String limit,
        boolean online,
        List<Piece> marked,
        List<Piece> excerpt) {

    static ItemRow of(ItemSummary item, String department, @Nullable String limit) {
        return new ItemRow(
                item.code().value(),
                item.name(),
                "items.kind." + item.kind().code(),
                department,
                limit,
                item.online(),
                List.of(new Piece(item.name(), false)),
                List.of());
    }

    ItemRow marked(Collection<String> words, List<Piece> excerpt) {
        return new ItemRow(code, name, kindKey, department, limit, online, MarkedText.of(name, words), excerpt);
    }
}
