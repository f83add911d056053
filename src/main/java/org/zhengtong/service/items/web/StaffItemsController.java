package org.zhengtong.service.items.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.items.ItemQuery;
import org.zhengtong.service.items.ItemSummary;
import org.zhengtong.service.items.ServiceItems;

/** The items of a department, for those who keep its guides. */
@Controller
class StaffItemsController {

    private static final int PAGE = 30;
    private static final int EXPORT_PAGE = 500;

    private final ServiceItems items;
    private final EditableItems editable;
    private final Texts texts;

    StaffItemsController(ServiceItems items, EditableItems editable, Texts texts) {
        this.items = items;
        this.editable = editable;
        this.texts = texts;
    }

    @GetMapping("/staff/items")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            CurrentUser user,
            Model model) {
        var reach = editable.departments(user);
        var query = editable.query(reach, text, department, after, PAGE);
        var found = items.search(query);
        model.addAttribute(
                "page",
                new StaffItemsPage(
                        reach,
                        query.department(),
                        text,
                        found.items(),
                        found.total(),
                        found.next() == null ? null : address("/staff/items", query, found.next()),
                        after == null ? null : address("/staff/items", query, null),
                        address("/staff/items.csv", query, null)));
        return "items/list";
    }

    private static String address(String path, ItemQuery query, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path).queryParam("text", "{text}");
        if (query.department() != null) {
            address.queryParam("department", query.department().value());
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(query.text()).toUriString();
    }

    @GetMapping("/staff/items.csv")
    void export(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String department,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var reach = editable.departments(user);
        var locale = Appearance.of(request).locale();
        var rows = new ArrayList<List<String>>();
        String after = null;
        do {
            var found = items.search(editable.query(reach, text, department, after, EXPORT_PAGE));
            found.items().forEach(item -> rows.add(row(item, locale)));
            after = found.next();
        } while (after != null);
        CsvExport.send(response, "items.csv", header(locale), rows.stream());
    }

    private List<String> header(Locale locale) {
        return List.of("code", "name", "kind", "department", "version").stream()
                .map(column -> texts.say(locale, "items.column." + column))
                .toList();
    }

    private List<String> row(ItemSummary item, Locale locale) {
        return List.of(
                item.code().value(),
                item.name(),
                texts.say(locale, "items.kind." + item.kind().code()),
                item.department().value(),
                Integer.toString(item.version()));
    }
}
