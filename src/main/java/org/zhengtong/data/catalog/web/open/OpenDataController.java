package org.zhengtong.data.catalog.web.open;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogReading;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.web.FacetChoices;
import org.zhengtong.data.catalog.web.ListForm;
import org.zhengtong.data.catalog.web.Words;

/** Open data for everybody: a list, and a page for each dataset. Works without JavaScript. */
@Controller
class OpenDataController {
    private static final String PATH = "/open-data";
    private static final int PAGE = 20;
    private static final int MOST_DRAWN = 2_000;
    private static final List<String> FACETS = List.of("provider", "domain", "format");

    private final CatalogListing listing;
    private final CatalogReading reading;
    private final OpenData data;
    private final CatalogLists lists;
    private final FacetChoices choices;
    private final PlaceReading places;

    OpenDataController(
            CatalogListing listing,
            CatalogReading reading,
            OpenData data,
            CatalogLists lists,
            FacetChoices choices,
            PlaceReading places) {
        this.listing = listing;
        this.reading = reading;
        this.data = data;
        this.lists = lists;
        this.choices = choices;
        this.places = places;
    }

    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> params, Shell shell, Model model) {
        var sent = ListForm.of(params);
        var form = new ListForm(sent.text(), sent.filters(), sent.sort(), false, sent.after());
        var found = listing.search(
                new CatalogListing.Query(form.text(), form.filters(), form.sort(), false, form.after(), PAGE), null);
        model.addAttribute(
                "page",
                new OpenListPage(
                        form,
                        choices.of(FACETS, form, found.facets(), shell.locale()),
                        found.resources(),
                        found.total(),
                        found.loose(),
                        new Words(lists, shell.locale()),
                        found.next() == null ? null : form.address(PATH, found.next()),
                        form.after().isEmpty() ? null : form.address(PATH, "")));
        return "catalog/open_list";
    }

    @GetMapping(PATH + "/{path}")
    String dataset(
            @PathVariable String path, @RequestParam(defaultValue = "0") String series, Shell shell, Model model) {
        var resource = data.require(path);
        var table = data.table(resource).orElse(null);
        var rows = table == null ? List.<List<String>>of() : data.rows(resource, MOST_DRAWN);
        model.addAttribute(
                "page",
                new DatasetPage(
                        resource,
                        new Words(lists, shell.locale()),
                        data.distributions(resource),
                        table,
                        rows.subList(0, Math.min(rows.size(), DatasetPage.SHOWN)),
                        chart(table, rows, series),
                        places.of(resource, table, rows),
                        reading.findings(resource).stream()
                                .filter(OpenDataController::aboutRows)
                                .toList()));
        return "catalog/dataset";
    }

    private static @Nullable SeriesChart chart(
            OpenData.@Nullable StoredTable table, List<List<String>> rows, String series) {
        var wanted = series.matches("\\d{1,3}") ? Integer.parseInt(series) : 0;
        return table == null ? null : SeriesChart.of(table, rows, wanted).orElse(null);
    }

    private static boolean aboutRows(RuleFinding finding) {
        return finding.field().equals("rows") || finding.field().equals("recordCount");
    }
}
