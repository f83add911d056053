package org.zhengtong.base.schema.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.packed.WorkbookGuard;
import org.zhengtong.base.schema.CellFault;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormWorkbooks;
import org.zhengtong.base.schema.WorkbookReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms as XLSX. The libraries are touched at first use only. */
@Component
class XlsxForms implements FormWorkbooks {
    private final CellValues values;
    private final FormCheck check;
    private final Formulas formulas;
    private final SchemaTexts texts;

    XlsxForms(CellValues values, FormCheck check, Formulas formulas, SchemaTexts texts) {
        this.values = values;
        this.check = check;
        this.formulas = formulas;
        this.texts = texts;
    }

    @Override
    public byte[] write(FormSchema form, String key, ObjectNode answers, Locale locale) {
        return new WorkbookWriter(values, texts, locale).write(form, key, answers);
    }

    @Override
    public WorkbookReading read(FormSchema form, String key, ObjectNode before, byte[] workbook, Locale locale) {
        var wrong = WorkbookGuard.fault(workbook);
        if (wrong.isPresent()) {
            return refused(wrong.get().name().toLowerCase(Locale.ROOT), locale);
        }
        var sheets = WorkbookCells.of(workbook);
        if (sheets.isEmpty()) {
            return refused("broken", locale);
        }
        var taken = new WorkbookImport(form, values, texts, locale);
        taken.take(key, sheets.get());
        if (!taken.faults().isEmpty()) {
            return new WorkbookReading(Optional.empty(), taken.faults());
        }
        var answers = taken.answers();
        form.pages().forEach(page -> {
            if (answers.path(page.key()) instanceof ObjectNode given) {
                kept(page.content(), given, before.path(page.key()));
            }
            if (answers.path(page.key()).isEmpty() && !before.has(page.key())) {
                answers.remove(page.key());
            }
        });
        formulas.fill(form, answers);
        form.pages().forEach(page -> check.check(form, page, answers).forEach(taken::add));
        return new WorkbookReading(Optional.of(answers), taken.faults());
    }

    private WorkbookReading refused(String key, Locale locale) {
        return new WorkbookReading(
                Optional.empty(), List.of(new CellFault("", 0, "", texts.say(locale, "schema.workbook.fault." + key))));
    }

    /** Files stay as they were, and so does a number that only looks different: 12.50. */
    private static void kept(Field.Group group, ObjectNode answers, JsonNode before) {
        for (var field : group.fields()) {
            var was = before.path(field.key());
            var now = answers.path(field.key());
            switch (field) {
                case Field.Files _ when !was.isMissingNode() -> answers.set(field.key(), was);
                case Field.Number _
                when Figures.counts(was)
                        && Figures.counts(now)
                        && was.decimalValue().compareTo(now.decimalValue()) == 0 -> answers.set(field.key(), was);
                case Field.Group inner when now instanceof ObjectNode given -> kept(inner, given, was);
                case Field.Rows rows -> {
                    for (int i = 0; i < now.size(); i++) {
                        if (now.path(i) instanceof ObjectNode row) {
                            kept(rows.row(), row, was.path(i));
                        }
                    }
                }
                default -> {
                    // as the workbook says
                }
            }
        }
    }
}
