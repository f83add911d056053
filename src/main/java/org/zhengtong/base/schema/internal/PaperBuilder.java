package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Paper;
import org.zhengtong.base.schema.PaperSheet;
import org.zhengtong.base.schema.PaperSheet.Cell;
import org.zhengtong.base.schema.PaperSheet.Kind;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays a form out as its paper is ruled: titles of sections and groups in cells that reach over all their lines, question
 * beside answer, tables and matrices in the same grid. Everything is printed, also what these answers do not ask for.
 */
class PaperBuilder {
    private static final int NUMBER = 3;
    private static final int LONG_TITLE = 26;

    private final PaperTexts say;
    private final Locale locale;
    private final int side;

    PaperBuilder(SchemaTexts texts, Locale locale) {
        this.say = new PaperTexts(texts, locale);
        this.locale = locale;
        this.side = locale.getLanguage().equals("zh") ? 4 : 7;
    }

    /** The lines of one area: for each line the cells that begin in it. */
    private static final class Block extends ArrayList<List<Cell>> {
        private static final long serialVersionUID = 1;

        void line(Cell... cells) {
            add(new ArrayList<>(Arrays.asList(cells)));
        }

        /** The same lines with one cell at their left, as high as all of them. */
        Block beside(String title, int width, Kind kind) {
            if (!isEmpty()) {
                getFirst().addFirst(new Cell(title, width, size(), kind, List.of()));
            }
            return this;
        }
    }

    PaperSheet build(FormSchema form, ObjectNode answers) {
        var block = new Block();
        form.pages().forEach(page -> block.addAll(page(form.paper(), page, answers.path(page.key()))));
        var paper = form.paper();
        return new PaperSheet(
                form.title().in(locale),
                paper.annex() == null ? null : paper.annex().in(locale),
                in(paper.heads()),
                in(paper.notes()),
                paper.landscape(),
                block.stream().map(PaperSheet.Line::new).toList());
    }

    private List<String> in(List<Words> lines) {
        return lines.stream().map(line -> line.in(locale)).toList();
    }

    private String title(Field field) {
        return field.head().title().in(locale);
    }

    private Block page(Paper paper, FormPage page, JsonNode answers) {
        var title = page.title().in(locale);
        if (paper.sections() == Paper.Sections.SIDE) {
            return group(page.content(), answers, PaperSheet.COLUMNS - side).beside(title, side, Kind.SIDE);
        }
        var block = new Block();
        block.line(Cell.of(title, PaperSheet.COLUMNS, Kind.SECTION));
        block.addAll(group(page.content(), answers, PaperSheet.COLUMNS));
        return block;
    }

