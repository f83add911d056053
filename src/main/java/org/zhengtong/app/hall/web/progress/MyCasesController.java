package org.zhengtong.app.hall.web.progress;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.app.hall.web.progress.MyCasesPage.Show;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseReading.Summary;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.Drafts;

/** All that a citizen or an enterprise has begun and handed in. */
@Controller
class MyCasesController {

    private static final int SIZE = 20;

    private final CaseReading cases;
    private final Drafts drafts;

    MyCasesController(CaseReading cases, Drafts drafts) {
        this.cases = cases;
        this.drafts = drafts;
    }

    @GetMapping("/my/cases")
    String list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(name = "page", defaultValue = "1") int number,
            @RequestParam @Nullable Long removed,
            CurrentUser user,
            Model model) {
        var words = text.strip();
        var matching = cases.listMine(user).stream()
                .filter(summary -> matches(summary, words))
                .toList();
        var found = matching.stream()
                .filter(summary -> belongs(summary.state(), show))
                .toList();
        var from = Math.clamp((long) (number - 1) * SIZE, 0, found.size());
        var to = Math.min(from + SIZE, found.size());
        model.addAttribute(
                "page",
                new MyCasesPage(
                        words,
                        show,
                        counts(matching),
                        found.subList(from, to),
                        found.size(),
                        Math.max(1, number),
                        to < found.size(),
                        drafts(words, show, number, user),
                        removed));
        return "hall/my_cases";
    }

    private List<Draft> drafts(String words, Show show, int number, CurrentUser user) {
        return show == Show.ALL && number <= 1
                ? drafts.listMine(user).stream()
                        .filter(draft -> contains(draft.itemName() + " " + draft.title(), words))
                        .toList()
                : List.of();
    }

    private static boolean matches(Summary summary, String words) {
        return contains(
                summary.itemName() + " " + summary.applicant() + " "
                        + summary.number().value(),
                words);
    }

    private static boolean contains(String text, String words) {
        return words.isEmpty() || text.contains(words);
    }

    private static Map<Show, Integer> counts(List<Summary> summaries) {
        var counts = new EnumMap<Show, Integer>(Show.class);
        for (var show : Show.values()) {
            counts.put(show, (int) summaries.stream()
                    .filter(summary -> belongs(summary.state(), show))
                    .count());
        }
        return counts;
    }

    private static boolean belongs(CaseState state, Show show) {
        return switch (show) {
            case ALL -> true;
            case MINE_TO_ACT -> state == CaseState.SUPPLEMENTING;
            case RUNNING -> state.open() && state != CaseState.SUPPLEMENTING;
            case FINISHED -> !state.open();
        };
    }
}
