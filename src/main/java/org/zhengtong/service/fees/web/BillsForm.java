package org.zhengtong.service.fees.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillQuery;
import org.zhengtong.service.fees.BillQuery.Sort;
import org.zhengtong.service.fees.BillState;

/** What the filter of bills sends; all of it may be empty or nonsense. */
public record BillsForm(
        @Nullable String state,
        @Nullable String text,
        @Nullable String from,
        @Nullable String until,
        @Nullable String sort,
        @Nullable String after) {

    public @Nullable BillState chosen() {
        return Arrays.stream(BillState.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    public Sort sorted() {
        return Arrays.stream(Sort.values())
                .filter(one -> one.name().equals(sort))
                .findFirst()
                .orElse(Sort.NEWEST);
    }

    public String words() {
        return text == null ? "" : text.strip();
    }

    BillQuery toQuery(ZoneId zone, int limit) {
        return new BillQuery(
                chosen(),
                words(),
                TypedDay.start(from, zone),
                TypedDay.end(until, zone),
                sorted(),
                BillQuery.Cursor.parse(after),
                limit);
    }

    /** The same filter as the query of an address, from a place in the list on. */
    public String query(@Nullable Bill last) {
        return "?state=" + (chosen() == null ? "" : chosen()) + "&text=" + encoded(words()) + "&from=" + encoded(from)
                + "&until=" + encoded(until) + "&sort=" + sorted()
                + (last == null ? "" : "&after=" + encoded(new BillQuery.Cursor(last.amount(), last.number()).text()));
    }

    private static String encoded(@Nullable String value) {
        return value == null ? "" : UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