    private Block group(Field.Group group, JsonNode answers, int width) {
        var block = new Block();
        var fields =
                group.fields().stream().filter(field -> !field.head().fillIn()).toList();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (i + 1 < fields.size() && pair(field, fields.get(i + 1))) {
                var left = single(group, field, answers, width / 2);
                left.addAll(single(group, fields.get(i + 1), answers, width - width / 2));
                block.add(left);
                i++;
            } else {
                block.addAll(field(group, field, answers, width));
            }
        }
        return block;
    }

    private static boolean pair(Field one, Field other) {
        return one.head().half() && other.head().half() && isSingle(one) && isSingle(other);
    }

    private static boolean isSingle(Field field) {
        return switch (field) {
            case Field.Group _, Field.Rows _ -> false;
            default -> true;
        };
    }

    private Block field(Field.Group parent, Field field, JsonNode siblings, int width) {
        var answer = siblings.path(field.key());
        return switch (field) {
            case Field.Group group when group.shape().matrix() -> matrix(group, answer, width);
            case Field.Group group
            when group.shape() == Field.Shape.INLINE -> {
                var block = new Block();
                block.line(
                        Cell.of(title(group), label(width), Kind.LABEL),
                        Cell.of(say.inline(group, answer), width - label(width), Kind.ANSWER));
                yield block;
            }
            case Field.Group group ->
                group(group, answer, width - side(parent)).beside(title(group), side(parent), Kind.SIDE);
            case Field.Rows rows
            when rows.table() ->
                table(rows, answer, width - label(width)).beside(title(rows), label(width), Kind.LABEL);
            case Field.Rows rows -> rows(rows, answer, width);
            default -> {
                var block = new Block();
                block.add(single(parent, field, siblings, width));
                yield block;
            }
        };
    }

    /** Room for the titles beside the parts of a group: long ones get more, and all the same. */
    private int side(Field.Group parent) {
        return parent.lines().stream().anyMatch(part -> title(part).length() > LONG_TITLE) ? side + 3 : side;
    }

    private static int label(int width) {
        return Math.max(6, width * 3 / 10);
    }

    private List<Cell> single(Field.Group parent, Field field, JsonNode siblings, int width) {
        var text = say.answer(parent, field, siblings);
        var kind = field instanceof Field.Text written && written.rows() > 1 ? Kind.LONG_ANSWER : Kind.ANSWER;
        var foot = field instanceof Field.Text written ? in(written.sign()) : List.<String>of();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(title(field), label(width), Kind.LABEL));
        cells.add(new Cell(text, width - label(width), 1, kind, foot));
        return cells;
    }

    private Block rows(Field.Rows rows, JsonNode answers, int width) {
        var block = new Block();
        for (int i = 0; i < Math.max(1, Math.max(answers.size(), rows.printed())); i++) {
            var title = Places.numbered(rows.row().head().title(), i + 1).in(locale);
            block.addAll(group(rows.row(), answers.path(i), width - side).beside(title, side, Kind.SIDE));
        }
        return block;
    }

    private Block table(Field.Rows rows, JsonNode answers, int width) {
        var fields = rows.row().fields().stream()
                .filter(field -> !field.head().fillIn())
                .toList();
        var numbered = rows.most() > 1;
        var widths = widths(fields, numbered ? width - NUMBER : width);
        var block = new Block();
        var head = new ArrayList<Cell>();
        if (numbered) {
            head.add(Cell.of(say.number(), NUMBER, Kind.HEADING));
        }
        for (int i = 0; i < fields.size(); i++) {
            head.add(Cell.of(title(fields.get(i)), widths[i], Kind.HEADING));
        }
        block.add(head);
        for (int line = 0; line < Math.max(1, Math.max(answers.size(), rows.printed())); line++) {
            var cells = new ArrayList<Cell>();
            if (numbered) {
                cells.add(Cell.of(Integer.toString(line + 1), NUMBER, Kind.CELL));
            }
            for (int i = 0; i < fields.size(); i++) {
                cells.add(Cell.of(say.answer(rows.row(), fields.get(i), answers.path(line)), widths[i], Kind.CELL));
            }
            block.add(cells);
        }
        return block;
    }

    private Block matrix(Field.Group matrix, JsonNode answers, int width) {
        var lines = matrix.lines();
        var fields = lines.getFirst().fields().stream()
                .filter(field -> !field.head().fillIn())
                .toList();
        var ofRows = matrix.shape() == Field.Shape.MATRIX_OF_ROWS;
        var columns = ofRows ? fields : lines;
        var first = width * 28 / 100;
        var widths = even(columns.size(), width - first);
        var block = new Block();
        var head = new ArrayList<Cell>();
        head.add(Cell.of("", first, Kind.HEADING));
        for (int i = 0; i < columns.size(); i++) {
            head.add(Cell.of(title(columns.get(i)), widths[i], Kind.HEADING));
        }
        block.add(head);
        var heads = ofRows ? lines : fields;
        for (int line = 0; line < heads.size(); line++) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(title(heads.get(line)), first, Kind.LABEL));
            for (int i = 0; i < columns.size(); i++) {
                var part = ofRows ? lines.get(line) : lines.get(i);
                var key = (ofRows ? fields.get(i) : fields.get(line)).key();
                var text = part.find(key)
                        .map(field -> say.answer(part, field, answers.path(part.key())))
                        .orElse("");
                cells.add(Cell.of(text, widths[i], Kind.ANSWER));
            }
            block.add(cells);
        }
        return block;
    }

    private static int[] even(int count, int width) {
        var widths = new int[count];
        for (int i = 0; i < count; i++) {
            widths[i] = width * (i + 1) / count - width * i / count;
        }
        return widths;
    }

    /** Columns for longer answers are wider. */
    private static int[] widths(List<Field> fields, int width) {
        var weights = fields.stream().mapToInt(PaperBuilder::weight).toArray();
        var all = Arrays.stream(weights).sum();
        var widths = new int[weights.length];
        for (int i = 0, sum = 0; i < weights.length; i++) {
            widths[i] = width * (sum + weights[i]) / all - width * sum / all;
            sum += weights[i];
        }
        return widths;
    }

    private static int weight(Field field) {
        return switch (field) {
            case Field.Number _ -> 3;
            case Field.Text text when text.maxLength() > 100 -> 7;
            case Field.Text text when text.maxLength() <= 30 -> 4;
            default -> 5;
        };
    }
}
