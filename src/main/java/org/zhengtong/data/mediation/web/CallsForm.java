package org.zhengtong.data.mediation.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.data.mediation.Calls;
import org.zhengtong.data.mediation.Calls.Side;

/** What the filter of calls sends; all of it may be empty. */
public record CallsForm(
        @Nullable Side side,
        @Nullable String text,
        @Nullable Boolean failed,
        @Nullable String from,
        @Nullable String to,
        @Nullable String after) {

    public Side shown() {
        return side == null ? Side.CONSUMER : side;
    }

    public boolean failedOnly() {
        return Boolean.TRUE.equals(failed);
    }

    public String plain(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    Calls.Query toQuery(int most) {
        return new Calls.Query(
                shown(),
                plain(text),
                failedOnly(),
                TypedDay.of(from).orElse(null),
                TypedDay.of(to).orElse(null),
                plain(after).isEmpty() ? null : plain(after),
                most);
    }

    /** The same filter as the query of an address. */
    public String query(@Nullable String next) {
        return "?side=" + shown() + "&text=" + encoded(text) + "&from=" + encoded(from) + "&to=" + encoded(to)
                + (failedOnly() ? "&failed=true" : "") + (next == null ? "" : "&after=" + encoded(next));
    }

    private String encoded(@Nullable String value) {
        return UriUtils.encode(plain(value), StandardCharsets.UTF_8);
    }
}
