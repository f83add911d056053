package org.zhengtong.base.geo.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.geo.FeatureFault;
import org.zhengtong.base.geo.GeoProblem;
import org.zhengtong.base.geo.Layer;
import org.zhengtong.base.geo.LayerFeature;
import org.zhengtong.base.geo.LayerOutcome;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.geo.Layers.FeatureQuery;
import org.zhengtong.base.geo.Layers.LayerQuery;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** Layers for those who keep them. */
@Controller
@RequestMapping("/staff/geo/layers")
class LayersController {

    private static final int SHOWN = 20;
    private static final int EXPORTED = 10_000;

    private final Layers layers;
    private final Permissions permissions;
    private final Texts texts;

    LayersController(Layers layers, Permissions permissions, Texts texts) {
        this.layers = layers;
        this.permissions = permissions;
        this.texts = texts;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean removed,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        var found = layers.search(new LayerQuery(text.strip(), removed, after, SHOWN + 1), user);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute(
                "page", new LayersPage(text.strip(), removed, after, shown, found.size() > SHOWN, doneKey(done)));
        return "geo/layers";
    }

    @GetMapping("/layers.csv")
    void export(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean removed,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var heads = Stream.of("code", "name", "visibility", "kind", "features", "points", "system", "source", "license")
                .map(column -> texts.say(locale, "geo.column." + column))
                .toList();
        var found = layers.search(new LayerQuery(text.strip(), removed, "", EXPORTED), user);
        CsvExport.send(response, "layers.csv", heads, found.stream().map(layer -> row(layer, locale)));
    }

    private List<String> row(Layer layer, Locale locale) {
        return List.of(
                layer.code().value(),
                layer.name(),
                texts.say(locale, "geo.visibility." + layer.visibility()),
                texts.say(locale, "geo.kind." + layer.kind()),
                String.valueOf(layer.features()),
                String.valueOf(layer.points()),
                texts.say(locale, "geo.system." + layer.system()),
                layer.source(),
                layer.license());
    }

    @GetMapping("/new")
    String empty(CurrentUser user, Model model) {
        permissions.require(user, Layers.EDIT_LAYER);
        model.addAttribute("page", new LayerFormPage(LayerForm.empty(), List.of(), List.of()));
        return "geo/layer_form";
    }

    @PostMapping("/new")
    ModelAndView add(@ModelAttribute LayerForm form, CurrentUser user) throws IOException {
        permissions.require(user, Layers.EDIT_LAYER);
        var faults = form.faultsOfNew();
        var file = form.file();
        if (!faults.isEmpty() || file == null) {
            return refused(form, faults, List.of());
        }
        try (var source = file.getInputStream()) {
            return switch (layers.add(form.toLayer(), source, user)) {
                case LayerOutcome.Added added -> new ModelAndView("redirect:" + address(added.layer()) + "?done=added");
                case LayerOutcome.Refused wrong -> refused(form, List.of(), wrong.faults());
                case LayerOutcome.CodeTaken taken ->
                    refused(form, List.<String[]>of(new String[] {"code", taken(taken.by())}), List.of());
                case LayerOutcome.Changed changed -> new ModelAndView("redirect:" + address(changed.layer()));
            };
        }
    }

    private static String taken(Layer by) {
        return by.removed() ? "geo.form.code.removed" : "geo.form.code.taken";
    }

    private static ModelAndView refused(LayerForm form, List<String[]> faults, List<FeatureFault> features) {
        var view = new ModelAndView("geo/layer_form", HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", new LayerFormPage(form, faults, features));
        return view;
    }

    private static String address(Layer layer) {
        return "/staff/geo/layers/" + layer.code();
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        var layer = require(code, user);
        var found = layer.removed() ? List.<LayerFeature>of() : features(layer, text.strip(), after, user);
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute(
                "page", new LayerPage(layer, text.strip(), after, shown, found.size() > SHOWN, doneKey(done)));
        return "geo/layer";
    }

    private List<LayerFeature> features(Layer layer, String text, int after, CurrentUser user) {
        return layers.features(new FeatureQuery(layer.code(), text, after, SHOWN + 1), user);
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "added", "changed", "removed", "restored", "deleted" -> "geo.done." + done;
            default -> "";
        };
    }

    @GetMapping("/{code}/removal")
    String ask(@PathVariable String code, CurrentUser user, Model model) {
        model.addAttribute("page", new LayerPage(require(code, user), "", 0, List.of(), false, ""));
        return "geo/removal";
    }

    @PostMapping("/{code}/removal")
    String remove(@PathVariable String code, CurrentUser user) {
        layers.remove(TileController.code(code), user);
        return "redirect:/staff/geo/layers/" + code + "?done=removed";
    }

    @PostMapping("/{code}/restoration")
    String restore(@PathVariable String code, CurrentUser user) {
        layers.restore(TileController.code(code), user);
        return "redirect:/staff/geo/layers/" + code + "?done=restored";
    }

    private Layer require(String code, CurrentUser user) {
        return layers.findKept(TileController.code(code), user)
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
    }
}
