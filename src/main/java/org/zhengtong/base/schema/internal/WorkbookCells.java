package org.zhengtong.base.schema.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cells of a foreign workbook as plain texts; whatever is wrong with the file ends here. */
class WorkbookCells {
    private static final Logger LOG = LoggerFactory.getLogger(WorkbookCells.class);
    private static final int MOST_SHEETS = 200;
    private static final int MOST_ROWS = 12_000;
    private static final int MOST_COLUMNS = 200;

    /** A sheet: its name, and its cells by row and column, both counted from 0. */
    record Page(String name, TreeMap<Integer, TreeMap<Integer, Content>> rows) {

        Content at(int row, int column) {
            return rows.getOrDefault(row, new TreeMap<>()).getOrDefault(column, Content.EMPTY);
        }

        String text(int row, int column) {
            return at(row, column).text();
        }
    }

    /** What stands in a cell; {@code kind} says why it is not simply a text. */
    record Content(String text, Kind kind) {
        static final Content EMPTY = new Content("", Kind.PLAIN);
    }

    /** Kinds of cells. */
    enum Kind {
        PLAIN,
        DATE,
        FORMULA,
        FAULT
    }

    private WorkbookCells() {}

    /** All sheets; empty when the file cannot be read. */
    static Optional<List<Page>> of(byte[] workbook) {
        try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook), new ReadingOptions(true, true))) {
            var pages = new ArrayList<Page>();
            for (var sheet : opened.getSheets().limit(MOST_SHEETS).toList()) {
                pages.add(page(sheet));
            }
            return Optional.of(pages);
        } catch (IOException | RuntimeException broken) {
            // the library throws many kinds for a file that is not what it seems; its reader is told that it is broken
            LOG.debug("Workbook cannot be read", broken);
            return Optional.empty();
        }
    }

    private static Page page(Sheet sheet) throws IOException {
        var rows = new TreeMap<Integer, TreeMap<Integer, Content>>();
        try (var lines = sheet.openStream()) {
            lines.limit(MOST_ROWS).forEach(row -> cells(row, rows));
        }
        return new Page(sheet.getName(), rows);
    }

    private static void cells(Row row, TreeMap<Integer, TreeMap<Integer, Content>> rows) {
        var cells = new TreeMap<Integer, Content>();
        for (var cell : row) {
            if (cell != null && cell.getColumnIndex() < MOST_COLUMNS) {
                var content = content(cell);
                if (content.kind() != Kind.PLAIN || !content.text().isEmpty()) {
                    cells.put(cell.getColumnIndex(), content);
                }
            }
        }
        if (!cells.isEmpty()) {
            rows.put(row.getRowNum() - 1, cells);
        }
    }

    private static Content content(Cell cell) {
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
            return new Content(String.valueOf(cell.getText()), Kind.FORMULA);
        }
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case STRING -> new Content(cell.asString(), Kind.PLAIN);
            case BOOLEAN -> new Content(String.valueOf(cell.asBoolean()), Kind.PLAIN);
            case ERROR -> new Content(String.valueOf(cell.getRawValue()), Kind.FAULT);
            case EMPTY, FORMULA -> Content.EMPTY;
        };
    }

    private static Content number(Cell cell) {
        var format = cell.getDataFormatString();
        if (format != null && format.toLowerCase(java.util.Locale.ROOT).matches("(?s).{0,60}[yd].{0,60}")) {
            return new Content(cell.asDate().toLocalDate().toString(), Kind.DATE);
        }
        return new Content(Figures.plain(cell.asNumber()), Kind.PLAIN);
    }
}
