package org.zhengtong.data.catalog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.Resource;

/** The whole catalog for all staff. */
@Controller
class CatalogListController {
    private static final String PATH = "/staff/catalog";
    private static final int PAGE = 30;
    private static final int EXPORT_PAGE = 1_000;
    private static final int MOST_EXPORTED = 100_000;

    private final CatalogListing listing;
    private final CatalogLists lists;
    private final FacetChoices choices;

    CatalogListController(CatalogListing listing, CatalogLists lists, FacetChoices choices) {
        this.listing = listing;
        this.lists = lists;
        this.choices = choices;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> params, CurrentUser user, Shell shell, Model model) {
        var form = ListForm.of(params);
        var found = listing.search(form.query(PAGE), user);
        model.addAttribute(
                "page",
                new ListPage(
                        form,
                        choices.of(CatalogListing.FACETS, form, found.facets(), shell.locale()),
                        found.resources(),
                        found.total(),
                        found.loose(),
                        found.facets().isEmpty() && !form.retired(),
                        user.may(Catalog.COMPILE_RESOURCE),
                        new Words(lists, shell.locale()),
                        found.next() == null ? null : form.address(PATH, found.next()),
                        form.after().isEmpty() ? null : form.address(PATH, ""),
                        form.address(PATH + ".csv", "")));
        return "catalog/list";
    }

    @GetMapping(PATH + ".csv")
    void export(@RequestParam Map<String, String> params, CurrentUser user, Shell shell, HttpServletResponse response)
            throws IOException {
        var query = ListForm.of(params).query(EXPORT_PAGE).after("");
        var words = new Words(lists, shell.locale());
        var rows = new ArrayList<List<String>>();
        String after = "";
        while (after != null && rows.size() < MOST_EXPORTED) {
            var found = listing.search(query.after(after), user);
            found.resources().forEach(each -> rows.add(row(each, words, shell)));
            after = found.next();
        }
        var heads = List.of(
                        "code",
                        "name",
                        "provider",
                        "classCode",
                        "format",
                        "sharing",
                        "openness",
                        "updateCycle",
                        "items",
                        "changed")
                .stream()
                .map(column -> shell.say("catalog.field." + column))
                .toList();
        CsvExport.send(response, "catalog.csv", heads, rows.stream());
    }

    private static List<String> row(Resource each, Words words, Shell shell) {
        var sheet = each.metadata();
        var type = sheet.sharing().type();
        var openness = sheet.opening().openness();
        return List.of(
                each.code().value(),
                sheet.name(),
                sheet.provider().name(),
                words.classOf(sheet.classCode()),
                words.format(sheet.format()),
                type == null ? "" : shell.say("catalog.sharing." + type.name()),
                openness == null ? "" : shell.say("catalog.openness." + openness.name()),
                words.cycle(sheet.updateCycle()),
                String.valueOf(sheet.items().size()),
                each.changedAt().toString());
    }
}
