package org.zhengtong.app.survey.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a form says of answers: whether they are complete, and by which words to tell them from others. */
@Component
class FormAnswers {

    private static final int LONGEST_LABEL = 60;

    private final FormLibrary library;
    private final Forms forms;
    private final Departments departments;

    FormAnswers(FormLibrary library, Forms forms, Departments departments) {
        this.library = library;
        this.forms = forms;
        this.departments = departments;
    }

    LibraryForm current(String key) {
        return library.find(key).orElseThrow(() -> new ProblemException(SurveyProblem.FORM_NOT_FOUND, key));
    }

    String departmentName(DepartmentId id) {
        return departments.names(Set.of(id)).getOrDefault(id, id.value());
    }

    /** The answers to hand in, when nothing is to mend. */
    Optional<ObjectNode> complete(FilledForm filled) {
        var form = library.form(filled.formKey(), filled.formNumber());
        var checked = forms.checkWhole(form, filled.answers());
        return checked.violations().isEmpty() ? Optional.of(checked.settled()) : Optional.empty();
    }

    /** The first short text of the answers; empty when there is none yet. */
    String label(String key, int number, ObjectNode answers) {
        return library.form(key, number).pages().stream()
                .map(page -> first(page.content(), answers.path(page.key())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> first(Field.Group group, JsonNode answers) {
        for (var field : group.fields()) {
            var answer = answers.path(field.key());
            if (field instanceof Field.Text text
                    && text.format() == null
                    && !answer.asString("").isBlank()) {
                return Optional.of(cut(answer.asString("")));
            }
            if (field instanceof Field.Group inner) {
                var within = first(inner, answer);
                if (within.isPresent()) {
                    return within;
                }
            }
        }
        return Optional.empty();
    }

    private static String cut(String text) {
        var line = text.lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL)) + "…";
    }
}
