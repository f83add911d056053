package org.zhengtong.service.crossing.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.crossing.internal.look.ReportLook;
import org.zhengtong.service.crossing.internal.look.ReportQuery;

/** What the filter sends; all of it may be empty. */
public record ReportsForm(
        @Nullable String node,
        @Nullable String division,
        @Nullable CaseState state,
        @Nullable Boolean late,
        @Nullable String before) {

    public boolean lateOnly() {
        return Boolean.TRUE.equals(late);
    }

    public String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    ReportQuery toQuery(DataScope scope, LocalDate today, int most) {
        var parts = text(before).split("~", 2);
        var at = parts.length == 2 ? instant(parts[0]) : null;
        return new ReportQuery(
                scope,
                text(node),
                text(division).replaceAll("[^0-9]", "").replaceAll("(00)+$", ""),
                state,
                lateOnly() ? today : null,
                at,
                at == null ? "" : parts[1],
                most);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** The same filter as the query of an address. */
    public String query(@Nullable ReportLook after) {
        return "?node=" + encoded(node) + "&division=" + encoded(division) + "&state=" + (state == null ? "" : state)
                + (lateOnly() ? "&late=true" : "")
                + (after == null ? "" : "&before=" + encoded(after.filedAt() + "~" + after.number()));
    }

    private String encoded(@Nullable String value) {
        return UriUtils.encode(text(value), StandardCharsets.UTF_8);
    }
}
