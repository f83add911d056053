package org.zhengtong.base.schema.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.CellFault;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the answers out of one workbook, remembering which cell each came from. */
class WorkbookImport {
    private static final int MOST_FAULTS = 500;
    private static final Pattern PARENT = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4})*");

    private final FormSchema form;
    private final CellValues values;
    private final SchemaTexts texts;
    private final Locale locale;
    private final WorkbookPlan plan;
    private final ObjectNode answers = JsonNodeFactory.instance.objectNode();
    private final Map<String, Place> places = new HashMap<>();
    private final List<CellFault> faults = new ArrayList<>();

    /** A cell; row and column are counted from 0. */
    private record Place(String sheet, int row, int column) {}

    WorkbookImport(FormSchema form, CellValues values, SchemaTexts texts, Locale locale) {
        this.form = form;
        this.values = values;
        this.texts = texts;
        this.locale = locale;
        this.plan = new WorkbookPlan(form, locale);
    }

    ObjectNode answers() {
        return answers;
    }

    List<CellFault> faults() {
        return faults;
    }

    void take(String key, List<WorkbookCells.Page> sheets) {
        var marked = new LinkedHashMap<String, WorkbookCells.Page>();
        sheets.forEach(sheet -> marked.putIfAbsent(sheet.text(0, 0), sheet));
        var main = marked.get(WorkbookPlan.FORM_MARK);
        if (main == null || !main.text(0, 1).equals(key)) {
            whole(main == null ? "not_ours" : "other_form");
            return;
        }
        if (!main.text(0, 2).equals(form.version().value())) {
            whole("other_version");
            return;
        }
        form.pages().forEach(page -> answers.putObject(page.key()));
        main(main);
        plan.matrices.forEach(
                grid -> sheet(marked, "#" + grid.pointer(), grid.label()).ifPresent(page -> grid(grid, page)));
        plan.lists.forEach(
                list -> sheet(marked, "#" + list.pattern(), list.label()).ifPresent(page -> list(list, page)));
    }

    private void whole(String key) {
        fault("", -1, 0, key);
    }

    /** Adds a fault; row and column are counted from 0, row -1 is none. */
    void fault(String sheet, int row, int column, String key, Object... args) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new CellFault(
                    sheet,
                    row + 1,
                    row < 0 ? "" : letters(column),
                    texts.say(locale, "schema.workbook.fault." + key, args)));
        }
    }

    /** The name of a column: A … Z, AA … */
    static String letters(int column) {
        var name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    private Optional<WorkbookCells.Page> sheet(Map<String, WorkbookCells.Page> marked, String mark, String label) {
        var page = marked.get(mark);
        if (page == null) {
            fault("", -1, 0, "sheet_missing", label);
        }
        return Optional.ofNullable(page);
    }

    private void main(WorkbookCells.Page sheet) {
        var rows = new HashMap<String, Integer>();
        sheet.rows().keySet().forEach(row -> rows.putIfAbsent(sheet.text(row, 4), row));
        for (var single : plan.main) {
            var row = rows.get(single.pointer());
            if (row == null) {
                fault(sheet.name(), -1, 0, "row_missing", single.label());
            } else {
                put(sheet, row, 1, single.pointer(), single.field());
            }
        }
    }

    private void grid(WorkbookPlan.Grid grid, WorkbookCells.Page sheet) {
        var lines = new HashMap<String, Integer>();
        sheet.rows().keySet().stream()
                .filter(row -> row > 0)
                .forEach(row -> lines.putIfAbsent(sheet.text(row, 0), row));
        var columns = columns(sheet);
        for (var part : grid.matrix().lines()) {
            for (var field : part.fields()) {
                var row = lines.get(grid.ofRows() ? part.key() : field.key());
                var column = columns.get(grid.ofRows() ? field.key() : part.key());
                if (row == null || column == null) {
                    fault(sheet.name(), -1, 0, "row_missing", field.head().title());
                } else {
                    put(sheet, row, column, grid.pointer() + "/" + part.key() + "/" + field.key(), field);
                }
            }
        }
    }

    /** Columns by the keys in the hidden first line. */
    private static Map<String, Integer> columns(WorkbookCells.Page sheet) {
        var columns = new HashMap<String, Integer>();
        sheet.rows()
                .getOrDefault(0, new TreeMap<>())
                .forEach((column, content) -> columns.putIfAbsent(content.text(), column));
        return columns;
    }

    private void list(WorkbookPlan.Listing list, WorkbookCells.Page sheet) {
        var columns = columns(sheet);
        var missing = list.columns().stream()
                .filter(column -> !columns.containsKey(column.path()))
                .toList();
        if (!missing.isEmpty()) {
            fault(sheet.name(), -1, 0, "column_missing", missing.getFirst().label());
            return;
        }
        places.put(list.pattern(), new Place(sheet.name(), 2, 0));
        for (var row : sheet.rows().keySet()) {
            if (row >= 2 && holdsSomething(list, sheet, row, columns)) {
                row(list, sheet, row, columns);
            }
        }
    }

    private static boolean holdsSomething(
            WorkbookPlan.Listing list, WorkbookCells.Page sheet, int row, Map<String, Integer> columns) {
        return !sheet.text(row, 0).isBlank()
                || list.columns().stream()
                        .anyMatch(column -> !sheet.text(row, columns.getOrDefault(column.path(), 0))
                                .isBlank());
    }

    private void row(WorkbookPlan.Listing list, WorkbookCells.Page sheet, int row, Map<String, Integer> columns) {
        var target = target(list, sheet, row);
        if (target == null) {
            return;
        }
        var rows = rows(target);
        if (rows.size() >= list.rows().most()) {
            fault(sheet.name(), row, 0, "too_many_rows", list.rows().most());
            return;
        }
        var at = target + "/" + rows.size();
        rows.addObject();
        places.put(at, new Place(sheet.name(), row, 0));
        for (var column : list.columns()) {
            put(sheet, row, columns.getOrDefault(column.path(), 0), at + "/" + column.path(), column.field());
        }
    }

    /** The list a row belongs to; null when the row around it is not there. */
    private @Nullable String target(WorkbookPlan.Listing list, WorkbookCells.Page sheet, int row) {
        if (list.depth() == 0) {
            return list.pattern();
        }
        var parent = sheet.text(row, 0).strip();
        var numbers = PARENT.matcher(parent).matches() ? parent.split("\\.") : new String[0];
        if (numbers.length == list.depth()) {
            var target = list.pattern();
            for (var number : numbers) {
                target = target.replaceFirst("/\\*", "/" + (Integer.parseInt(number) - 1));
            }
            var around = target.substring(0, Math.max(0, lastNumber(target)));
            if (answers.at(around).isObject()) {
                return target;
            }
        }
        fault(sheet.name(), row, 0, "no_parent", parent);
        return null;
    }

    /** Where the last row number of a pointer ends. */
    private static int lastNumber(String pointer) {
        int end = 0;
        var matcher = Pattern.compile("/[0-9]+(?=/)").matcher(pointer);
        while (matcher.find()) {
            end = matcher.end();
        }
        return end;
    }

    private void put(WorkbookCells.Page sheet, int row, int column, String pointer, Field field) {
        places.put(pointer, new Place(sheet.name(), row, column));
        if (field.head().formula() != null) {
            return;
        }
        var cell = sheet.at(row, column);
        switch (cell.kind()) {
            case FORMULA -> fault(sheet.name(), row, column, "formula");
            case FAULT -> fault(sheet.name(), row, column, "cell_error", cell.text());
            case PLAIN, DATE -> {
                var answer = values.answer(field, cell.text());
                if (!answer.isMissingNode()) {
                    group(pointer.substring(0, pointer.lastIndexOf('/'))).set(field.key(), answer);
                }
            }
        }
    }

    /** The object at a pointer, made when it is not there yet. */
    private ObjectNode group(String pointer) {
        var at = answers.at(pointer);
        if (at instanceof ObjectNode there) {
            return there;
        }
        var end = pointer.lastIndexOf('/');
        return group(pointer.substring(0, end)).putObject(pointer.substring(end + 1));
    }

    private ArrayNode rows(String pointer) {
        if (answers.at(pointer) instanceof ArrayNode there) {
            return there;
        }
        var end = pointer.lastIndexOf('/');
        return group(pointer.substring(0, end)).putArray(pointer.substring(end + 1));
    }

    /** Says a violation at the cell it concerns. */
    void add(Violation violation) {
        if (faults.size() >= MOST_FAULTS) {
            return;
        }
        var place = place(violation.pointer());
        faults.add(new CellFault(
                place == null ? "" : place.sheet(),
                place == null ? 0 : place.row() + 1,
                place == null ? "" : letters(place.column()),
                violation.text().in(locale)));
    }

    private @Nullable Place place(String pointer) {
        for (var at = pointer; at.lastIndexOf('/') > 0; at = at.substring(0, at.lastIndexOf('/'))) {
            var place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return null;
    }
}
