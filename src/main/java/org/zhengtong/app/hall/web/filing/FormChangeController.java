package org.zhengtong.app.hall.web.filing;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.app.hall.internal.DraftDesk;
import org.zhengtong.app.hall.internal.FormMove;
import org.zhengtong.base.identity.CurrentUser;

/** A draft whose form has changed since: shows what changed, and moves the answers to the new form. */
@Controller
@RequestMapping("/applications/{id}/form-change")
class FormChangeController {

    private final DraftDesk desk;
    private final FormMove move;

    FormChangeController(DraftDesk desk, FormMove move) {
        this.desk = desk;
        this.move = move;
    }

    @GetMapping
    String show(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        var open = desk.open(id, user);
        if (!open.formChanged()) {
            return "redirect:/applications/" + id;
        }
        var carried = move.preview(open);
        var changes = carried.diff().changes().stream()
                .map(change -> change.text().in(locale))
                .distinct()
                .toList();
        var left = carried.left().stream()
                .map(answer -> new FormChangePage.LeftAnswer(answer.label().in(locale), answer.value()))
                .toList();
        model.addAttribute("page", new FormChangePage(open.draft(), changes, left));
        return "hall/form_change";
    }

    @PostMapping
    String move(@PathVariable long id, CurrentUser user) {
        move.move(desk.open(id, user), user);
        return "redirect:/applications/" + id + "?done=moved";
    }
}
