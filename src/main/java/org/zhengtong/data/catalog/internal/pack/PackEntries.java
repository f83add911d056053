package org.zhengtong.data.catalog.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.internal.check.EntryReader;
import org.zhengtong.data.catalog.internal.check.Lists;

/** Resources of a pack in the same columns as a file that a department sends, with their code before. */
final class PackEntries {
    private static final String FILE = "catalog/resources.csv";

    private PackEntries() {}

    /** A resource with its code. */
    record PackEntry(ResourceCode code, ResourceMetadata metadata) {}

    static List<PackEntry> read(PackReader pack, Lists lists, Function<String, Provider> providers, PackErrors errors) {
        var file = pack.find(FILE);
        if (file.isEmpty()) {
            return List.of();
        }
        var codes = new HashMap<Integer, String>();
        var rows = new ArrayList<EntryReader.Row>();
        file.get().eachRow(errors, row -> {
            codes.put(row.line(), row.text("code"));
            rows.add(new EntryReader.Row(row.line(), cells(row)));
        });
        var entries = new ArrayList<PackEntry>();
        for (var entry : new EntryReader(lists, LocalDate.MAX, providers).read(rows)) {
            var line = entry.rows().getFirst().line();
            entry.findings()
                    .forEach(finding -> errors.add(FILE, line, "pack.wrong_value", finding.field(), finding.args()));
            var code = codes.getOrDefault(line, "");
            if (!ResourceCode.fits(code)) {
                errors.add(FILE, line, "pack.wrong_value", "code", code);
            } else {
                entries.add(new PackEntry(new ResourceCode(code), entry.metadata()));
            }
        }
        return entries;
    }

    private static HashMap<String, String> cells(PackRow row) {
        var cells = new HashMap<String, String>();
        row.columns().keySet().forEach(column -> cells.put(column, row.text(column)));
        return cells;
    }
}
