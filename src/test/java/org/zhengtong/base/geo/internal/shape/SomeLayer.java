package org.zhengtong.base.geo.internal.shape;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.geo.NewLayer;

/** A layer as a test wants it, and GeoJSON to go with it. */
public final class SomeLayer {

    private SomeLayer() {}

    /** A layer for staff in this system. */
    public static NewLayer of(String code, CoordinateSystem system, @Nullable Integer meridian) {
        return new NewLayer(
                new LayerCode(code),
                "图层",
                "Layer",
                "测试",
                "无",
                "",
                "",
                LayerVisibility.STAFF,
                system,
                meridian,
                "name",
                "code");
    }

    /** What the reader makes of this text in degrees of CGCS2000. */
    public static ReadLayer read(String geoJson) {
        return read(geoJson, of("some", CoordinateSystem.CGCS2000, null), SourceLimits.USUAL);
    }

    static ReadLayer read(String geoJson, NewLayer layer, SourceLimits limits) {
        return GeoJsonReader.read(new ByteArrayInputStream(geoJson.getBytes(StandardCharsets.UTF_8)), layer, limits);
    }

    static String collection(String... geometries) {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var at = 0; at < geometries.length; at++) {
            text.append(at == 0 ? "" : ",").append(feature(geometries[at]));
        }
        return text.append("]}").toString();
    }

    static String feature(String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"name\":\"甲\",\"code\":7},\"geometry\":" + geometry + "}";
    }

    static String point(String coordinates) {
        return "{\"type\":\"Point\",\"coordinates\":" + coordinates + "}";
    }

    static String polygon(String coordinates) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
    }
}
