package org.zhengtong.base.geo.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.geo.Layer;

/** Layers as their keeper looked for them. */
public record LayersPage(String text, boolean removed, String after, List<Layer> layers, boolean more, String done) {

    /** The same search as the query of an address. */
    public String query() {
        return "?text=" + UriUtils.encode(text, StandardCharsets.UTF_8) + (removed ? "&removed=true" : "");
    }

    public @Nullable String first() {
        return after.isEmpty() ? null : "/staff/geo/layers" + query();
    }

    public @Nullable String next() {
        return more
                ? "/staff/geo/layers" + query() + "&after=" + layers.getLast().code()
                : null;
    }
}
