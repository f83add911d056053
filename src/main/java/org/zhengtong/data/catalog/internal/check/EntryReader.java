package org.zhengtong.data.catalog.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.Opening;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.ResourceItem;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.ResourceMetadata.Supplement;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.Sharing;

/** Puts rows together to entries: a row begins a new one when its name differs from the row's before. */
public final class EntryReader {
    private static final int LONGEST = 4_000;

    private final Lists lists;
    private final LocalDate today;
    private final Function<String, Provider> providers;

    /**
     * Reads with these lists.
     *
     * @param providers the provider called so; an empty name gives the usual one
     */
    public EntryReader(Lists lists, LocalDate today, Function<String, Provider> providers) {
        this.lists = lists;
        this.today = today;
        this.providers = providers;
    }

    /** One row: its place and its cells by column. */
    public record Row(int line, Map<String, String> cells) {

        public String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }
    }

    /** One entry, the lines of its items, and cells that say nothing. */
    public record Entry(List<Row> rows, ResourceMetadata metadata, List<RuleFinding> findings) {

        public int line(String field) {
            var place = EntryColumns.itemOf(field);
            return rows.get(Math.min(place, rows.size() - 1)).line();
        }
    }

    public List<Entry> read(List<Row> rows) {
        var entries = new ArrayList<Entry>();
        var begun = new ArrayList<Row>();
        for (var row : rows) {
            if (!begun.isEmpty() && begins(begun.getFirst(), row)) {
                entries.add(entry(begun));
                begun.clear();
            }
            begun.add(row);
        }
        if (!begun.isEmpty()) {
            entries.add(entry(begun));
        }
        return entries;
    }

    private static boolean begins(Row first, Row row) {
        var name = row.cell("name");
        var provider = row.cell("provider");
        var nothingSaid =
                name.isEmpty() && provider.isEmpty() && row.cell("classCode").isEmpty();
        return !nothingSaid && !(name.equals(first.cell("name")) && provider.equals(first.cell("provider")));
    }

    private Entry entry(List<Row> rows) {
        var first = rows.getFirst();
        var findings = new ArrayList<RuleFinding>();
        for (var column : EntryColumns.ALL) {
            if (first.cell(column).length() > LONGEST) {
                findings.add(RuleFinding.of(CatalogRule.TEXT_TOO_LONG, column, LONGEST));
            }
        }
        var items = items(rows, findings);
        var metadata = new ResourceMetadata(
                first.cell("classCode").replace(" ", ""),
                first.cell("name"),
                provider(first),
                first.cell("summary"),
                listed(first, "format", CatalogLists.FORMAT),
                items,
                sharing(first, findings),
                opening(first, findings),
                listed(first, "updateCycle", CatalogLists.UPDATE_CYCLE),
                date(first, findings),
                CellForms.several(first.cell("related")),
                supplement(first, findings));
        return new Entry(List.copyOf(rows), metadata, findings);
    }

    private Provider provider(Row row) {
        var known = providers.apply(row.cell("provider"));
        var code = row.cell("providerCode");
        return code.isEmpty() ? known : new Provider(known.department(), known.name(), code);
    }

    private String listed(Row row, String column, String list) {
        return CellForms.code(row.cell(column), lists.valid(list, today));
    }

    private List<ResourceItem> items(List<Row> rows, List<RuleFinding> findings) {
        var items = new ArrayList<ResourceItem>();
        for (var row : rows) {
            if (row.cells().keySet().stream()
                    .anyMatch(column ->
                            column.startsWith("item") && !row.cell(column).isEmpty())) {
                items.add(item(row, items.size(), findings));
            }
        }
        return items;
    }

    private ResourceItem item(Row row, int place, List<RuleFinding> findings) {
        var id = "items-" + place + "-";
        var sharing = CellForms.sharing(row.cell("itemSharing"));
        if (sharing == null && !row.cell("itemSharing").isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.SHARING_UNKNOWN, id + "sharing", row.cell("itemSharing")));
        }
        return new ResourceItem(
                row.cell("itemName"),
                row.cell("itemCode"),
                listed(row, "itemDataType", CatalogLists.DATA_TYPE),
                length(row, id + "length", findings),
                sharing,
                yes(row, "itemOpen", id + "open", findings),
                yes(row, "itemPersonal", id + "personal", findings),
                row.cell("itemSource"));
    }

    private static int length(Row row, String field, List<RuleFinding> findings) {
        var cell = row.cell("itemLength");
        var number = CellForms.number(cell);
        if (number.isEmpty() && !cell.isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.NUMBER_WRONG, field, cell));
        }
        return (int) Math.min(number.orElse(0L), Integer.MAX_VALUE);
    }

    private static boolean yes(Row row, String column, String field, List<RuleFinding> findings) {
        var answer = CellForms.yesOrNo(row.cell(column));
        if (answer.isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.YES_NO_WRONG, field, row.cell(column)));
        }
        return answer.orElse(false);
    }

    private Sharing sharing(Row row, List<RuleFinding> findings) {
        var type = CellForms.sharing(row.cell("sharing"));
        if (type == null && !row.cell("sharing").isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.SHARING_UNKNOWN, "sharing", row.cell("sharing")));
        }
        var modes = CellForms.several(row.cell("modes")).stream()
                .map(mode -> CellForms.code(mode, lists.valid(CatalogLists.SHARING_MODE, today)))
                .toList();
        return new Sharing(type, row.cell("condition"), modes, row.cell("basis"));
    }

    private static Opening opening(Row row, List<RuleFinding> findings) {
        var openness = CellForms.openness(row.cell("openness"));
        if (openness == null && !row.cell("openness").isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.OPENNESS_UNKNOWN, "openness", row.cell("openness")));
        }
        return new Opening(openness, row.cell("openCondition"));
    }

    private static @Nullable LocalDate date(Row row, List<RuleFinding> findings) {
        var cell = row.cell("publishedOn");
        var date = CellForms.date(cell);
        if (date.isEmpty() && !cell.isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.DATE_WRONG, "publishedOn", cell));
        }
        return date.orElse(null);
    }

    private Supplement supplement(Row row, List<RuleFinding> findings) {
        var count = row.cell("recordCount");
        var records = CellForms.number(count);
        if (records.isEmpty() && !count.isEmpty()) {
            findings.add(RuleFinding.of(CatalogRule.NUMBER_WRONG, "recordCount", count));
        }
        var extension = new TreeMap<String, String>();
        row.cells().forEach((column, value) -> {
            if (column.startsWith("extension-") && !value.isBlank()) {
                extension.put(column.substring("extension-".length()), value.strip());
            }
        });
        return new Supplement(
                division(row),
                listed(row, "domain", CatalogLists.DOMAIN),
                row.cell("keywords"),
                listed(row, "sensitivity", CatalogLists.SENSITIVITY),
                row.cell("externalId"),
                records.orElse(null),
                row.cell("sourceUrl"),
                extension);
    }

    private String division(Row row) {
        var department = providers.apply(row.cell("provider")).department();
        var written = row.cell("division");
        return written.isEmpty() && department != null ? department.division().value() : written;
    }
}
