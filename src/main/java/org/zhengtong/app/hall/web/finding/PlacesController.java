package org.zhengtong.app.hall.web.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhengtong.app.hall.web.finding.PlacesPage.Choice;
import org.zhengtong.app.hall.web.finding.PlacesPage.City;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.Division;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.service.items.ServiceItems;

/** All places of the province. */
@Controller
class PlacesController {

    private final Divisions divisions;
    private final ServiceItems items;
    private final Places places;

    PlacesController(Divisions divisions, ServiceItems items, Places places) {
        this.divisions = divisions;
        this.items = items;
        this.places = places;
    }

    @GetMapping("/places")
    String places(HttpServletRequest request, Model model) {
        var place = places.of(request);
        var province =
                place.above().isEmpty() ? place.division() : place.above().getFirst();
        var cities = divisions.children(province.code());
        var codes = new ArrayList<DivisionCode>(List.of(province.code()));
        for (var city : cities) {
            codes.add(city.code());
            divisions.children(city.code()).forEach(county -> codes.add(county.code()));
        }
        var counts = items.countsByDivision(codes);
        model.addAttribute(
                "page",
                new PlacesPage(
                        place,
                        choice(province, counts),
                        cities.stream().map(city -> city(city, counts)).toList()));
        return "hall/places";
    }

    private City city(Division city, Map<DivisionCode, Long> counts) {
        return new City(
                choice(city, counts),
                divisions.children(city.code()).stream()
                        .map(county -> choice(county, counts))
                        .toList());
    }

    private static Choice choice(Division division, Map<DivisionCode, Long> counts) {
        return new Choice(division, counts.getOrDefault(division.code(), 0L));
    }
}
