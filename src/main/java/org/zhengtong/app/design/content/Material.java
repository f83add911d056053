package org.zhengtong.app.design.content;

import org.jspecify.annotations.Nullable;

/**
 * A row of the list of materials (申请材料).
 *
 * @param key names it in the draft
 * @param upload whether the applicant uploads it with the form
 */
public record Material(
        String key,
        String name,
        String source,
        boolean upload,
        String necessity,
        String originals,
        String copies,
        @Nullable String condition,
        @Nullable String note) {}
