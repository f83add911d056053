package org.zhengtong.app.window.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests for more time that wait.
 *
 * @param total of all pages
 * @param first address of the first page, null on it
 * @param next address of the next page, null on the last
 */
public record ExtensionsPage(
        List<Row> rows,
        long total,
        @Nullable String first,
        @Nullable String next) {

    /** One request. */
    public record Row(
            String applicant,
            String href,
            String item,
            String clock,
            String by,
            String reason,
            String asked,
            String askedAt,
            String due,
            String number) {}
}
