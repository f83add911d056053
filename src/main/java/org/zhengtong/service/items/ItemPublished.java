package org.zhengtong.service.items;

import java.time.Instant;
import java.util.List;
import org.zhengtong.base.codes.ItemCode;

/** New versions of items are in force; an empty list means that many changed at once. */
public record ItemPublished(List<ItemCode> codes, Instant at) {

    public ItemPublished {
        codes = List.copyOf(codes);
    }
}
