package org.zhengtong.app.window.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Site visits of the coming days.
 *
 * @param from the first day as it is shown in the filter
 * @param total of all pages
 */
public record InspectionsPage(
        InspectionsForm form,
        String from,
        String state,
        List<CasePage.Option> states,
        List<Row> rows,
        long total,
        @Nullable String first,
        @Nullable String next,
        String export) {

    /** A visit. */
    public record Row(
            String when,
            String statusClass,
            String statusText,
            String applicant,
            String href,
            String item,
            String place,
            String department,
            String found,
            String number) {}
}
