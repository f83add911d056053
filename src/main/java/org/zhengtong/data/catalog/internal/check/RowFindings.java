package org.zhengtong.data.catalog.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.OpenData.StoredTable;
import org.zhengtong.data.catalog.ResourceMetadata;
import org.zhengtong.data.catalog.RuleFinding;

/** What is wrong with stored rows, from what was counted when they were stored. */
public final class RowFindings {

    private RowFindings() {}

    public static List<RuleFinding> of(StoredTable table, ResourceMetadata sheet) {
        var findings = new ArrayList<RuleFinding>();
        var registered = sheet.supplement().recordCount();
        if (registered != null && registered != table.rows()) {
            findings.add(RuleFinding.of(CatalogRule.RECORDS_DIFFER, "recordCount", registered, table.rows()));
        }
        for (var column : table.columns()) {
            if (column.impossible() > 0) {
                findings.add(RuleFinding.of(
                        CatalogRule.ROWS_DATE_IMPOSSIBLE,
                        "rows",
                        column.name(),
                        column.impossible(),
                        column.example()));
            }
            if (column.empty() > 0) {
                findings.add(RuleFinding.of(CatalogRule.ROWS_EMPTY, "rows", column.name(), column.empty()));
            }
        }
        if (table.rowsTwice() > 0) {
            findings.add(RuleFinding.of(CatalogRule.ROWS_TWICE, "rows", table.rowsTwice()));
        }
        return findings;
    }
}
