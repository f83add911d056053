package org.zhengtong.base.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field as its template shows it. Names are pointers, ids the same with hyphens. */
public sealed interface FieldView {
    Caption caption();

    /** What stands around every field. {@code hidden} until {@code showIf} is answered; {@code bare} in a cell, whose heading says the title. */
    record Caption(
            String name,
            String id,
            String title,
            @Nullable String hint,
            List<Explanation> help,
            @Nullable String error,
            boolean optional,
            boolean half,
            boolean bare,
            @Nullable ShowIf showIf) {
        public Caption {
            help = List.copyOf(help);
        }

        public boolean hidden() {
            return showIf != null && !showIf.shown();
        }

        /** Ids of hint and error for aria-describedby; null when there is neither. */
        public @Nullable String describedBy() {
            var ids = (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
            return ids.isBlank() ? null : ids.strip();
        }
    }

    /** A hard word explained. */
    record Explanation(String term, String text) {}

    /** The answer that opens this field, for the island; {@code shown} is the server's word. */
    record ShowIf(String name, String values, boolean shown) {}

    /** One line: text, number or date. */
    record Line(
            Caption caption,
            String value,
            String type,
            String inputMode,
            @Nullable String autocomplete,
            @Nullable String unit)
            implements FieldView {}

    /** Several lines. */
    record Lines(Caption caption, String value, int rows) implements FieldView {}

    /** Radio buttons, boxes, or a select when there are many. */
    record Choice(
            Caption caption,
            List<OptionView> options,
            Style style,
            @Nullable Line fillIn) implements FieldView {
        public Choice {
            options = List.copyOf(options);
        }

        /** How the answers are offered. */
        public enum Style {
            RADIO,
            SELECT,
            BOXES
        }
    }

    /** One answer. */
    record OptionView(
            String id, String value, String label, @Nullable String hint, boolean chosen) {}

    /** One box to tick. */
    record Tick(Caption caption, boolean ticked) implements FieldView {}

    /** Fields that belong together. */
    record Group(Caption caption, List<FieldView> fields) implements FieldView {
        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** Short fields side by side. */
    record Beside(List<FieldView> fields) implements FieldView {
        public Beside {
            fields = List.copyOf(fields);
        }

        @Override
        public Caption caption() {
            return fields.getFirst().caption();
        }
    }

    /** A group that repeats. */
    record Rows(
            Caption caption,
            List<Row> rows,
            @Nullable String addText,
            @Nullable String limitText) implements FieldView {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** One of the repeated; {@code removeText} names what the button removes, null when it must stay. */
    record Row(
            String id,
            String legend,
            String removeValue,
            @Nullable String removeText,
            List<FieldView> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /** An answer that the form computes. */
    record Computed(Caption caption, String text) implements FieldView {}

    /** A matrix: {@code lines} have one cell for each of {@code columns}. */
    record Matrix(Caption caption, List<String> columns, List<MatrixLine> lines) implements FieldView {
        public Matrix {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** A line of a matrix with its cells. */
    record MatrixLine(String title, @Nullable String hint, List<FieldView> cells) {
        public MatrixLine {
            cells = List.copyOf(cells);
        }
    }

    /** A group that repeats, one line each; only the lines of one page when there are many. */
    record Table(Caption caption, List<Column> columns, List<TableLine> lines, TableFoot foot) implements FieldView {
        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** Heading of a column. */
    record Column(String title, @Nullable String note) {}

    /** A line of a table; {@code removeText} names what the button removes, null when it must stay. */
    record TableLine(
            String id,
            int number,
            String legend,
            String removeValue,
            @Nullable String removeText,
            List<FieldView> cells) {
        public TableLine {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What stands below a table.
     *
     * @param count all rows, also those on other pages
     * @param pageText which rows are shown, null when all are
     * @param earlier value of the button that shows the rows before
     * @param later value of the button that shows the rows after
     */
    record TableFoot(
            int count,
            @Nullable String addText,
            @Nullable String limitText,
            @Nullable String pageText,
            @Nullable String earlier,
            @Nullable String later) {}

    /** Files: those the server has, and a place for more. */
    record Files(Caption caption, List<Held> held, String accept, long maxBytes, boolean many, boolean full)
            implements FieldView {
        public Files {
            held = List.copyOf(held);
        }
    }

    /** A file the server has. */
    record Held(String name, String note, String dropValue) {}
}
