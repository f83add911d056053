package org.zhengtong.app.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Words;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as somebody filled it in.
 *
 * @param formNumber the version of the form it was filled in on
 * @param label the first words of the answers, to tell it from others
 * @param version counts every save
 * @param undoPage the page of which a row was just removed, and can be brought back
 */
public record FilledForm(
        FilledFormId id,
        String formKey,
        int formNumber,
        Words formTitle,
        long account,
        String author,
        @Nullable String department,
        String departmentName,
        String label,
        ObjectNode answers,
        int version,
        State state,
        @Nullable String undoPage,
        Instant createdAt,
        Instant savedAt,
        @Nullable Instant submittedAt) {

    /** How far it is. */
    public enum State {
        DRAFT,
        SUBMITTED
    }
}
