package org.zhengtong.base.geo.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerFeature;

/** One layer with its features; a removed one without them. */
public record LayerPage(Layer layer, String text, int after, List<LayerFeature> features, boolean more, String done) {

    public @Nullable String first() {
        return after == 0 ? null : address(0);
    }

    public @Nullable String next() {
        return more ? address(features.getLast().number()) : null;
    }

    private String address(int number) {
        return "/staff/geo/layers/" + layer.code() + "?text=" + UriUtils.encode(text, StandardCharsets.UTF_8)
                + (number == 0 ? "" : "&after=" + number);
    }
}
