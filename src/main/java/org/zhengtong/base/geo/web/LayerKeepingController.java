package org.zhengtong.base.geo.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import org.zhengtong.base.geo.LayerOutcome;
import org.zhengtong.base.geo.Layers;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;

/** Changes a layer and deletes it for good. */
@Controller
@RequestMapping("/staff/geo/layers/{code}")
class LayerKeepingController {

    private static final String ADDRESS = "redirect:/staff/geo/layers";

    private final Layers layers;

    LayerKeepingController(Layers layers) {
        this.layers = layers;
    }

    @GetMapping("/change")
    ModelAndView form(@PathVariable String code, CurrentUser user) {
        var layer = require(code, user);
        return page(layer, LayerForm.of(layer), List.of(), List.of());
    }

    private Layer require(String code, CurrentUser user) {
        return layers.findKept(TileController.code(code), user)
                .orElseThrow(() -> new ProblemException(GeoProblem.LAYER_NOT_FOUND));
    }

    private static ModelAndView page(Layer layer, LayerForm form, List<String[]> faults, List<FeatureFault> features) {
        var right = faults.isEmpty() && features.isEmpty();
        var view = new ModelAndView("geo/layer_change", right ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        view.addObject("page", new LayerFormPage(form, faults, features));
        view.addObject("layer", layer);
        return view;
    }

    @PostMapping("/change")
    ModelAndView change(@PathVariable String code, @ModelAttribute LayerForm sent, CurrentUser user)
            throws IOException {
        var layer = require(code, user);
        var form = sent.with(layer.code());
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return page(layer, form, faults, List.of());
        }
        try (var source = source(form)) {
            return switch (layers.change(form.toLayer(), form.chosenStyle(), source, user)) {
                case LayerOutcome.Refused wrong -> page(layer, form, List.of(), wrong.faults());
                case LayerOutcome.Changed _, LayerOutcome.Added _, LayerOutcome.CodeTaken _ ->
                    new ModelAndView(ADDRESS + "/" + layer.code() + "?done=changed");
            };
        }
    }

    private static @Nullable InputStream source(LayerForm form) throws IOException {
        var file = form.file();
        return file == null || file.isEmpty() ? null : file.getInputStream();
    }

    @GetMapping("/deletion")
    ModelAndView ask(@PathVariable String code, CurrentUser user) {
        return deletion(require(code, user), "");
    }

    private static ModelAndView deletion(Layer layer, String typed) {
        var view = new ModelAndView("geo/deletion");
        view.addObject("layer", layer);
        view.addObject("typed", typed);
        return view;
    }

    /** The layer's code has to be typed: what is deleted does not come back. */
    @PostMapping("/deletion")
    ModelAndView delete(@PathVariable String code, @RequestParam(defaultValue = "") String typed, CurrentUser user) {
        var layer = require(code, user);
        if (!typed.strip().equals(layer.code().value())) {
            var view = deletion(layer, typed.isBlank() ? " " : typed);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        layers.delete(layer.code(), user);
        return new ModelAndView(ADDRESS + "?removed=true&done=deleted");
    }
}
