package org.zhengtong.base.jobs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.JobsProblem;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;

/** Progress of timed and long work. */
@Controller
@RequestMapping("/staff/jobs")
class JobsController {

    static final String VIEW_JOBS = "jobs.view_jobs";
    private static final int SHOWN = 50;
    private static final String REFRESH_SECONDS = "3";

    private final Jobs jobs;
    private final Permissions permissions;
    private final Clock clock;

    JobsController(Jobs jobs, Permissions permissions, Clock clock) {
        this.jobs = jobs;
        this.permissions = permissions;
        this.clock = clock;
    }

    @GetMapping
    String list(CurrentUser user, Model model) {
        permissions.require(user, VIEW_JOBS);
        model.addAttribute("page", new JobsPage(jobs.recurring(), jobs.recent(SHOWN)));
        return "jobs/jobs";
    }

    @PostMapping("/recurring/{name}/run")
    String runSoon(@PathVariable String name, CurrentUser user) {
        permissions.require(user, VIEW_JOBS);
        jobs.runSoon(name);
        return "redirect:/staff/jobs";
    }

    /** Refreshes itself without JavaScript as long as the work goes on. */
    @GetMapping("/{id}")
    String work(@PathVariable long id, CurrentUser user, Model model, HttpServletResponse response) {
        permissions.require(user, VIEW_JOBS);
        var status = jobs.find(new WorkId(id)).orElseThrow(() -> new ProblemException(JobsProblem.WORK_NOT_FOUND));
        if (!status.state().ended()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("page", WorkPage.of(status, clock.instant()));
        return "jobs/work";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id, CurrentUser user) {
        permissions.require(user, VIEW_JOBS);
        jobs.cancel(new WorkId(id), new Actor(Actor.Kind.STAFF, user.id().toString(), user.name()));
        return "redirect:/staff/jobs/" + id;
    }
}
