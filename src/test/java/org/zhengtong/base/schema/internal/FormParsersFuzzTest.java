package org.zhengtong.base.schema.internal;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormWorkbooks;
import org.zhengtong.base.schema.Forms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever is handed to the parsers of this room, they answer: no exception, no hang. Runs over the kept inputs; with {@code
 * JAZZER_FUZZ=1} it looks for new ones.
 */
class FormParsersFuzzTest {
    private static final Forms FORMS = FormFixtures.forms();
    private static final FormWorkbooks WORKBOOKS = FormFixtures.workbooks();
    private static final FormSchema BUDGET = FormFixtures.library(FORMS, "project-budget");
    private static final byte[] WORKBOOK =
            WORKBOOKS.write(BUDGET, "project-budget", FormFixtures.filled("project-budget"), Locale.CHINA);

    @FuzzTest(maxDuration = "3m")
    void a_definition(FuzzedDataProvider data) {
        var text = data.consumeRemainingAsString();
        if (FORMS.faultsIn(text).isEmpty()) {
            var form = FORMS.parse(text);
            var nothing = FormFixtures.json("{}");
            FORMS.checkAll(form, nothing);
            FORMS.paper(form, nothing, Locale.CHINA);
            FORMS.tasks(form, nothing, Locale.ENGLISH);
            form.pages().forEach(page -> FORMS.view(form, page.key(), nothing, List.of(), Locale.CHINA));
        }
    }

    @FuzzTest(maxDuration = "3m")
    void an_expression(FuzzedDataProvider data) {
        var expression = data.consumeRemainingAsString();
        var form = FormFixtures.json("""
                {"properties": {"p": {"type": "object", "title": "p", "x-rules": [{"check": "", "field": "/a", "message": "no"}],
                  "properties": {"a": {"type": "number", "title": "a"}, "b": {"type": "string", "title": "b"},
                    "r": {"type": "array", "title": "r", "items": {"type": "object", "title": "r", "properties": {"n": {"type": "number", "title": "n"}}}}}}}}""");
        ((ObjectNode) form.at("/properties/p/x-rules/0")).put("check", expression);
        var text = form.toString();
        if (FORMS.faultsIn(text).isEmpty()) {
            FORMS.checkAll(
                    FORMS.parse(text),
                    FormFixtures.json("{\"p\": {\"a\": 1.5, \"b\": \"x\", \"r\": [{\"n\": 1}, {\"n\": 2}, {}]}}"));
        }
    }

    @FuzzTest(maxDuration = "3m")
    void answers(byte[] bytes) {
        ObjectNode answers;
        try {
            if (!(JsonMapper.shared().readTree(bytes) instanceof ObjectNode object)) {
                return;
            }
            answers = object;
        } catch (JacksonException notJson) {
            return;
        }
        FORMS.checkAll(BUDGET, answers);
        FORMS.settle(BUDGET, answers);
        FORMS.paper(BUDGET, answers, Locale.CHINA);
        FORMS.compareAnswers(BUDGET, answers, FormFixtures.filled("project-budget"), Locale.CHINA);
        BUDGET.pages().forEach(page -> FORMS.view(BUDGET, page.key(), answers, List.of(), Locale.CHINA));
        WORKBOOKS.write(BUDGET, "project-budget", answers, Locale.CHINA);
    }

    /** The first bytes say what to change in a right workbook; a workbook of noise would be refused at its door. */
    @FuzzTest(maxDuration = "3m")
    void a_workbook(FuzzedDataProvider data) {
        var workbook = data.consumeBoolean()
                ? Workbooks.withPart(
                        WORKBOOK, data.consumeInt(0, 9), data.consumeInt(0, 4_000), data.consumeRemainingAsString())
                : changed(data);
        WORKBOOKS.read(BUDGET, "project-budget", FormFixtures.json("{}"), workbook, Locale.CHINA);
    }

    private static byte[] changed(FuzzedDataProvider data) {
        var workbook = WORKBOOK.clone();
        while (data.remainingBytes() > 3) {
            workbook[data.consumeInt(0, workbook.length - 1)] = data.consumeByte();
        }
        return workbook;
    }
}
