package org.zhengtong.app.hall.web.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhengtong.app.hall.web.finding.ItemsPage.Chosen;
import org.zhengtong.app.hall.web.finding.ItemsPage.Filter;
import org.zhengtong.app.hall.web.finding.ItemsPage.Option;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.items.ItemFacets;
import org.zhengtong.service.items.ItemKind;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.LifeEvent;
import org.zhengtong.service.items.ServiceItems;
import org.zhengtong.service.items.TargetGroup;

/** Search and lists of items; every view has an address. */
@Controller
class ItemsController {

    private static final int PAGE = 20;

    private final ServiceItems items;
    private final Places places;
    private final ItemRows rows;
    private final Texts texts;

    ItemsController(ServiceItems items, Places places, ItemRows rows, Texts texts) {
        this.items = items;
        this.places = places;
        this.rows = rows;
        this.texts = texts;
    }

    @GetMapping("/items")
    String search(@ModelAttribute ItemsForm form, HttpServletRequest request, Model model) {
        var place = places.of(request, form.place());
        var results = items.search(new ItemQuery(
                form.text(),
                place.reach(),
                value(form.department(), DepartmentId::new),
                form.event() == null || form.event().isEmpty() ? null : form.event(),
                value(form.target(), TargetGroup::valueOf),
                value(form.kind(), ItemKind::of),
                form.after(),
                PAGE));
        var locale = Appearance.of(request).locale();
        var filters = filters(results.facets(), form, locale);
        model.addAttribute(
                "page",
                new ItemsPage(
                        place,
                        form,
                        rows.of(results, form.text(), locale),
                        results.total(),
                        results.loose(),
                        results.inGuides(),
                        filters,
                        chosen(filters, form),
                        results.next() == null ? null : form.with("after", results.next()),
                        form.after() == null ? null : form.with("after", null)));
        return "hall/items";
    }

    @GetMapping("/departments")
    String departments(HttpServletRequest request, Model model) {
        var place = places.of(request);
        var counts = items.counts(place.reach()).departments();
        model.addAttribute("page", new DepartmentsPage(place, rows.departments(counts)));
        return "hall/departments";
    }

    /** A filter that cannot be read counts as not set. */
    private static <T> @Nullable T value(@Nullable String text, Function<String, T> form) {
        try {
            return text == null || text.isEmpty() ? null : form.apply(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private List<Filter> filters(ItemFacets facets, ItemsForm form, Locale locale) {
        var events = items.lifeEvents();
        return Stream.of(
                        departments(facets, form),
                        filter("event", form.event(), facets.lifeEvents(), code -> eventName(events, code, locale)),
                        filter(
                                "target",
                                form.target(),
                                facets.targets(),
                                code -> texts.say(locale, "items.target." + code)),
                        filter("kind", form.kind(), facets.kinds(), code -> texts.say(locale, "items.kind." + code)))
                .filter(filter -> !filter.options().isEmpty())
                .toList();
    }

    private Filter departments(ItemFacets facets, ItemsForm form) {
        var options = rows.departments(facets.departments()).stream()
                .map(link -> new Option(
                        link.id(), link.name(), link.items(), link.id().equals(form.department())))
                .toList();
        return new Filter("department", "hall.items.filter.department", options);
    }

    private static Filter filter(
            String name, @Nullable String selected, List<ItemFacets.Count> counts, Function<String, String> text) {
        var options = counts.stream()
                .map(count -> new Option(
                        count.value(),
                        text.apply(count.value()),
                        count.items(),
                        count.value().equals(selected)))
                .toList();
        return new Filter(name, "hall.items.filter." + name, options);
    }

    private static String eventName(List<LifeEvent> events, String code, Locale locale) {
        return events.stream()
                .filter(event -> event.code().equals(code))
                .map(event -> Locale.ENGLISH.equals(locale) ? event.englishName() : event.name())
                .findFirst()
                .orElse(code);
    }

    private static List<Chosen> chosen(List<Filter> filters, ItemsForm form) {
        var chosen = new ArrayList<Chosen>();
        for (var filter : filters) {
            filter.options().stream()
                    .filter(Option::selected)
                    .forEach(option -> chosen.add(new Chosen(option.text(), form.with(filter.name(), null))));
        }
        return chosen;
    }
}
