package org.zhengtong.base.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.zhengtong.base.packed.WorkbookGuard;

/** Reads the first sheet of an XLSX file as text; a formula stays the text of the formula, merged cells all have the first one's. */
final class XlsxLines {
    private static final int MOST_ZEROS = 100;

    private XlsxLines() {}

    static SheetLines read(byte[] content, int most) throws UnreadableSheet {
        refuseHarm(content);
        var lines = new ArrayList<SheetLines.Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
                var rows = book.getFirstSheet().openStream()) {
            for (var found = rows.iterator(); found.hasNext(); ) {
                var line = line(found.next());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() > most + 1) {
                    throw new UnreadableSheet("sheets.too-many-rows", most);
                }
            }
            return new SheetLines(
                    "XLSX", MergedCells.filled(content, book.getFirstSheet().getId(), lines));
        } catch (IOException | RuntimeException broken) {
            // the library throws many kinds for a file that is not what it seems; its sender is told that it is broken
            throw new UnreadableSheet("sheets.broken-xlsx");
        }
    }

    private static void refuseHarm(byte[] content) throws UnreadableSheet {
        var fault = WorkbookGuard.fault(content);
        if (fault.isPresent()) {
            throw new UnreadableSheet(
                    fault.get() == WorkbookGuard.Fault.TOO_BIG ? "sheets.unpacks-too-big" : "sheets.broken-xlsx");
        }
    }

    private static SheetLines.Line line(Row row) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            cells.add(cell == null ? "" : text(cell));
        }
        return new SheetLines.Line(row.getRowNum(), List.copyOf(cells));
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case STRING -> cell.getText();
            case NUMBER -> number(cell);
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case FORMULA -> "=" + cell.getFormula();
            case ERROR -> "\ufffd";
            case EMPTY -> "";
        };
    }

    private static String number(Cell cell) {
        var format = cell.getDataFormatString();
        var dated = cell.getType() == CellType.NUMBER && format != null && format.contains("y") && format.contains("d");
        if (dated) {
            return cell.asDate().toLocalDate().toString();
        }
        var number = cell.asNumber();
        // 1E+999999999 written out would fill the memory
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }
}
