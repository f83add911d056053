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
import org.zhengtong.service.feedback.ComplaintOutcome;
import org.zhengtong.service.feedback.Complaints;

/** Staff take complaints up or not, and answer them. */
@Controller
@RequestMapping("/staff/complaints")
class ComplaintDeskController {

    static final String ANSWER_COMPLAINT = "feedback.answer_complaint";

    private static final int SHOWN = 200;
    private static final int SHORTEST_REPLY = 10;
    private static final int LONGEST_REPLY = 2000;

    private final Complaints complaints;
    private final Departments departments;
    private final Permissions permissions;

    ComplaintDeskController(Complaints complaints, Departments departments, Permissions permissions) {
        this.complaints = complaints;
        this.departments = departments;
        this.permissions = permissions;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "open") String show, CurrentUser user, Model model) {
        permissions.require(user, ANSWER_COMPLAINT);
        var open = !"ended".equals(show);
        var found = complaints.list(open, user, SHOWN);
        var names =
                departments.names(found.stream().map(each -> each.department()).toList());
        model.addAttribute("page", new MyComplaintsPage(found, names));
        model.addAttribute("open", open);
        return "feedback/complaints";
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, CurrentUser user, Model model) {
        model.addAttribute("page", page(number, user));
        return "feedback/complaint";
    }

    private ComplaintPage page(String number, CurrentUser user) {
        var complaint = complaints.require(ComplaintController.complaintNumber(number), user);
        return ComplaintPage.of(complaint, departments.require(complaint.department()));
    }

    @PostMapping("/{number}/acceptance")
    ModelAndView accept(@PathVariable String number, CurrentUser user) {
        return shown(number, complaints.accept(ComplaintController.complaintNumber(number), user), "", user);
    }

    @PostMapping("/{number}/refusal")
    ModelAndView refuse(@PathVariable String number, @RequestParam(defaultValue = "") String reply, CurrentUser user) {
        return fits(reply)
                ? shown(
                        number,
                        complaints.refuse(ComplaintController.complaintNumber(number), reply, user),
                        reply,
                        user)
                : refused(number, reply, "feedback.reply.length", user);
    }

    @PostMapping("/{number}/answer")
    ModelAndView answer(@PathVariable String number, @RequestParam(defaultValue = "") String reply, CurrentUser user) {
        return fits(reply)
                ? shown(
                        number,
                        complaints.answer(ComplaintController.complaintNumber(number), reply, user),
                        reply,
                        user)
                : refused(number, reply, "feedback.reply.length", user);
    }

    static boolean fits(String reply) {
        return reply.strip().length() >= SHORTEST_REPLY && reply.length() <= LONGEST_REPLY;
    }

    private ModelAndView shown(String number, ComplaintOutcome outcome, String reply, CurrentUser user) {
        return switch (outcome) {
            case ComplaintOutcome.Done done -> new ModelAndView("redirect:/staff/complaints/" + number);
            case ComplaintOutcome.NotPossible late -> refused(number, reply, "feedback.reply.too_late", user);
        };
    }

    private ModelAndView refused(String number, String reply, String key, CurrentUser user) {
        return new ModelAndView(
                "feedback/complaint",
                Map.of("page", page(number, user).refusing(reply, key)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
