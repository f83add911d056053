package org.zhengtong.base.establishment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** Tables of the organization as files that can be changed and brought in again. */
@Component
public class OrganizationFiles {

    private final OrganizationEditing editing;
    private final Texts texts;

    OrganizationFiles(OrganizationEditing editing, Texts texts) {
        this.editing = editing;
        this.texts = texts;
    }

    /** Streams a table as CSV; {@code empty} gives the head alone, to be filled in. */
    public void sendCsv(
            HttpServletResponse response, OrganizationTable table, String name, boolean empty, Locale language)
            throws IOException {
        CsvExport.send(
                response,
                name + ".csv",
                heads(table, language),
                rows(table, empty).stream().map(row -> cells(row, language)));
    }

    /** Streams a table as XLSX: every cell a text, so that no spreadsheet computes it, and a second sheet that explains the columns. */
    public void sendXlsx(
            HttpServletResponse response, OrganizationTable table, String name, boolean empty, Locale language)
            throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
        try (var book = new Workbook(response.getOutputStream(), "Zhengtong", "1.0")) {
            var sheet = book.newWorksheet(texts.say(language, "establishment.table." + table));
            write(sheet, 0, heads(table, language));
            sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            var line = 1;
            for (var row : rows(table, empty)) {
                write(sheet, line++, cells(row, language));
            }
            for (var column = 0; column < table.columns().size(); column++) {
                sheet.width(column, 24);
            }
            explain(book.newWorksheet(texts.say(language, "establishment.export.help")), table, language);
        }
    }

    private void explain(Worksheet sheet, OrganizationTable table, Locale language) {
        var line = 0;
        for (var column : table.columns()) {
            var required = table.required().contains(column) ? "required" : "optional";
            write(
                    sheet,
                    line++,
                    List.of(
                            label(table, column, language),
                            texts.say(language, "establishment.export." + required),
                            texts.say(language, "establishment.hint." + table + "." + column)));
        }
        sheet.width(0, 24);
        sheet.width(2, 90);
    }

    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(line, column, cells.get(column));
            }
        }
    }

    private List<TableRow> rows(OrganizationTable table, boolean empty) {
        return empty ? List.of() : editing.rows(table, null);
    }

    private List<String> heads(OrganizationTable table, Locale language) {
        return table.columns().stream()
                .map(column -> label(table, column, language))
                .toList();
    }

    private String label(OrganizationTable table, String column, Locale language) {
        return texts.say(language, "organization.column." + table + "." + column);
    }

    private List<String> cells(TableRow row, Locale language) {
        var cells = new ArrayList<String>();
        for (var column : row.table().columns()) {
            cells.add(
                    column.equals("kind")
                            ? texts.say(language, "organization.kind." + DepartmentKind.valueOf(row.text(column)))
                            : row.text(column));
        }
        return cells;
    }
}
