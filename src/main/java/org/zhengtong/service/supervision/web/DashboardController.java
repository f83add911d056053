package org.zhengtong.service.supervision.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.RecurringStatus;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.service.supervision.Judgement;

/** The dashboard of supervisors. */
@Controller
@RequestMapping("/staff/supervision")
class DashboardController {

    private static final int NEWEST_CARDS = 4;

    private final Dashboard dashboard;
    private final SupervisedDivision division;
    private final Cards cards;
    private final CardViews views;
    private final Judgement judgement;
    private final Jobs jobs;

    DashboardController(
            Dashboard dashboard,
            SupervisedDivision division,
            Cards cards,
            CardViews views,
            Judgement judgement,
            Jobs jobs) {
        this.dashboard = dashboard;
        this.division = division;
        this.cards = cards;
        this.views = views;
        this.judgement = judgement;
        this.jobs = jobs;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String judged,
            CurrentUser user,
            Model model) {
        var shown = division.require(within, user);
        var code = shown.code();
        var chosen = Period.of(period);
        var regions = dashboard.regions(chosen, code);
        model.addAttribute(
                "page",
                new DashboardPage(
                        chosen,
                        code,
                        shown.name(),
                        dashboard.areas(code),
                        division.above(shown, user),
                        tally(chosen, code),
                        regions,
                        dashboard.map(code, regions),
                        dashboard.trend(code),
                        dashboard.departments(chosen, code),
                        views.of(cards.list(new Cards.Filter(null, null, code), user, NEWEST_CARDS)),
                        lastRun(),
                        judged != null && judged.matches("[0-9]{1,9}-[0-9]{1,9}") ? judged : null));
        return "supervision/dashboard";
    }

    private DashboardPage.Tally tally(Period period, DivisionCode within) {
        var now = dashboard.now(within);
        var flow = dashboard.flow(period, within);
        var today = dashboard.today();
        var counts = cards.counts(Period.MONTH.from(today), today, within);
        return new DashboardPage.Tally(
                flow[0],
                flow[1],
                now.open(),
                now.dueSoon(),
                now.overdue(),
                counts.getOrDefault(CardLevel.YELLOW, 0L),
                counts.getOrDefault(CardLevel.RED, 0L));
    }

    private RecurringStatus.@Nullable LastRun lastRun() {
        return jobs.recurring().stream()
                .filter(job -> job.name().equals("supervision.judge"))
                .findFirst()
                .map(RecurringStatus::last)
                .orElse(null);
    }

    /** Judges at once instead of waiting for the job. */
    @PostMapping("/judgement")
    String judge(@RequestParam(required = false) @Nullable String within, CurrentUser user) {
        var code = division.require(within, user).code();
        var judged = judgement.judge();
        return "redirect:/staff/supervision?within=" + code.value() + "&judged=" + judged.warnings() + "-"
                + judged.cards();
    }
}
