package org.zhengtong.data.catalog.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.Resource;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceOffers;
import org.zhengtong.data.catalog.ResourceServices;
import org.zhengtong.data.catalog.ResourceUses;
import org.zhengtong.data.catalog.RuleFinding;

/** One resource with all that hangs on it. */
public record ResourcePage(
        Resource resource,
        Words words,
        Data data,
        List<RuleFinding> findings,
        List<ResourceUses.Use> uses,
        List<Resource> namedBy,
        List<CatalogReading.Event> events,
        Map<String, String> extension,
        @Nullable CatalogDraft draft,
        boolean mayCompile,
        ResourceOffers.@Nullable Offer offer,
        List<ResourceServices.Named> services) {

    /** Files, services and stored rows. */
    public record Data(
            List<OpenData.Distribution> distributions, OpenData.@Nullable StoredTable table, List<List<String>> rows) {}

    /** What is said of it. */
    public ResourceMetadata sheet() {
        return resource.metadata();
    }

    /** Where its items come from, each source once. */
    public List<String> sources() {
        return sheet().items().stream()
                .map(item -> item.source())
                .filter(source -> !source.isBlank())
                .distinct()
                .toList();
    }

    /** Whether the cell stands in a column of dates and cannot be true. */
    public boolean doubtful(int column, String cell) {
        var table = data.table();
        return table != null
                && table.columns().get(column).kind() == OpenData.Column.Kind.DATE
                && !cell.matches("(19|20[0-2])\\d.*");
    }
}
