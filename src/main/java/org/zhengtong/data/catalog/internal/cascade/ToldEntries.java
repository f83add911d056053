package org.zhengtong.data.catalog.internal.cascade;

import java.util.List;
import org.zhengtong.data.catalog.CatalogEntrySnapshot;

/** What an envelope carries: entries with the nodes they come from. */
public record ToldEntries(List<Told> entries) {

    static final String KIND = "catalog.entry";

    public ToldEntries {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** An entry of a node's catalog. */
    public record Told(String origin, CatalogEntrySnapshot entry) {}
}
