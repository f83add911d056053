package org.zhengtong.service.supervision.internal.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.service.supervision.Recount;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Simulation;
import org.zhengtong.service.supervision.SupervisionRule;

/** Tries a version month by month; a month that was begun and not finished is tried again. */
@Component
class SimulationWork implements LongWork {

    static final String KIND = "supervision.simulate";

    private final SimulationStore store;
    private final RuleSets rules;
    private final Recount recount;
    private final Clock clock;

    SimulationWork(SimulationStore store, RuleSets rules, Recount recount, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.recount = recount;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var simulation = store.find(Long.parseLong(input)).orElseThrow();
        var months = months(simulation);
        progress.expect(months.size());
        var tried = rules.require(simulation.version()).rules();
        var inForce = simulation.against().isEmpty()
                ? List.<SupervisionRule>of()
                : rules.require(simulation.against()).rules();
        for (var month : months.subList((int) Math.min(progress.done(), months.size()), months.size())) {
            if (progress.canceled()) {
                return JobNote.of("supervision.simulate.stopped", progress.done(), months.size());
            }
            run(simulation, month, "TRIED", tried);
            run(simulation, month, "IN_FORCE", inForce);
            progress.advance(1, 0);
        }
        return JobNote.of("supervision.simulate.done", months.size());
    }

    private void run(Simulation simulation, YearMonth month, String side, List<SupervisionRule> by) {
        var from = latest(simulation.from(), month.atDay(1));
        var to = month.atEndOfMonth().isAfter(simulation.to()) ? simulation.to() : month.atEndOfMonth();
        store.replace(simulation.id(), month, side, recount.byRules(by, from, to, LocalDate.now(clock)));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static List<YearMonth> months(Simulation simulation) {
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(simulation.from());
                !month.isAfter(YearMonth.from(simulation.to()));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
