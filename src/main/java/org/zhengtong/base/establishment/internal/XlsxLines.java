package org.zhengtong.base.establishment.internal;

import org.zhengtong.base.files.WorkbookGuard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.zhengtong.base.establishment.IncomingFiles;

/** Reads the first sheet of an XLSX file as text; a formula stays the text of the formula. */
final class XlsxLines {
    private static final int MOST_ZEROS = 100;

    private XlsxLines() {}

    static SheetLines read(byte[] content) throws UnreadableFile {
        refuseHarm(content);
        var lines = new ArrayList<SheetLines.Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true));
                var rows = book.getFirstSheet().openStream()) {
            for (var found = rows.iterator(); found.hasNext(); ) {
                var line = line(found.next());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() > IncomingFiles.MOST_ROWS + 1) {
                    throw new UnreadableFile("establishment.import.too-many-rows", IncomingFiles.MOST_ROWS);
                }
            }
        } catch (IOException | RuntimeException broken) {
            // the library throws many kinds for a file that is not what it seems; its sender is told that it is broken
            throw new UnreadableFile("establishment.import.broken-xlsx");
        }
        return new SheetLines("XLSX", lines);
    }

    private static void refuseHarm(byte[] content) throws UnreadableFile {
        var fault = WorkbookGuard.fault(content);
        if (fault.isPresent()) {
            throw new UnreadableFile(
                    fault.get() == WorkbookGuard.Fault.TOO_BIG
                            ? "establishment.import.unpacks-too-big"
                            : "establishment.import.broken-xlsx");
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
