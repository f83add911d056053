package org.zhengtong.service.supervision.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseStatistics;

/** Cases by item: bundles with the items of their lanes, each case counted once. */
@Controller
class ItemsController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final CaseStatistics statistics;
    private final Dashboard dashboard;
    private final SupervisedDivision division;
    private final Texts texts;

    ItemsController(CaseStatistics statistics, Dashboard dashboard, SupervisedDivision division, Texts texts) {
        this.statistics = statistics;
        this.dashboard = dashboard;
        this.division = division;
        this.texts = texts;
    }

    @GetMapping("/staff/supervision/items")
    String items(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String within,
            CurrentUser user,
            Model model) {
        model.addAttribute("page", table(period, within, user));
        return "supervision/items";
    }

    private ItemsTable table(String period, @Nullable String within, CurrentUser user) {
        var shown = division.require(within, user);
        var chosen = Period.of(period);
        var today = dashboard.today();
        return new ItemsTable(
                chosen, shown.code(), shown.name(), statistics.byItem(chosen.from(today), today, shown.code()));
    }

    @GetMapping("/staff/supervision/items.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String within,
            CurrentUser user,
            HttpServletRequest request) {
        var locale = Appearance.of(request).locale();
        var table = table(period, within, user);
        var text = new StringWriter();
        try (var rows = CsvWriter.builder().build(text)) {
            rows.writeRecord(
                    texts.say(locale, "supervision.items.code"),
                    texts.say(locale, "supervision.items.name"),
                    texts.say(locale, "supervision.items.bundle"),
                    texts.say(locale, "supervision.column.filed"),
                    texts.say(locale, "supervision.column.decided"),
                    texts.say(locale, "supervision.column.rate"));
            table.rows()
                    .forEach(row -> rows.writeRecord(
                            row.item().value(),
                            row.name(),
                            row.bundle() == null ? "" : row.bundle().value(),
                            String.valueOf(row.filed()),
                            String.valueOf(row.decided()),
                            ItemsTable.rate(row)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var name = "items-" + table.within().value() + "-" + dashboard.today() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body((BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8));
    }
}
