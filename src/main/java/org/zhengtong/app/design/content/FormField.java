package org.zhengtong.app.design.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of the form.
 *
 * @param options of a choice, one text each
 * @param material key of the material that is uploaded here
 * @param use what lists and documents take the answer for
 * @param shownIf another field, {@code group/field}; asked only when it has the value {@code shownWhen}
 */
public record FormField(
        String key,
        String title,
        FieldKind kind,
        boolean required,
        @Nullable String help,
        List<String> options,
        @Nullable String material,
        Use use,
        @Nullable String shownIf,
        @Nullable String shownWhen) {
    public FormField {
        options = List.copyOf(options);
    }

    /** What an answer stands for in lists, messages and documents. */
    public enum Use {
        NONE,
        /** Whom or what the case is about. */
        SUBJECT_NAME,
        SUBJECT_NUMBER,
        CONTACT_NAME,
        CONTACT_MOBILE
    }

    /** The same with another condition. */
    public FormField shown(@Nullable String field, @Nullable String value) {
        return new FormField(key, title, kind, required, help, options, material, use, field, value);
    }
}
