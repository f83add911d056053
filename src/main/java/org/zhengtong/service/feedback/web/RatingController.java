package org.zhengtong.service.feedback.web;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.feedback.RateOutcome;
import org.zhengtong.service.feedback.RatingAspect;
import org.zhengtong.service.feedback.Ratings;
import org.zhengtong.service.feedback.Satisfaction;

/** The applicant rates how his case was handled. */
@Controller
@RequestMapping("/cases/{number}/rating")
class RatingController {

    static final int LONGEST_TEXT = 500;

    private final Ratings ratings;
    private final CaseReading cases;

    RatingController(Ratings ratings, CaseReading cases) {
        this.ratings = ratings;
        this.cases = cases;
    }

    @GetMapping
    String show(@PathVariable String number, CurrentUser user, Model model) {
        model.addAttribute("page", page(caseNumber(number), user, RatingForm.EMPTY));
        return "feedback/rating";
    }

    private RatingPage page(CaseNumber number, CurrentUser user, RatingForm form) {
        var file = cases.openMine(number, user).file();
        return new RatingPage(file, ratings.find(number).orElse(null), RatingAspect.of(file.channel()), form);
    }

    @PostMapping
    ModelAndView rate(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Satisfaction satisfaction,
            @RequestParam(required = false) @Nullable Set<RatingAspect> aspects,
            @RequestParam(defaultValue = "") String text,
            CurrentUser user) {
        var form = new RatingForm(satisfaction, aspects == null ? Set.of() : aspects, text);
        if (satisfaction == null || text.length() > LONGEST_TEXT) {
            return refused(number, user, form);
        }
        var given = new Ratings.Given(satisfaction, form.aspects(), text);
        return switch (ratings.rate(caseNumber(number), given, user)) {
            case RateOutcome.Rated rated -> back(number);
            case RateOutcome.AlreadyRated before -> back(number);
            case RateOutcome.NotYet open -> refused(number, user, form);
        };
    }

    private ModelAndView refused(String number, CurrentUser user, RatingForm form) {
        return new ModelAndView(
                "feedback/rating",
                Map.of("page", page(caseNumber(number), user, form.checked())),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView back(String number) {
        return new ModelAndView("redirect:/cases/" + number + "/rating");
    }

    static CaseNumber caseNumber(String typed) {
        return CaseNumber.parse(typed).orElseThrow(() -> new ProblemException(CommonProblem.PAGE_NOT_FOUND));
    }
}
