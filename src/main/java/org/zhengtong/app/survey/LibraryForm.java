package org.zhengtong.app.survey;

import java.time.Instant;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.schema.Words;

/**
 * One version of a form in the library, without its text.
 *
 * @param number counts the versions of this form from 1
 * @param publishedBy name of who published it, or the pack it came with
 */
public record LibraryForm(
        String key,
        int number,
        FormVersion version,
        Words title,
        String description,
        String category,
        boolean current,
        Instant publishedAt,
        String publishedBy) {}
