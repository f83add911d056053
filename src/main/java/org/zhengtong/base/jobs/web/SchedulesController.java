package org.zhengtong.base.jobs.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobSchedules;
import org.zhengtong.base.jobs.JobsProblem;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.base.jobs.ScheduleOutcome;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;

/** When recurring jobs run: look, change, pause, run now. */
@Controller
@RequestMapping("/staff/jobs")
class SchedulesController {

    private static final String LIST = "/staff/jobs/schedules";
    private static final int RUNS_SHOWN = 5;
    private static final int FAILURES_SHOWN = 5;

    private final JobSchedules schedules;
    private final Permissions permissions;

    SchedulesController(JobSchedules schedules, Permissions permissions) {
        this.schedules = schedules;
        this.permissions = permissions;
    }

    @GetMapping("/schedules")
    String list(CurrentUser user, Model model) {
        permissions.require(user, JobsController.VIEW_JOBS);
        model.addAttribute("page", new SchedulesPage(schedules.list()));
        return "jobs/schedules";
    }

    @GetMapping("/schedules/{name}")
    String schedule(
            @PathVariable String name, @RequestParam(defaultValue = "") String done, CurrentUser user, Model model) {
        permissions.require(user, JobsController.VIEW_JOBS);
        var job = require(name);
        model.addAttribute("page", page(job, ScheduleForm.of(job.schedule()), List.of(), done));
        return "jobs/schedule";
    }

    private RecurringStatus require(String name) {
        return schedules.find(name).orElseThrow(() -> new ProblemException(JobsProblem.JOB_NOT_FOUND));
    }

    private SchedulePage page(RecurringStatus job, ScheduleForm form, List<String> faults, String done) {
        return new SchedulePage(
                job,
                form,
                faults,
                job.paused() ? List.of() : schedules.next(job.schedule(), RUNS_SHOWN),
                schedules.failures(job.name(), FAILURES_SHOWN),
                SchedulePage.doneKey(done));
    }

    @PostMapping("/schedules/{name}/choice")
    ModelAndView choose(@PathVariable String name, @ModelAttribute ScheduleForm form, CurrentUser user) {
        permissions.require(user, JobsController.VIEW_JOBS);
        var wanted = form.toSchedule();
        if (wanted.isEmpty()) {
            return refused(name, form, form.fault());
        }
        return switch (schedules.choose(name, wanted.get(), user.actor())) {
            case ScheduleOutcome.Changed _ -> back(name, "chosen");
            case ScheduleOutcome.NeverComes _ -> refused(name, form, "jobs.fault.never");
            case ScheduleOutcome.UnknownJob _ -> throw new ProblemException(JobsProblem.JOB_NOT_FOUND);
        };
    }

    private ModelAndView refused(String name, ScheduleForm form, String fault) {
        var refused = new ModelAndView("jobs/schedule", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", page(require(name), form, List.of(fault), ""));
        return refused;
    }

    private static ModelAndView back(String name, String done) {
        return new ModelAndView("redirect:" + LIST + "/" + name + "?done=" + done);
    }

    @PostMapping("/schedules/{name}/standard")
    ModelAndView restore(@PathVariable String name, CurrentUser user) {
        permissions.require(user, JobsController.VIEW_JOBS);
        schedules.restore(name, user.actor());
        return back(name, "restored");
    }

    @PostMapping("/schedules/{name}/pause")
    ModelAndView pause(@PathVariable String name, CurrentUser user) {
        permissions.require(user, JobsController.VIEW_JOBS);
        schedules.pause(name, user.actor());
        return back(name, "paused");
    }

    @PostMapping("/schedules/{name}/resumption")
    ModelAndView resume(@PathVariable String name, CurrentUser user) {
        permissions.require(user, JobsController.VIEW_JOBS);
        schedules.resume(name, user.actor());
        return back(name, "resumed");
    }

    @PostMapping("/recurring/{name}/run")
    ModelAndView runSoon(@PathVariable String name, CurrentUser user) {
        permissions.require(user, JobsController.VIEW_JOBS);
        return back(name, schedules.runSoon(name, user.actor()) ? "soon" : "running");
    }
}
