package org.zhengtong.data.mediation.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.data.mediation.MediatedService;
import org.zhengtong.data.mediation.Services;

/** What the filter of services sends; all of it may be empty. */
public record ServicesForm(
        @Nullable String text,
        @Nullable String node,
        @Nullable String department,
        MediatedService.@Nullable State state) {

    public String words() {
        return text == null ? "" : text.strip();
    }

    Services.Query toQuery() {
        return new Services.Query(words(), chosen(node), chosen(department), state);
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public boolean is(@Nullable String value, String other) {
        return other.equals(value);
    }

    /** The same filter as the query of an address. */
    public String query() {
        return "?text=" + encoded(text) + "&node=" + encoded(node) + "&department=" + encoded(department) + "&state="
                + (state == null ? "" : state);
    }

    private static String encoded(@Nullable String value) {
        return UriUtils.encode(value == null ? "" : value, StandardCharsets.UTF_8);
    }
}
