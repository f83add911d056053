package org.zhengtong.base.schema.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.AnswerChange;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.CarryOver;
import org.zhengtong.base.schema.FormDiff;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormPage;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.FormTasks;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.FormView;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.PaperSheet;
import org.zhengtong.base.schema.SchemaFault;
import org.zhengtong.base.schema.SchemaProblem;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ObjectNode;

/** The front door of the schema room. */
@Component
class JsonForms implements Forms {
    private static final int KEPT_FORMS = 200;

    private final SchemaReader reader;
    private final EntryReader entries;
    private final FormCheck checker;
    private final TaskBuilder tasks;
    private final Comparison comparison;
    private final SchemaTexts texts;
    private final Cache<FormVersion, FormSchema> parsed =
            Caffeine.newBuilder().maximumSize(KEPT_FORMS).build();

    JsonForms(
            SchemaReader reader,
            EntryReader entries,
            FormCheck checker,
            TaskBuilder tasks,
            Comparison comparison,
            SchemaTexts texts) {
        this.reader = reader;
        this.entries = entries;
        this.checker = checker;
        this.tasks = tasks;
        this.comparison = comparison;
        this.texts = texts;
    }

    @Override
    public FormSchema parse(String json) {
        return parsed.get(SchemaReader.versionOf(json), _ -> {
            var reading = reader.read(json);
            return reading.form()
                    .orElseThrow(() -> new ProblemException(
                            SchemaProblem.FORM_NOT_USABLE,
                            reading.faults().size(),
                            reading.faults().getFirst().pointer(),
                            reading.faults().getFirst().text().chinese()));
        });
    }

    @Override
    public List<SchemaFault> faultsIn(String json) {
        return reader.read(json).faults();
    }

    @Override
    public FormEntry read(FormSchema form, String page, ObjectNode draft, FormSubmission submission) {
        return entries.read(form, require(form, page), draft, submission);
    }

    private static FormPage require(FormSchema form, String page) {
        return form.findPage(page).orElseThrow(() -> new ProblemException(SchemaProblem.PAGE_NOT_FOUND));
    }

    @Override
    public List<Violation> check(FormSchema form, String page, ObjectNode answers) {
        return checker.check(form, require(form, page), answers);
    }

    @Override
    public Checked checkWhole(FormSchema form, ObjectNode answers) {
        return checker.checkWhole(form, answers);
    }

    @Override
    public ObjectNode settle(FormSchema form, ObjectNode answers) {
        return checker.settle(form, answers);
    }

    @Override
    public FormView view(FormSchema form, String page, ObjectNode answers, Showing showing) {
        var shown = require(form, page);
        var locale = showing.locale();
        var filled = answers.deepCopy();
        filled.set(page, FilledRows.of(shown.content(), answers.path(page)));
        var asked = new Asked(form.pages(), filled);
        var builder = new ViewBuilder(texts, shown, asked, showing, checker.today());
        var fields = builder.fields(filled.path(page));
        var pages = form.pages().stream().filter(asked::page).toList();
        var head = shown.content().head();
        return new FormView(
                page,
                head.title().in(locale),
                head.hint() == null ? null : head.hint().in(locale),
                builder.explained(head.help()),
                shown.phase().in(locale),
                pages.indexOf(shown) + 1,
                pages.size(),
                fields,
                builder.mistakes(),
                builder.live(),
                builder.uploads(),
                builder.rows());
    }

    @Override
    public FormTasks tasks(FormSchema form, ObjectNode answers, Locale locale) {
        return tasks.build(form, answers, locale);
    }

    @Override
    public AnswersView answers(FormSchema form, ObjectNode answers, AnswersView.Wish wish) {
        return new AnswersBuilder(texts, wish).build(form, answers);
    }

    @Override
    public PaperSheet paper(FormSchema form, ObjectNode answers, Locale locale) {
        return new PaperBuilder(texts, locale).build(form, answers);
    }

    @Override
    public byte[] pdf(PaperSheet sheet, String mark, Locale locale) {
        return PaperPdf.of(sheet, mark, locale);
    }

    @Override
    public List<AnswerChange> compareAnswers(FormSchema form, ObjectNode before, ObjectNode after, Locale locale) {
        return new AnswerComparison(texts, locale).compare(form, before, after);
    }

    @Override
    public FormDiff compare(FormSchema before, FormSchema after) {
        return comparison.compare(before, after);
    }

    @Override
    public CarryOver carryOver(FormSchema before, FormSchema after, ObjectNode answers) {
        return comparison.carryOver(before, after, answers);
    }
}
