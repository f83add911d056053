package org.zhengtong.base.geo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseBody;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.geo.Layers.FeatureQuery;
import org.zhengtong.base.geo.Places;
import org.zhengtong.base.geo.web.MapPage.Found;
import org.zhengtong.base.geo.web.MapPage.PlaceAnswer;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.ui.ContentPolicy;

/** The map, for the public and for staff. */
@Controller
class MapController {

    private static final int SHOWN = 20;
    private static final int FOUND = 8;

    private final Layers layers;
    private final Places places;
    private final Divisions divisions;
    private final BaseMapSettings baseMap;

    MapController(Layers layers, Places places, Divisions divisions, BaseMapSettings baseMap) {
        this.layers = layers;
        this.places = places;
        this.divisions = divisions;
        this.baseMap = baseMap;
    }

    @GetMapping("/map")
    String map(@ModelAttribute MapForm form, Model model, HttpServletResponse response) {
        model.addAttribute("page", page("/map", form, null, response));
        return "geo/public_map";
    }

    @GetMapping("/staff/map")
    String staffMap(@ModelAttribute MapForm form, CurrentUser user, Model model, HttpServletResponse response) {
        model.addAttribute("page", page("/staff/map", form, user, response));
        return "geo/staff_map";
    }

    private MapPage page(String address, MapForm form, @Nullable CurrentUser user, HttpServletResponse response) {
        var visible = layers.visibleTo(user);
        var found = found(form.findText());
        var chosen = chosen(form, found);
        var shown = visible.stream()
                .filter(layer -> layer.code().value().equals(form.layer()))
                .findFirst()
                .or(() -> visible.stream().findFirst())
                .orElse(null);
        var rows = shown == null ? List.<LayerFeature>of() : rows(shown, form, user);
        return new MapPage(
                address,
                visible,
                form,
                found,
                chosen,
                form.asksForPlace() ? answer(form, visible) : null,
                shown,
                rows.subList(0, Math.min(SHOWN, rows.size())),
                rows.size() > SHOWN,
                baseMap(response));
    }

    private List<Found> found(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        return divisions.search(text, null, FOUND).stream().map(this::toFound).toList();
    }

    private Found toFound(Division division) {
        return new Found(
                division.code().value(),
                divisions.fullName(division.code()),
                places.boundsOf(division.code()).orElse(null));
    }

    private @Nullable Found chosen(MapForm form, List<Found> found) {
        if (form.divisionText().isEmpty()) {
            return found.size() == 1 ? found.getFirst() : null;
        }
        return DivisionCode.check(form.divisionText())
                .valid()
                .flatMap(divisions::find)
                .map(this::toFound)
                .orElse(null);
    }

    private List<LayerFeature> rows(Layer layer, MapForm form, @Nullable CurrentUser user) {
        return layers.features(new FeatureQuery(layer.code(), "", form.afterNumber(), SHOWN + 1), user);
    }

    private PlaceAnswer answer(MapForm form, List<Layer> visible) {
        var place = form.place();
        if (place == null) {
            return new PlaceAnswer(null, "geo.place.not_one");
        }
        if (visible.stream().noneMatch(layer -> layer.code().equals(LayerCode.DIVISIONS))) {
            return new PlaceAnswer(null, "geo.place.no_outlines");
        }
        if (!place.nearChina()) {
            return new PlaceAnswer(null, "geo.place.outside_china");
        }
        return places.divisionOf(place)
                .map(division -> new PlaceAnswer(divisions.fullName(division), "geo.place.in"))
                .orElseGet(() -> new PlaceAnswer(null, "geo.place.in_none"));
    }

    /** The division of a place, for the map's pointer; empty values where there is none. */
    @GetMapping("/geo/division")
    @ResponseBody
    Map<String, String> division(@ModelAttribute MapForm form, @Nullable CurrentUser user) {
        var said = answer(form, layers.visibleTo(user));
        return Map.of("name", Objects.requireNonNullElse(said.division(), ""), "key", said.key());
    }

    private MapPage.@Nullable BaseMap baseMap(HttpServletResponse response) {
        if (!baseMap.configured()) {
            return null;
        }
        response.setHeader(ContentPolicy.HEADER, ContentPolicy.withImagesFrom(baseMap.origin()));
        // The service checks which site asks.
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        return new MapPage.BaseMap(baseMap.origin(), Objects.requireNonNull(baseMap.token()));
    }
}
