package org.zhengtong.base.geo.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.geo.GeoPoint;

/** What the map page is asked for: a division by name or code, the division of a place, features of a layer. */
public record MapForm(
        @Nullable String find,
        @Nullable String division,
        @Nullable String lon,
        @Nullable String lat,
        @Nullable String layer,
        @Nullable Integer after) {

    static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    public String findText() {
        return text(find);
    }

    public String divisionText() {
        return text(division);
    }

    public String lonText() {
        return text(lon);
    }

    public String latText() {
        return text(lat);
    }

    boolean asksForPlace() {
        return !lonText().isEmpty() || !latText().isEmpty();
    }

    /** The place that was typed; null when it is none. */
    @Nullable
    GeoPoint place() {
        try {
            return new GeoPoint(Double.parseDouble(lonText()), Double.parseDouble(latText()));
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    int afterNumber() {
        return after == null ? 0 : Math.max(0, after);
    }

    /** The same division, with the features of this layer from this number on. */
    public String rowsQuery(String code, int number) {
        return "?layer=" + code + "&division=" + UriUtils.encode(divisionText(), StandardCharsets.UTF_8)
                + (number == 0 ? "" : "&after=" + number) + "#features";
    }
}
