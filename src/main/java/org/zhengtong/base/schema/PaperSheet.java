package org.zhengtong.base.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as it stands on paper: a table on a grid of {@link #COLUMNS} equal columns.
 *
 * @param heads lines above the table
 * @param notes lines below it
 */
public record PaperSheet(
        String title,
        @Nullable String annex,
        List<String> heads,
        List<String> notes,
        boolean landscape,
        List<Line> lines) {
    /** Columns of the grid; a cell spans some of them. */
    public static final int COLUMNS = 48;

    public PaperSheet {
        heads = List.copyOf(heads);
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
    }

    /** A line of the table: the cells that begin in it. */
    public record Line(List<Cell> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A cell; its text may have several lines, and at its foot stand lines for stamp, signature and date. */
    public record Cell(String text, int columns, int rows, Kind kind, List<String> foot) {
        public Cell {
            foot = List.copyOf(foot);
        }

        /** A cell without a foot. */
        public static Cell of(String text, int columns, Kind kind) {
            return new Cell(text, columns, 1, kind, List.of());
        }
    }

    /** What a cell is for. */
    public enum Kind {
        /** A title over the whole width. */
        SECTION,
        /** A title that stands upright beside its fields. */
        SIDE,
        /** A question. */
        LABEL,
        /** A heading in the middle of its column. */
        HEADING,
        /** An answer. */
        ANSWER,
        /** An answer in the middle of its column. */
        CELL,
        /** An answer of some length. */
        LONG_ANSWER
    }
}
