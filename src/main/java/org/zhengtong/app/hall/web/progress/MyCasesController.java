package org.zhengtong.app.hall.web.progress;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.MyCases;
import org.zhengtong.service.casework.MyCases.Show;

/** All that a citizen or an enterprise has begun and handed in. */
@Controller
class MyCasesController {

    private static final int SIZE = 20;

    private final MyCases cases;
    private final Drafts drafts;

    MyCasesController(MyCases cases, Drafts drafts) {
        this.cases = cases;
        this.drafts = drafts;
    }

    @GetMapping("/my/cases")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(defaultValue = "") String after,
            @RequestParam @Nullable Long removed,
            CurrentUser user,
            Model model) {
        var words = text.strip();
        var found = cases.list(new MyCases.Filter(show, words), after, SIZE, user);
        var begun = show == Show.ALL && after.isEmpty() ? drafts(words, user) : List.<Draft>of();
        model.addAttribute("page", new MyCasesPage(words, show, found, !after.isEmpty(), begun, removed));
        return "hall/my_cases";
    }

    private List<Draft> drafts(String words, CurrentUser user) {
        return drafts.listMine(user).stream()
                .filter(draft -> (draft.itemName() + " " + draft.title()).contains(words))
                .toList();
    }
}
