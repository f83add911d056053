package org.zhengtong.app.hall.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.DraftId;
import tools.jackson.databind.node.ObjectNode;

/**
 * A draft opened for writing.
 *
 * @param form the form as it was when the draft got it
 * @param answers without the hall's notes
 * @param formChanged whether the form has a newer version
 */
public record OpenDraft(Draft draft, FormSchema form, ObjectNode answers, DraftNotes notes, boolean formChanged) {

    /** The draft's number. */
    public DraftId id() {
        return draft.id();
    }

    /** Fingerprint of a page's answers; a page sends it back, so that a save from an old page is noticed. */
    public String seen(String page) {
        return fingerprint(answers, page);
    }

    static String fingerprint(ObjectNode answers, String page) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = answers.path(page).toString();
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 20);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
