package org.zhengtong.app.hall.web.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.app.hall.web.progress.LookUpPage.Answer;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.service.casework.CaseReading;

/** Progress without an account: by case number and the last four digits of the telephone. */
@Controller
@RequestMapping("/progress-lookup")
class LookUpController implements PublicPaths {

    private final CaseReading cases;
    private final ProgressReading progress;

    LookUpController(CaseReading cases, ProgressReading progress) {
        this.cases = cases;
        this.progress = progress;
    }

    @Override
    public List<String> pages() {
        return List.of("/progress-lookup");
    }

    @Override
    public List<String> forms() {
        return List.of("/progress-lookup");
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String number, Model model) {
        model.addAttribute("page", new LookUpPage(number, new Answer.NotAsked()));
        return "hall/lookup";
    }

    @PostMapping
    ModelAndView lookUp(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String tail,
            HttpServletRequest request,
            Locale locale) {
        var answer = switch (cases.lookUp(number.strip(), tail.strip(), request.getRemoteAddr())) {
            case CaseReading.LookUpOutcome.NotFound _ -> new Answer.NotFound();
            case CaseReading.LookUpOutcome.TooMany(var again) -> new Answer.TooMany(again);
            case CaseReading.LookUpOutcome.Found(var file, var clocks, var lanes) ->
                new Answer.Found(file, Status.of(file.state()), progress.read(file, clocks, null, lanes, locale));
        };
        var view = new ModelAndView("hall/lookup", "page", new LookUpPage(number.strip(), answer));
        if (!(answer instanceof Answer.Found)) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}
