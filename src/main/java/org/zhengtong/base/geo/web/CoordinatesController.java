package org.zhengtong.base.geo.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.geo.Drawings;
import org.zhengtong.base.geo.Drawings.Outcome.Measured;
import org.zhengtong.base.geo.Drawings.Outcome.Refused;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;

/** Drawing and measuring without a pointer and without JavaScript: a table of coordinates. */
@Controller
@RequestMapping("/map/coordinates")
class CoordinatesController {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Drawings drawings;
    private final Texts texts;

    CoordinatesController(Drawings drawings, Texts texts) {
        this.drawings = drawings;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView empty() {
        return page(new CoordinatesPage(CoordinatesForm.empty(), List.of(), null, -1));
    }

    private static ModelAndView page(CoordinatesPage page) {
        return new ModelAndView(
                "geo/coordinates",
                Map.of("page", page),
                page.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** {@code act} is {@code measure}, or a button of a row such as {@code up:2}. */
    @PostMapping
    ModelAndView act(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var form = CoordinatesForm.of(sent);
        var act = Optional.ofNullable(sent.getFirst("act")).orElse("measure").split(":", 2);
        if (act.length == 2 && act[1].matches("[0-9]{1,3}")) {
            var at = Integer.parseInt(act[1]);
            var focus = switch (act[0]) {
                case "add", "down" -> at + 1;
                case "up", "remove" -> Math.max(0, at - 1);
                default -> at;
            };
            return page(new CoordinatesPage(form.after(act[0], at), List.of(), null, focus));
        }
        return page(measured(form, locale));
    }

    /** Rows in which nothing was typed do not count; they stay while something is to be mended. */
    private CoordinatesPage measured(CoordinatesForm form, Locale locale) {
        var faults = faults(form, locale);
        if (!faults.isEmpty()) {
            return new CoordinatesPage(form, faults, null, -1);
        }
        var filled = form.filled();
        return switch (drawings.measure(
                filled.kind(),
                filled.rows().stream().map(CoordinatesForm.Row::point).toList())) {
            case Measured measured -> new CoordinatesPage(filled, List.of(), measured, -1);
            case Refused(var fault) ->
                new CoordinatesPage(
                        form,
                        List.of(new FieldFault(
                                "points",
                                texts.say(locale, fault.key(), fault.arguments().toArray()))),
                        null,
                        -1);
        };
    }

    private List<FieldFault> faults(CoordinatesForm form, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        for (var at = 0; at < form.rows().size(); at++) {
            var number = at + 1;
            if (form.rows().get(at).blank() && !form.blank()) {
                continue;
            }
            form.rows()
                    .get(at)
                    .lonFault()
                    .ifPresent(key -> faults.add(new FieldFault("lon-" + number, texts.say(locale, key, number))));
            form.rows()
                    .get(at)
                    .latFault()
                    .ifPresent(key -> faults.add(new FieldFault("lat-" + number, texts.say(locale, key, number))));
        }
        return faults;
    }

    /** The shape as a file, once it is one. */
    @PostMapping("/file")
    Object file(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var page = measured(CoordinatesForm.of(sent), locale);
        var measured = page.measured();
        if (measured == null) {
            return page(page);
        }
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("drawing.geojson")
                                .build()
                                .toString())
                .body(measured.geoJson());
    }
}
