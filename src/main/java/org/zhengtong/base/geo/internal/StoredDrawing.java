package org.zhengtong.base.geo.internal;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.GeoProblem;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerDrawing;
import org.zhengtong.base.geo.internal.shape.GeoJsonWriter;
import org.zhengtong.base.geo.internal.shape.PictureDrawing;
import org.zhengtong.base.geo.internal.shape.TileGrid;
import org.zhengtong.base.geo.internal.shape.VectorTile;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;

@Service
class StoredDrawing implements LayerDrawing {

    private static final double PICTURE_PIXELS = 900;

    private final LayerSight sight;
    private final FeatureStore features;
    private final TileMemory memory = new TileMemory();

    StoredDrawing(LayerSight sight, FeatureStore features) {
        this.sight = sight;
        this.features = features;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> tileTag(TileAddress address, @Nullable CurrentUser user) {
        return sight.find(address.layer(), user).map(kept -> tag(kept, address));
    }

    private static String tag(LayerStore.Kept kept, TileAddress tile) {
        return kept.id() + "-" + kept.layer().version() + "-" + tile.zoom() + "-" + tile.x() + "-" + tile.y();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] tile(TileAddress address, @Nullable CurrentUser user) {
        var kept = require(address.layer(), user);
        var tag = tag(kept, address);
        var known = memory.find(tag);
        if (known != null) {
            return known;
        }
        var grid = new TileGrid(address);
        var tile = new VectorTile(grid, address.layer().value());
        features.draw(kept.id(), grid.bounds(), grid.pixelDegrees(), tile::draw);
        return memory.keep(tag, tile.bytes());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Picture> picture(LayerCode layer, @Nullable String code, @Nullable CurrentUser user) {
        var kept = require(layer, user);
        var marked = code == null
                ? Optional.<FeatureStore.Candidate>empty()
                : features.withCode(kept.id(), code).stream().findFirst();
        if (code != null && marked.isEmpty()) {
            return Optional.empty();
        }
        GeoBox box =
                marked.map(each -> each.feature().bounds()).orElse(kept.layer().bounds());
        var drawing = new PictureDrawing(box);
        var reach = drawing.reach();
        var least = (reach.east() - reach.west()) / PICTURE_PIXELS;
        features.draw(
                kept.id(), reach, least, each -> drawing.draw(each, each.code().equals(code)));
        return Optional.of(drawing.picture());
    }

    @Override
    @Transactional(readOnly = true)
    public void writeGeoJson(LayerCode layer, @Nullable CurrentUser user, Appendable target) throws IOException {
        var kept = require(layer, user);
        var shapes = new GeoJsonWriter(target);
        target.append("{\"type\":\"FeatureCollection\",\"features\":[");
        try (var all = features.all(kept.id())) {
            var separator = "\n";
            for (var each : (Iterable<FeatureStore.Candidate>) all::iterator) {
                target.append(separator).append("{\"type\":\"Feature\",\"properties\":");
                target.append(each.feature().properties()).append(",\"geometry\":");
                shapes.write(each.shape());
                target.append('}');
                separator = ",\n";
            }
        }
        target.append("]}\n");
    }

    private LayerStore.Kept require(LayerCode layer, @Nullable CurrentUser user) {
        return sight.find(layer, user).orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
    }
}
