package org.zhengtong.base.geo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.zhengtong.base.geo.GeoProblem;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerDrawing;
import org.zhengtong.base.geo.LayerDrawing.TileAddress;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;

/** Layers as vector tiles, as a picture and as GeoJSON, for whom the layer is meant. */
@Controller
class TileController {

    private static final String TILES = "application/vnd.mapbox-vector-tile";

    private final LayerDrawing drawing;

    TileController(LayerDrawing drawing) {
        this.drawing = drawing;
    }

    /** Browsers ask each time whether a tile is still the same, so that a layer taken away is gone at once. */
    @GetMapping("/geo/tiles/{layer}/{zoom}/{x}/{y}.mvt")
    @Nullable
    ResponseEntity<byte[]> tile(
            @PathVariable String layer,
            @PathVariable int zoom,
            @PathVariable int x,
            @PathVariable int y,
            @Nullable CurrentUser user,
            WebRequest request) {
        var address = address(layer, zoom, x, y);
        var tag = drawing.tileTag(address, user).orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
        if (request.checkNotModified("\"" + tag + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("Content-Type", TILES)
                .body(drawing.tile(address, user));
    }

    private static TileAddress address(String layer, int zoom, int x, int y) {
        try {
            return new TileAddress(new LayerCode(layer), zoom, x, y);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(GeoProblem.TILE_NOT_FOUND);
        }
    }

    @GetMapping("/geo/pictures/{layer}.svg")
    void picture(
            @PathVariable String layer,
            @RequestParam(required = false) @Nullable String code,
            @Nullable CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        var picture = drawing.picture(code(layer), code == null || code.isBlank() ? null : code, user)
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
        response.setContentType("image/svg+xml;charset=UTF-8");
        response.getWriter().write(SvgPicture.written(picture));
    }

    @GetMapping("/geo/layers/{layer}.geojson")
    void geoJson(@PathVariable String layer, @Nullable CurrentUser user, HttpServletResponse response)
            throws IOException {
        var code = code(layer);
        if (drawing.tileTag(new TileAddress(code, 0, 0, 0), user).isEmpty()) {
            throw new ProblemException(GeoProblem.LAYER_NOT_FOUND);
        }
        response.setContentType("application/geo+json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + code + ".geojson\"");
        drawing.writeGeoJson(code, user, response.getWriter());
    }

    static LayerCode code(String layer) {
        if (!LayerCode.fits(layer)) {
            throw new ProblemException(GeoProblem.LAYER_NOT_FOUND);
        }
        return new LayerCode(layer);
    }
}
