package org.zhengtong.app.window.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.SiteVisit;

/** Which site visits the list shows. */
public record InspectionsForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String state,
        @Nullable String text,
        @Nullable String after) {

    public String fromText() {
        return from == null ? "" : from.strip();
    }

    public String toText() {
        return to == null ? "" : to.strip();
    }

    public String stateText() {
        return state == null ? "" : state.strip();
    }

    public String searched() {
        return text == null ? "" : text.strip();
    }

    /** Without any wish: those planned from today on. */
    CaseVisits.Filter filter(LocalDate today) {
        var untouched = from == null && to == null && state == null && text == null;
        return new CaseVisits.Filter(
                untouched ? today : TypedDay.of(from).orElse(null),
                TypedDay.of(to).orElse(null),
                untouched ? SiteVisit.State.PLANNED : chosen(),
                searched());
    }

    private SiteVisit.@Nullable State chosen() {
        return Stream.of(SiteVisit.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
    }

    CaseVisits.@Nullable Cursor cursor() {
        return after == null ? null : CaseVisits.Cursor.parse(after);
    }

    /** An address with the same wishes. */
    String address(String path, @Nullable String next) {
        var wishes = new StringBuilder();
        add(wishes, "from", from);
        add(wishes, "to", to);
        add(wishes, "state", state);
        add(wishes, "text", text);
        add(wishes, "after", next);
        return wishes.isEmpty() ? path : path + "?" + wishes.substring(1);
    }

    private static void add(StringBuilder wishes, String name, @Nullable String value) {
        if (value != null) {
            wishes.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
