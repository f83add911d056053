package org.zhengtong.app.hall.web.progress;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.app.hall.internal.DataLooks;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.Procedures;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.SupplementItem;

/** A case as its applicant follows it. */
@Controller
@RequestMapping("/cases/{number}")
class MyCaseController {

    private final CaseReading cases;
    private final ProgressReading progress;
    private final History history;
    private final DataLooks looks;
    private final Procedures procedures;
    private final Forms forms;
    private final CaseEffects effects;

    MyCaseController(
            CaseReading cases,
            ProgressReading progress,
            History history,
            DataLooks looks,
            Procedures procedures,
            Forms forms,
            CaseEffects effects) {
        this.cases = cases;
        this.progress = progress;
        this.history = history;
        this.looks = looks;
        this.procedures = procedures;
        this.forms = forms;
        this.effects = effects;
    }

    @GetMapping
    String show(@PathVariable String number, CurrentUser user, Locale locale, Model model) {
        var view = cases.openMine(CaseNumbers.require(number), user);
        var issued = effects.issued(view.file());
        var asked = view.file().state() == CaseState.SUPPLEMENTING
                        && !view.supplements().isEmpty()
                ? view.supplements().getLast().items()
                : List.<SupplementItem>of();
        model.addAttribute(
                "page",
                new ProgressPage(
                        view.file(),
                        Status.of(view.file().state()),
                        progress.read(view.file(), view.clocks(), view.intake(), view.lanes(), locale),
                        history.events(view, locale),
                        asked,
                        History.denials(view),
                        view.documents(),
                        history.pauses(view),
                        history.longer(view, locale),
                        history.held(view, locale),
                        view.visits().stream().filter(SiteVisit::open).toList(),
                        looks.at(view.file().number()).size(),
                        issued.stream().limit(1).anyMatch(license -> license.ofd() != null),
                        BundleResults.of(view, issued),
                        view.offered(),
                        progress.mayFollow(view)));
        model.addAttribute("bills", effects.bills(view.file()));
        return "hall/case";
    }

    @GetMapping("/application")
    String application(@PathVariable String number, CurrentUser user, Locale locale, Model model) {
        var view = cases.openMine(CaseNumbers.require(number), user);
        model.addAttribute("page", new ApplicationPage(view.file(), answers(view, locale)));
        return "hall/application";
    }

    private AnswersView answers(CaseView view, Locale locale) {
        var form = procedures.form(view.formKey(), view.formVersion());
        return forms.answers(form, view.answers(), new AnswersView.Wish(locale, true, Set.of()));
    }

    @GetMapping("/readers")
    String readers(@PathVariable String number, CurrentUser user, Model model) {
        var view = cases.openMine(CaseNumbers.require(number), user);
        model.addAttribute(
                "page", new ReadersPage(view.file(), looks.at(view.file().number())));
        return "hall/readers";
    }
}
