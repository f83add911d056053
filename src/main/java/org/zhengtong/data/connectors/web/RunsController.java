package org.zhengtong.data.connectors.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.Connectors;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Runs;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.RegisterLoading;

/** One run: how far it is, what both ends counted, its chunks. */
@Controller
@RequestMapping("/staff/connectors/runs/{id}")
class RunsController {

    private static final String REFRESH_SECONDS = "3";

    private final ConnectorsDesk desk;
    private final Runs running;
    private final RunStore runs;
    private final RegisterLoading loading;
    private final Jobs jobs;

    RunsController(ConnectorsDesk desk, Runs running, RunStore runs, RegisterLoading loading, Jobs jobs) {
        this.desk = desk;
        this.running = running;
        this.runs = runs;
        this.loading = loading;
        this.jobs = jobs;
    }

    @GetMapping
    String show(@PathVariable long id, CurrentUser user, Model model, HttpServletResponse response) {
        var run = desk.run(id, user, Connectors.VIEW_SOURCE);
        var contract = desk.contract(run.contract(), user, Connectors.VIEW_SOURCE);
        var source = desk.source(contract.source(), user, Connectors.VIEW_SOURCE);
        var work = run.work() == null ? null : jobs.find(run.work()).orElse(null);
        var load = run.load() == null
                ? loading.find(contract.register(), run.reference()).orElse(null)
                : loading.find(run.load()).orElse(null);
        if (work != null && !work.state().ended()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        model.addAttribute(
                "page",
                new Pages.RunPage(
                        source,
                        contract,
                        desk.register(contract),
                        run,
                        work,
                        load,
                        chunks(load),
                        runs.agains(id),
                        desk.edits(user, source)));
        return "connectors/run";
    }

    private List<RegisterLoading.ChunkLine> chunks(@org.jspecify.annotations.Nullable LoadReport load) {
        return load == null ? List.of() : loading.chunks(load.id());
    }

    @PostMapping("/stop")
    String stop(@PathVariable long id, CurrentUser user) {
        desk.run(id, user, Connectors.EDIT_SOURCE);
        running.stop(id, user.actor());
        return "redirect:/staff/connectors/runs/" + id;
    }

    @PostMapping("/chunks/{chunk}")
    String again(@PathVariable long id, @PathVariable int chunk, CurrentUser user) {
        var run = desk.run(id, user, Connectors.EDIT_SOURCE);
        var chunks = run.load() == null || run.slice() == null || run.again() != null
                ? 0
                : loading.chunks(run.load()).size();
        if (chunk < 1 || chunk > chunks) {
            throw new ProblemException(ConnectorsProblem.RUN_NOT_FOUND);
        }
        return switch (running.again(id, chunk, user.actor())) {
            case Runs.Started.Begun(var begun) -> "redirect:/staff/connectors/runs/" + begun;
            case Runs.Started.Running(var other) -> "redirect:/staff/connectors/runs/" + other;
            case Runs.Started.Later _, Runs.Started.Refused _ -> "redirect:/staff/connectors/runs/" + id;
        };
    }
}
