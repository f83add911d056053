package org.zhengtong.app.hall.internal;

import java.util.Locale;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.zhengtong.base.files.FileOwner;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.FormSubmission;

/**
 * One page of a form as a browser sent it.
 *
 * @param seen fingerprint of the answers the page was made from
 */
public record SentPage(
        String page,
        MultiValueMap<String, String> fields,
        MultiValueMap<String, MultipartFile> files,
        String seen,
        Locale locale) {

    /** The field in which the form template sends the button pressed; {@code remove:…} takes a row away. */
    private static final String BUTTON = "_step";

    private static final String REMOVE = "remove:";
    private static final String STAY = "stay";

    /** The value of the button that removed a row; empty when another button was pressed. */
    String removes() {
        var value = fields.getFirst(BUTTON);
        return value != null && value.startsWith(REMOVE) ? value : "";
    }

    /** As the room of forms reads it. */
    public FormSubmission submission(FileOwner owner, CurrentUser by) {
        return new FormSubmission(fields, files, owner, by.id().toString());
    }

    /** The fields alone, as if the row had not been removed. */
    FormSubmission submissionBeforeRemoval(FileOwner owner, CurrentUser by) {
        var kept = new LinkedMultiValueMap<>(fields);
        kept.set(BUTTON, STAY);
        return new FormSubmission(
                kept, new LinkedMultiValueMap<>(), owner, by.id().toString());
    }
}
