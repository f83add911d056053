package org.zhengtong.base.geo.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.ShapeKind;

/**
 * The map: what is on it, what was looked for, and the same as a table.
 *
 * @param address the page's own address: {@code /map} or {@code /staff/map}
 * @param shown layer whose features the table lists
 */
public record MapPage(
        String address,
        List<Layer> layers,
        MapForm form,
        List<Found> found,
        @Nullable Found chosen,
        @Nullable PlaceAnswer answer,
        @Nullable Layer shown,
        List<LayerFeature> rows,
        boolean more,
        @Nullable BaseMap baseMap) {

    private static final GeoBox NOTHING = new GeoBox(73, 18, 135, 54);

    /** A division that was found, and its box if there is an outline of it. */
    public record Found(String code, String name, @Nullable GeoBox box) {}

    /** What was said about a place: a division's name, or the key of why there is none. */
    public record PlaceAnswer(@Nullable String division, String key) {}

    /** The base map, as the page's script needs it. */
    public record BaseMap(String origin, String token) {}

    /** What the map shows first, west south east north. */
    public String extent() {
        var box = chosen != null && chosen.box() != null
                ? chosen.box()
                : layers.stream().map(Layer::bounds).reduce(GeoBox::with).orElse(NOTHING);
        return box.west() + " " + box.south() + " " + box.east() + " " + box.north();
    }

    /** Whether it can be said which division a place lies in. */
    public boolean knowsDivisions() {
        return layers.stream().anyMatch(layer -> layer.code().equals(LayerCode.DIVISIONS));
    }

    public String chosenCode() {
        return chosen == null ? "" : chosen.code();
    }

    /** Address of the picture for readers without JavaScript. */
    public String picture() {
        if (shown == null) {
            return "";
        }
        var address = "/geo/pictures/" + shown.code() + ".svg";
        return chosen == null || chosen.box() == null ? address : address + "?code=" + chosen.code();
    }

    public @Nullable String first() {
        return form.afterNumber() == 0 || shown == null
                ? null
                : form.rowsQuery(shown.code().value(), 0);
    }

    public @Nullable String next() {
        return more && shown != null
                ? form.rowsQuery(shown.code().value(), rows.getLast().number())
                : null;
    }

    /** Length in kilometres or area in square kilometres; empty for points. */
    public static String size(LayerFeature feature) {
        return switch (feature.kind()) {
            case POINT -> "";
            case LINE -> written(feature.size() / 1e3) + " km";
            case AREA -> written(feature.size() / 1e6) + " km²";
        };
    }

    private static String written(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%,.1f", number)
                .replace(',', '\u00a0');
    }

    /** Middle of the box, longitude first. */
    public static String middle(LayerFeature feature) {
        var box = feature.bounds();
        return String.format(Locale.ROOT, "%.5f, %.5f", (box.west() + box.east()) / 2, (box.south() + box.north()) / 2);
    }

    public static boolean sized(@Nullable Layer layer) {
        return layer != null && layer.kind() != ShapeKind.POINT;
    }
}
