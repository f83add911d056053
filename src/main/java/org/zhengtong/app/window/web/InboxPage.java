package org.zhengtong.app.window.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.Inbox;

/**
 * The inbox as shown.
 *
 * @param tallies the counts above the list; each is a filter
 * @param next address of the next page, null on the last
 */
public record InboxPage(
        InboxForm form,
        List<Count> tallies,
        Inbox.Choices choices,
        List<Row> rows,
        int total,
        @Nullable String first,
        @Nullable String next,
        String export,
        boolean workingDay) {

    /** A count that is a filter; {@code more} marks one that stops at the most. */
    public record Count(int value, boolean more, String textKey, String href, String cssClass, boolean current) {}

    /** One line of the list. */
    public record Row(
            String rowClass,
            String statusClass,
            String statusText,
            String due,
            String item,
            String applicant,
            String href,
            String step,
            String channelKey,
            String holder,
            String number) {}
}
