package org.zhengtong.service.supervision.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Texts;

/** The dashboard's table as a file for a spreadsheet. */
@Controller
class ExportController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Dashboard dashboard;
    private final SupervisedDivision division;
    private final Texts texts;

    ExportController(Dashboard dashboard, SupervisedDivision division, Texts texts) {
        this.dashboard = dashboard;
        this.division = division;
        this.texts = texts;
    }

    @GetMapping("/staff/supervision/export.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String within,
            CurrentUser user,
            HttpServletRequest request) {
        var locale = Appearance.of(request).locale();
        var shown = division.require(within, user);
        var table = dashboard.regions(Period.of(period), shown.code());
        var name = ContentDisposition.attachment()
                .filename("supervision-" + shown.code().value() + "-" + dashboard.today() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body((BYTE_ORDER_MARK + csv(table, locale)).getBytes(StandardCharsets.UTF_8));
    }

    private String csv(RegionTable table, Locale locale) {
        var text = new StringWriter();
        try (var rows = CsvWriter.builder().build(text)) {
            write(table, locale, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    private void write(RegionTable table, Locale locale, CsvWriter rows) {
        rows.writeRecord(
                say(locale, "rank"),
                say(locale, "code"),
                say(locale, "area"),
                say(locale, "rate"),
                say(locale, "change"),
                say(locale, "filed"),
                say(locale, "open"),
                say(locale, "overdue"));
        table.regions()
                .forEach(region -> rows.writeRecord(
                        region.rank() == 0 ? "" : String.valueOf(region.rank()),
                        region.code().value(),
                        region.name(),
                        region.rateText(),
                        region.change() == null ? "" : "%.1f".formatted(region.change()),
                        String.valueOf(region.filed()),
                        String.valueOf(region.open()),
                        String.valueOf(region.overdue())));
    }

    private String say(Locale locale, String column) {
        return texts.say(locale, "supervision.column." + column);
    }
}
