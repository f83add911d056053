package org.zhengtong.base.establishment.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.zhengtong.base.establishment.IncomingFiles;

/** Reads the first sheet of an XLSX file as text; a formula stays the text of the formula. */
final class XlsxLines {
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 1_000;

    private XlsxLines() {}

    static SheetLines read(byte[] content) throws UnreadableFile {
        refuseBomb(content);
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
        } catch (IOException | ExcelReaderException | IllegalStateException | IllegalArgumentException broken) {
            throw new UnreadableFile("establishment.import.broken-xlsx");
        }
        return new SheetLines("XLSX", lines);
    }

    /** Unpacks to nowhere and counts: a small file must not become a big one in memory. */
    private static void refuseBomb(byte[] content) throws UnreadableFile {
        var unpacked = 0L;
        var entries = 0;
        var buffer = new byte[64 * 1024];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                entries++;
                try (var stream = zip.getInputStream(entry)) {
                    for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || entries > MOST_ENTRIES) {
                            throw new UnreadableFile("establishment.import.unpacks-too-big");
                        }
                    }
                }
            }
        } catch (IOException broken) {
            throw new UnreadableFile("establishment.import.broken-xlsx");
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
        return dated ? cell.asDate().toLocalDate().toString() : cell.asNumber().toPlainString();
    }
}
