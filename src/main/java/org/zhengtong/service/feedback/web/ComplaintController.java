package org.zhengtong.service.feedback.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.feedback.ComplaintNumber;
import org.zhengtong.service.feedback.Complaints;
import org.zhengtong.service.feedback.FeedbackProblem;

/** Complaints of who is signed in. */
@Controller
class ComplaintController {

    private static final int MOST_DEPARTMENTS = 1000;

    private final Complaints complaints;
    private final CaseReading cases;
    private final Departments departments;
    private final Divisions divisions;

    ComplaintController(Complaints complaints, CaseReading cases, Departments departments, Divisions divisions) {
        this.complaints = complaints;
        this.cases = cases;
        this.departments = departments;
        this.divisions = divisions;
    }

    @GetMapping("/complaints")
    String listMine(CurrentUser user, Model model) {
        var mine = complaints.listMine(user);
        var names =
                departments.names(mine.stream().map(each -> each.department()).toList());
        model.addAttribute("page", new MyComplaintsPage(mine, names));
        return "feedback/my_complaints";
    }

    @GetMapping("/complaints/{number}")
    String showMine(@PathVariable String number, CurrentUser user, Model model) {
        var complaint = complaints
                .findMine(complaintNumber(number), user)
                .orElseThrow(() -> new ProblemException(FeedbackProblem.COMPLAINT_NOT_FOUND));
        model.addAttribute("page", ComplaintPage.of(complaint, departments.require(complaint.department())));
        return "feedback/my_complaint";
    }

    @GetMapping("/complaints/new")
    String write(CurrentUser user, Model model) {
        model.addAttribute("page", page(null, ComplaintForm.empty(true), user));
        return "feedback/complaint_form";
    }

    @GetMapping("/cases/{number}/complaint")
    String writeAbout(@PathVariable String number, CurrentUser user, Model model) {
        model.addAttribute("page", page(RatingController.caseNumber(number), ComplaintForm.empty(false), user));
        return "feedback/complaint_form";
    }

    @PostMapping("/complaints/new")
    ModelAndView file(
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam UUID token,
            CurrentUser user) {
        return file(null, new ComplaintForm(department, text, contact, token, true, false), user);
    }

    @PostMapping("/cases/{number}/complaint")
    ModelAndView fileAbout(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam UUID token,
            CurrentUser user) {
        return file(
                RatingController.caseNumber(number), new ComplaintForm("", text, contact, token, false, false), user);
    }

    private ModelAndView file(@Nullable CaseNumber about, ComplaintForm form, CurrentUser user) {
        if (!form.valid()) {
            return new ModelAndView(
                    "feedback/complaint_form",
                    Map.of("page", page(about, form.checked(), user)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var department = about == null
                ? departments.require(departmentId(form.department())).id()
                : null;
        var filed = complaints.file(
                new Complaints.Filing(about, department, form.text(), form.contact(), form.token()), user);
        return new ModelAndView("redirect:/complaints/" + filed.number());
    }

    private ComplaintFormPage page(@Nullable CaseNumber about, ComplaintForm form, CurrentUser user) {
        return about == null
                ? new ComplaintFormPage(null, "/complaints/new", groups(), form)
                : new ComplaintFormPage(
                        cases.openMine(about, user).file(), "/cases/" + about + "/complaint", List.of(), form);
    }

    private List<ComplaintFormPage.DepartmentGroup> groups() {
        var byDivision = new TreeMap<DivisionCode, List<ComplaintFormPage.Choice>>();
        departments
                .search("", null, MOST_DEPARTMENTS)
                .forEach(each -> byDivision
                        .computeIfAbsent(each.division(), none -> new ArrayList<>())
                        .add(new ComplaintFormPage.Choice(each.id().value(), each.name())));
        var names = divisions.names(byDivision.keySet());
        return byDivision.entrySet().stream()
                .map(group -> new ComplaintFormPage.DepartmentGroup(
                        names.getOrDefault(group.getKey(), group.getKey().value()), group.getValue()))
                .toList();
    }

    private static DepartmentId departmentId(String typed) {
        try {
            return new DepartmentId(typed);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    static ComplaintNumber complaintNumber(String typed) {
        try {
            return new ComplaintNumber(typed);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(FeedbackProblem.COMPLAINT_NOT_FOUND);
        }
    }
}
