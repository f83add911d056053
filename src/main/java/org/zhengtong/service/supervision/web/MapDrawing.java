package org.zhengtong.service.supervision.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.service.supervision.MapArea;

/** The rates on a map; without outlines the table alone is shown. */
public record MapDrawing(int width, int height, List<Shape> shapes) {

    /** Lower ends of the classes, in per cent; the last class has none. Fixed, so that maps of different days compare. */
    private static final double[] CLASSES = {100.0, 98.0, 95.0, 90.0};

    /** One division: its class from 1 (best) to 5, 0 without a figure. */
    public record Shape(String path, String name, int x, int y, int ramp, String rate) {

        /** The name without what kind of division it is, where that leaves two characters. */
        public String shortName() {
            return name.length() > 2 ? name.substring(0, name.length() - 1) : name;
        }
    }

    static MapDrawing of(List<MapArea> outlines, List<RegionTable.Region> regions) {
        if (outlines.isEmpty()) {
            return new MapDrawing(0, 0, List.of());
        }
        Map<DivisionCode, RegionTable.Region> byCode =
                regions.stream().collect(Collectors.toMap(RegionTable.Region::code, Function.identity()));
        return new MapDrawing(
                outlines.getFirst().width(),
                outlines.getFirst().height(),
                outlines.stream()
                        .map(area -> shape(area, byCode.get(area.code())))
                        .toList());
    }

    private static Shape shape(MapArea area, RegionTable.@Nullable Region region) {
        return new Shape(
                area.path(),
                region == null ? area.name() : region.name(),
                area.labelX(),
                area.labelY(),
                ramp(region == null ? null : region.rate()),
                region == null ? "" : region.rateText());
    }

    static int ramp(@Nullable Double rate) {
        if (rate == null) {
            return 0;
        }
        // As written on the map: 99.96 reads 100.0.
        var written = Math.round(rate * 10) / 10.0;
        for (var at = 0; at < CLASSES.length; at++) {
            if (written >= CLASSES[at]) {
                return at + 1;
            }
        }
        return CLASSES.length + 1;
    }
}
