package org.zhengtong.base.sheets;

import java.util.List;

/**
 * Lines of cells as they stand in a file, the head first, and how they were read.
 *
 * @param encoding how its signs were read, such as {@code UTF-8}, {@code GB18030} or {@code XLSX}
 */
public record SheetLines(String encoding, List<Line> lines) {
    public SheetLines {
        lines = List.copyOf(lines);
    }

    /** Reads a file of at most so many rows below its head: XLSX by its beginning, CSV otherwise. */
    public static SheetLines read(byte[] content, int mostRows) throws UnreadableSheet {
        var zipped = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        return zipped ? XlsxLines.read(content, mostRows) : CsvLines.read(content, mostRows);
    }

    /** A line with its number as people count it. */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        /** Whether nothing stands in it. */
        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        /** The cell at a place; empty beyond the end. */
        public String cell(int place) {
            return place < cells.size() ? cells.get(place) : "";
        }
    }
}
