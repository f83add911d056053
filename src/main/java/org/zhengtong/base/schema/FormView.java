package org.zhengtong.base.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.FieldFault;

/**
 * A page of a form, ready for its template; every text in the reader's language.
 *
 * @param number which page of how many, counting those that are asked
 * @param live whether an answer opens or closes other questions
 * @param rows which rows of long tables are shown, to be sent back
 */
public record FormView(
        String page,
        String title,
        @Nullable String lead,
        List<FieldView.Explanation> help,
        String phase,
        int number,
        int count,
        List<FieldView> fields,
        List<FieldFault> mistakes,
        boolean live,
        boolean uploads,
        String rows) {
    public FormView {
        help = List.copyOf(help);
        fields = List.copyOf(fields);
        mistakes = List.copyOf(mistakes);
    }
}
