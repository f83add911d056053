package org.zhengtong.app.hall.web.filing;

import java.util.List;
import org.zhengtong.service.casework.Draft;

/**
 * What changed in the form since the draft was begun, in the reader's language.
 *
 * @param changes what is new, gone or asked in another way
 * @param left answers that have no place any more
 */
public record FormChangePage(Draft draft, List<String> changes, List<LeftAnswer> left) {

    /** An answer that has no place in the new form. */
    public record LeftAnswer(String label, String value) {}

    /** Address of the draft. */
    public String address() {
        return "/applications/" + draft.id().value();
    }
}
