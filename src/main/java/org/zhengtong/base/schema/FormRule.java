package org.zhengtong.base.schema;

import java.util.List;

/**
 * A rule over several fields of one page, as {@code x-rules} has it.
 *
 * @param expression CEL, true when all is well; {@code page} is the page's answers, {@code form} all answers
 * @param message what to say; {@code {expression}} parts are CEL too, for figures
 * @param field where to say it, a pointer inside the page
 */
public record FormRule(String expression, Words message, String field, List<String> figures) {
    public FormRule {
        figures = List.copyOf(figures);
    }
}
