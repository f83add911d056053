package org.zhengtong.base.schema.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one workbook. The first line and the marked columns are hidden: they say which cell is which answer. */
class WorkbookWriter {
    private static final int LONGEST_NAME = 31;
    private static final int FIRST_LINE = 2;
    private static final String TEXT = "@";
    private static final String HEAD_FILL = "DCE9EB";
    private static final String COMPUTED_FILL = "EEEEEE";

    private final CellValues values;
    private final SchemaTexts texts;
    private final Locale locale;
    private final Set<String> names = new HashSet<>();
    private int codeColumns;

    WorkbookWriter(CellValues values, SchemaTexts texts, Locale locale) {
        this.values = values;
        this.texts = texts;
        this.locale = locale;
    }

    private String say(String key, Object... args) {
        return texts.say(locale, key, args);
    }

    byte[] write(FormSchema form, String key, ObjectNode answers) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Zhengtong", "1.0")) {
            var plan = new WorkbookPlan(form, locale);
            instructions(workbook.newWorksheet(name(say("schema.workbook.instructions"))), form, plan);
            var main = workbook.newWorksheet(name(say("schema.workbook.main")));
            var codes = workbook.newWorksheet(name(say("schema.workbook.codes")));
            codes.setVisibilityState(VisibilityState.HIDDEN);
            main(
                    main,
                    codes,
                    plan,
                    new String[] {WorkbookPlan.FORM_MARK, key, form.version().value()},
                    answers);
            for (var grid : plan.matrices) {
                grid(workbook.newWorksheet(name(grid.label())), codes, grid, answers.at(grid.pointer()));
            }
            for (var list : plan.lists) {
                list(workbook.newWorksheet(name(list.label())), codes, list, answers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A name a spreadsheet takes: short, without certain characters, its own. The end of a label says most. */
    private String name(String label) {
        var plain = label.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        var parts = plain.split(" \u203a ");
        var last = parts.length > 2 ? parts[parts.length - 2] + " " + parts[parts.length - 1] : parts[parts.length - 1];
        var cut = last.length() > LONGEST_NAME - 4
                ? last.substring(0, LONGEST_NAME - 4).strip()
                : last;
        var name = cut;
        for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = cut + " " + number;
        }
        return name;
    }

    private void instructions(Worksheet sheet, FormSchema form, WorkbookPlan plan) {
        sheet.width(0, 110);
        var lines = new ArrayList<String>();
        lines.add(form.title().in(locale));
        lines.add(form.description().in(locale));
        lines.add(say("schema.workbook.how.main"));
        if (!plan.lists.isEmpty()) {
            lines.add(say("schema.workbook.how.lists"));
        }
        if (!plan.matrices.isEmpty()) {
            lines.add(say("schema.workbook.how.matrices"));
        }
        lines.add(say("schema.workbook.how.choices"));
        lines.add(say("schema.workbook.how.computed"));
        lines.add(say("schema.workbook.how.hidden"));
        lines.add(say("schema.workbook.how.files"));
        form.paper().notes().stream().map(note -> note.in(locale)).forEach(lines::add);
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(i, 0, lines.get(i));
            sheet.style(i, 0).wrapText(true).verticalAlignment("top").set();
        }
        sheet.style(0, 0).bold().fontSize(14).set();
    }

    private void main(Worksheet sheet, Worksheet codes, WorkbookPlan plan, String[] marks, ObjectNode answers) {
        for (int i = 0; i < marks.length; i++) {
            sheet.value(0, i, marks[i]);
        }
        sheet.hideRow(0);
        heads(
                sheet,
                List.of(
                        say("schema.workbook.question"),
                        say("schema.workbook.answer"),
                        say("schema.workbook.unit"),
                        say("schema.workbook.note"),
                        say("schema.workbook.place")),
                0);
        sheet.width(0, 48);
        sheet.width(1, 40);
        sheet.width(2, 12);
        sheet.width(3, 60);
        sheet.hideColumn(4);
        sheet.style(1).format(TEXT).set();
        int line = FIRST_LINE;
        for (var single : plan.main) {
            sheet.value(line, 0, single.label());
            sheet.value(line, 2, unit(single.field()));
            sheet.value(line, 3, note(single.field()));
            sheet.value(line, 4, single.pointer());
            sheet.style(line, 0).wrapText(true).verticalAlignment("top").set();
            sheet.style(line, 3)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fontColor("555555")
                    .set();
            answer(sheet, line, 1, single.field(), answers.at(single.pointer()));
            offer(sheet, codes, single.field(), new int[] {line, line, 1});
            line++;
        }
        sheet.freezePane(0, FIRST_LINE);
    }

