package org.zhengtong.data.catalog.web.open;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.OpenData.StoredTable;
import org.zhengtong.data.catalog.Resource;

/** Where a dataset is about: its division, and its rows' coordinates when they have some. */
@Component
class PlaceReading {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int EDGE = 10;
    private static final String OUTLINES = "divisions";

    private final Divisions divisions;
    private final Layers layers;

    PlaceReading(Divisions divisions, Layers layers) {
        this.divisions = divisions;
        this.layers = layers;
    }

    DatasetPage.Place of(Resource resource, @Nullable StoredTable table, List<List<String>> rows) {
        var code = resource.metadata().supplement().division();
        var name = DivisionCode.check(code).valid().map(divisions::fullName).orElse("");
        var drawn = layers.visibleTo(null).stream()
                .map(Layer::code)
                .anyMatch(layer -> layer.value().equals(OUTLINES));
        return new DatasetPage.Place(
                name,
                code,
                drawn && !name.isEmpty() ? "/geo/pictures/" + OUTLINES + ".svg?code=" + code : null,
                table == null ? List.of() : points(table, rows));
    }

    private static List<DatasetPage.Point> points(StoredTable table, List<List<String>> rows) {
        var longitude = place(table, Column.Kind.LONGITUDE);
        var latitude = place(table, Column.Kind.LATITUDE);
        if (longitude < 0 || latitude < 0) {
            return List.of();
        }
        var found = new ArrayList<double[]>();
        var names = new ArrayList<String>();
        for (var row : rows) {
            var east = number(row.get(longitude));
            var north = number(row.get(latitude));
            if (east >= 73 && east <= 136 && north >= 3 && north <= 54) {
                found.add(new double[] {east, north});
                names.add(row.getFirst());
            }
        }
        return scaled(found, names);
    }

    private static int place(StoredTable table, Column.Kind kind) {
        return IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).kind() == kind)
                .findFirst()
                .orElse(-1);
    }

    private static double number(String cell) {
        return cell.strip().matches("-?\\d{1,3}(\\.\\d+)?") ? Double.parseDouble(cell.strip()) : Double.NaN;
    }

    private static List<DatasetPage.Point> scaled(List<double[]> found, List<String> names) {
        var west = found.stream().mapToDouble(each -> each[0]).min().orElse(0);
        var east = found.stream().mapToDouble(each -> each[0]).max().orElse(1);
        var south = found.stream().mapToDouble(each -> each[1]).min().orElse(0);
        var north = found.stream().mapToDouble(each -> each[1]).max().orElse(1);
        var scale = Math.min(
                (WIDTH - 2 * EDGE) / Math.max(east - west, 1e-6), (HEIGHT - 2 * EDGE) / Math.max(north - south, 1e-6));
        return IntStream.range(0, found.size())
                .mapToObj(at -> new DatasetPage.Point(
                        Math.round(EDGE + (found.get(at)[0] - west) * scale),
                        Math.round(HEIGHT - EDGE - (found.get(at)[1] - south) * scale),
                        names.get(at)))
                .toList();
    }
}
