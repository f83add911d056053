package org.zhengtong.app.hall.web.finding;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.hall.web.finding.HomePage.EventLink;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.items.TargetGroup;

/** The home page: the question, the search, the life events, what is often used. */
@Controller
class HomeController {

    private static final int MOST_DEPARTMENTS = 10;
    private static final int MOST_EVENTS = 12;

    private final ServiceItems items;
    private final Places places;
    private final ItemRows rows;

    HomeController(ServiceItems items, Places places, ItemRows rows) {
        this.items = items;
        this.places = places;
        this.rows = rows;
    }

    /** With a place in the address: keeps the choice and shows the home page of that place. */
    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable String place,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var named = places.known(place);
        if (named.isPresent()) {
            places.keep(named.get(), request, response);
            return "redirect:/";
        }
        model.addAttribute(
                "page", page(places.of(request), Appearance.of(request).locale()));
        return "hall/home";
    }

    private HomePage page(Place place, Locale locale) {
        var counts = items.counts(place.reach());
        var front = items.frontPage();
        return new HomePage(
                place,
                front.words(),
                totals(counts),
                events(counts),
                rows.of(
                        front.often().stream()
                                .filter(item -> place.reach().contains(item.division()))
                                .toList(),
                        locale),
                rows.departments(
                        counts.departments().stream().limit(MOST_DEPARTMENTS).toList()));
    }

    private static Map<TargetGroup, Long> totals(ItemFacets counts) {
        var totals = new EnumMap<TargetGroup, Long>(TargetGroup.class);
        counts.targets().forEach(count -> totals.put(TargetGroup.valueOf(count.value()), count.items()));
        return totals;
    }

    private Map<TargetGroup, List<EventLink>> events(ItemFacets counts) {
        var numbers = new HashMap<String, Long>();
        counts.lifeEvents().forEach(count -> numbers.put(count.value(), count.items()));
        var events = new EnumMap<TargetGroup, List<EventLink>>(TargetGroup.class);
        for (var group : TargetGroup.values()) {
            events.put(
                    group,
                    items.lifeEvents().stream()
                            .filter(event -> event.group() == group && numbers.containsKey(event.code()))
                            .map(event -> new EventLink(event, numbers.getOrDefault(event.code(), 0L)))
                            .limit(MOST_EVENTS)
                            .toList());
        }
        return events;
    }
}