    private static void heads(Worksheet sheet, List<String> heads, int from) {
        for (int i = 0; i < heads.size(); i++) {
            sheet.value(1, from + i, heads.get(i));
            sheet.style(1, from + i)
                    .bold()
                    .fillColor(HEAD_FILL)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
    }

    private String unit(Field field) {
        return field instanceof Field.Number number && number.unit() != null
                ? number.unit().in(locale)
                : "";
    }

    /** What to know before filling a cell in. */
    private String note(Field field) {
        var notes = new ArrayList<String>();
        if (field.head().formula() != null) {
            notes.add(texts.say(locale, "schema.computed"));
        } else if (field.head().required()) {
            notes.add(say("schema.workbook.required"));
        }
        if (field.head().shownIf() != null) {
            notes.add(say("schema.workbook.conditional"));
        }
        Words hint = field.head().hint();
        if (hint != null) {
            notes.add(hint.in(locale));
        }
        if (field instanceof Field.Choice choice && choice.many()) {
            notes.add(say("schema.workbook.many", String.join(CellValues.BETWEEN, values.choices(field, locale))));
        }
        if (field instanceof Field.Day) {
            notes.add(say("schema.workbook.day"));
        }
        return String.join(" ", notes);
    }

    private void answer(Worksheet sheet, int line, int column, Field field, JsonNode answer) {
        var number = values.number(field, answer);
        if (number.isPresent()) {
            sheet.value(line, column, number.get());
            sheet.style(line, column).format("General").set();
        } else {
            var text = values.text(field, answer, locale);
            if (!text.isEmpty()) {
                sheet.value(line, column, text);
                sheet.style(line, column)
                        .format(TEXT)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
        }
        if (field.head().formula() != null) {
            sheet.style(line, column).fillColor(COMPUTED_FILL).set();
        }
    }

    /** Lets a cell be chosen from a list, kept on a hidden sheet; {@code place} is first line, last line, column. */
    private void offer(Worksheet sheet, Worksheet codes, Field field, int[] place) {
        var choices = values.choices(field, locale);
        if (choices.isEmpty() || field instanceof Field.Choice choice && choice.many()) {
            return;
        }
        var column = codeColumns++;
        for (int i = 0; i < choices.size(); i++) {
            codes.value(i, column, choices.get(i));
        }
        sheet.range(place[0], place[2], place[1], place[2])
                .validateWithList(codes.range(0, column, choices.size() - 1, column))
                .allowBlank(true)
                .showErrorMessage(true)
                .errorTitle(say("schema.workbook.choose"))
                .error(say("schema.workbook.choose.text"));
    }

    private void grid(Worksheet sheet, Worksheet codes, WorkbookPlan.Grid grid, JsonNode answers) {
        var parts = grid.matrix().lines();
        List<? extends Field> lines = grid.ofRows() ? parts : grid.fields();
        List<? extends Field> columns = grid.ofRows() ? grid.fields() : parts;
        sheet.value(0, 0, "#" + grid.pointer());
        sheet.hideRow(0);
        sheet.hideColumn(0);
        sheet.width(1, 40);
        heads(sheet, List.of(say("schema.workbook.question")), 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column + 2, columns.get(column).key());
            heads(sheet, List.of(headed(columns.get(column))), column + 2);
            sheet.width(column + 2, 32);
            sheet.style(column + 2).format(TEXT).set();
        }
        for (int line = 0; line < lines.size(); line++) {
            sheet.value(line + FIRST_LINE, 0, lines.get(line).key());
            sheet.value(line + FIRST_LINE, 1, headed(lines.get(line)));
            sheet.style(line + FIRST_LINE, 1)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            for (int column = 0; column < columns.size(); column++) {
                var part = grid.ofRows() ? parts.get(line) : parts.get(column);
                var key = (grid.ofRows() ? columns.get(column) : lines.get(line)).key();
                var field = part.find(key).orElseThrow();
                answer(
                        sheet,
                        line + FIRST_LINE,
                        column + 2,
                        field,
                        answers.path(part.key()).path(key));
                offer(sheet, codes, field, new int[] {line + FIRST_LINE, line + FIRST_LINE, column + 2});
            }
        }
        sheet.freezePane(2, FIRST_LINE);
    }

    private String headed(Field field) {
        var title = field.head().title().in(locale);
        var unit = unit(field);
        var named = unit.isEmpty() || title.contains(unit) ? title : title + " (" + unit + ")";
        return field instanceof Field.Choice choice && choice.many()
                ? named + " " + say("schema.workbook.many.short")
                : named;
    }

    private void list(Worksheet sheet, Worksheet codes, WorkbookPlan.Listing list, ObjectNode answers) {
        sheet.value(0, 0, "#" + list.pattern());
        sheet.hideRow(0);
        var nested = list.depth() > 0;
        heads(sheet, List.of(nested ? say("schema.workbook.parent") : texts.say(locale, "schema.rows.number")), 0);
        sheet.width(0, nested ? 14 : 8);
        for (int column = 0; column < list.columns().size(); column++) {
            var shown = list.columns().get(column);
            sheet.value(0, column + 1, shown.path());
            var note = note(shown.field());
            heads(sheet, List.of(note.isEmpty() ? labelled(shown) : labelled(shown) + "\n" + note), column + 1);
            sheet.width(column + 1, shown.field() instanceof Field.Number ? 14 : 26);
            if (!(shown.field() instanceof Field.Number)) {
                sheet.style(column + 1).format(TEXT).set();
            }
            offer(sheet, codes, shown.field(), new int[] {
                FIRST_LINE, FIRST_LINE + list.rows().most() - 1, column + 1
            });
        }
        int line = FIRST_LINE;
        for (var row : WorkbookRows.of(list, answers)) {
            sheet.value(line, 0, nested ? row.parent() : row.number());
            for (int column = 0; column < list.columns().size(); column++) {
                var shown = list.columns().get(column);
                answer(sheet, line, column + 1, shown.field(), row.answers().at("/" + shown.path()));
            }
            line++;
        }
        sheet.freezePane(1, FIRST_LINE);
    }

    private String labelled(WorkbookPlan.Column column) {
        var unit = unit(column.field());
        return unit.isEmpty() || column.label().contains(unit) ? column.label() : column.label() + " (" + unit + ")";
    }
}
