package org.zhengtong.base.jobs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.JobsProblem;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Texts;

/** Long work: what waits, runs, is done or failed. */
@Controller
@RequestMapping("/staff/jobs")
class JobsController {

    static final String VIEW_JOBS = "jobs.view_jobs";
    private static final int SHOWN = 20;
    private static final int EXPORTED = 10_000;
    private static final String REFRESH_SECONDS = "3";

    private final Jobs jobs;
    private final Permissions permissions;
    private final Texts texts;
    private final Clock clock;

    JobsController(Jobs jobs, Permissions permissions, Texts texts, Clock clock) {
        this.jobs = jobs;
        this.permissions = permissions;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String list(@ModelAttribute JobsForm form, CurrentUser user, Model model) {
        permissions.require(user, VIEW_JOBS);
        var found = jobs.search(form.toQuery(SHOWN + 1));
        var shown = found.subList(0, Math.min(SHOWN, found.size()));
        model.addAttribute("page", new JobsPage(form, jobs.counts(), shown, found.size() > SHOWN));
        return "jobs/jobs";
    }

    @GetMapping("/works.csv")
    void export(@ModelAttribute JobsForm form, CurrentUser user, Locale locale, HttpServletResponse response)
            throws IOException {
        permissions.require(user, VIEW_JOBS);
        var heads = Stream.of("job", "state", "done", "set_aside", "by", "created", "ended")
                .map(column -> texts.say(locale, "jobs.column." + column))
                .toList();
        CsvExport.send(
                response,
                "jobs.csv",
                heads,
                jobs.search(form.toQuery(EXPORTED)).stream().map(work -> row(work, locale)));
    }

    private List<String> row(WorkStatus work, Locale locale) {
        return List.of(
                said(work.title(), locale),
                texts.say(locale, "jobs.state." + work.state()),
                String.valueOf(work.done()),
                String.valueOf(work.setAside()),
                Objects.requireNonNullElse(work.startedBy(), texts.say(locale, "jobs.by_system")),
                work.createdAt().atZone(clock.getZone()).toLocalDateTime().toString(),
                work.endedAt() == null
                        ? ""
                        : work.endedAt()
                                .atZone(clock.getZone())
                                .toLocalDateTime()
                                .toString());
    }

    private String said(JobNote note, Locale locale) {
        return texts.say(locale, note.key(), note.args().toArray());
    }

    /** Refreshes itself without JavaScript as long as the work goes on. */
    @GetMapping("/{id}")
    String work(@PathVariable long id, CurrentUser user, Model model, HttpServletResponse response) {
        permissions.require(user, VIEW_JOBS);
        var status = jobs.find(new WorkId(id)).orElseThrow(() -> new ProblemException(JobsProblem.WORK_NOT_FOUND));
        if (!status.state().ended()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute("page", WorkPage.of(status, jobs.failures(status.id()), clock.instant()));
        return "jobs/work";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id, CurrentUser user) {
        permissions.require(user, VIEW_JOBS);
        jobs.cancel(new WorkId(id), user.actor());
        return "redirect:/staff/jobs/" + id;
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id, CurrentUser user) {
        permissions.require(user, VIEW_JOBS);
        jobs.retry(new WorkId(id), user.actor());
        return "redirect:/staff/jobs/" + id;
    }
}
