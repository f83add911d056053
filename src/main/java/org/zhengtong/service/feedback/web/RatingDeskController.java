package org.zhengtong.service.feedback.web;

import java.util.Map;
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
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.service.feedback.Ratings;
import org.zhengtong.service.feedback.ServiceRating;

/** Staff see how cases were rated and say what they did about bad ratings. */
@Controller
@RequestMapping("/staff/ratings")
class RatingDeskController {

    private static final int SHOWN = 100;

    private final Ratings ratings;
    private final Departments departments;
    private final Permissions permissions;

    RatingDeskController(Ratings ratings, Departments departments, Permissions permissions) {
        this.ratings = ratings;
        this.departments = departments;
        this.permissions = permissions;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        permissions.require(user, ComplaintDeskController.ANSWER_COMPLAINT);
        model.addAttribute("page", page(user, "", ""));
        return "feedback/ratings";
    }

    private RatingsPage page(CurrentUser user, String refused, String typed) {
        var bad = ratings.badOnes(user, SHOWN);
        var names =
                departments.names(bad.stream().map(ServiceRating::department).toList());
        return new RatingsPage(ratings.counts(user), bad, names, refused, typed);
    }

    @PostMapping("/{number}/answer")
    ModelAndView answer(@PathVariable String number, @RequestParam(defaultValue = "") String reply, CurrentUser user) {
        if (!ComplaintDeskController.fits(reply)) {
            return new ModelAndView(
                    "feedback/ratings", Map.of("page", page(user, number, reply)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ratings.answer(RatingController.caseNumber(number), reply, user);
        return new ModelAndView("redirect:/staff/ratings#" + number);
    }
}
