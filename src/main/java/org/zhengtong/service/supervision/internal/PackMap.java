package org.zhengtong.service.supervision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.service.supervision.MapArea;

/** The outlines as they stand in {@code geo/map.csv} of a pack; nothing when the pack has none. */
final class PackMap {

    static final String FILE = "geo/map.csv";

    private static final Pattern PATH = Pattern.compile("[MLlZz0-9 .-]+");

    /** An outline with the division that it is a part of. */
    record Area(DivisionCode parent, MapArea outline) {}

    private PackMap() {}

    static List<Area> read(PackReader pack, PackErrors errors) {
        var areas = new ArrayList<Area>();
        pack.find(FILE).ifPresent(file -> file.eachRow(errors, row -> add(row, areas, errors)));
        return areas;
    }

    private static void add(PackRow row, List<Area> areas, PackErrors errors) {
        var parent = row.require("parent", DivisionCode::new, errors);
        var code = row.require("code", DivisionCode::new, errors);
        var name = row.require("name", errors);
        var width = row.require("width", Integer::valueOf, errors);
        var height = row.require("height", Integer::valueOf, errors);
        var x = row.require("label_x", Integer::valueOf, errors);
        var y = row.require("label_y", Integer::valueOf, errors);
        var path = row.require("path", PackMap::path, errors);
        if (parent.isPresent()
                && code.isPresent()
                && width.isPresent()
                && height.isPresent()
                && x.isPresent()
                && y.isPresent()
                && path.isPresent()) {
            areas.add(new Area(
                    parent.get(),
                    new MapArea(code.get(), name.orElse(""), width.get(), height.get(), x.get(), y.get(), path.get())));
        }
    }

    private static String path(String text) {
        if (!PATH.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a path of straight lines");
        }
        return text;
    }
}
