package org.zhengtong.app.hall.web.finding;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.PublishedPage;
import org.zhengtong.service.items.ItemsProblem;

/** The guide of an item (办事指南), also on one sheet for print with everything unfolded. */
@Controller
class GuideController {

    private final GuidePages guides;
    private final Places places;

    GuideController(GuidePages guides, Places places) {
        this.guides = guides;
        this.places = places;
    }

    @GetMapping("/items/{code}")
    String guide(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String view,
            HttpServletRequest request,
            Model model) {
        var known = GuidePages.code(code).orElseThrow(() -> new ProblemException(ItemsProblem.ITEM_NOT_FOUND, code));
        var unfolded = view.equals("print");
        var place = places.of(request);
        var page = guides.of(known, Appearance.of(request).locale());
        model.addAttribute("page", page);
        model.addAttribute("place", place);
        model.addAttribute("unfolded", unfolded);
        model.addAttribute(
                PublishedPage.ATTRIBUTE,
                new PublishedPage(
                        page.item().version() + " " + place.division().code().value() + " " + unfolded));
        return "hall/guide";
    }
}
