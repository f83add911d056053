package org.zhengtong.service.supervision.web.ruling;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.WorkStatus;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.Simulation;

/**
 * A trial with its job, its figures and some of the things behind them.
 *
 * @param names of departments and rules, by their keys
 * @param next where the next things are; empty on the last page
 */
public record SimulationPage(
        Simulation simulation,
        @Nullable WorkStatus work,
        Simulation.Result result,
        Simulation.Filter filter,
        List<Simulation.Found> found,
        Map<String, String> names,
        String next,
        boolean mayCancel) {

    public String name(String key) {
        return names.getOrDefault(key, key);
    }

    public String href() {
        return "/staff/supervision/simulations/" + simulation.id();
    }

    /** This page for some of the things. */
    public String href(Simulation.@Nullable Change change, @Nullable DepartmentId department, @Nullable String rule) {
        return href() + "?change=" + (change == null ? "" : change.name()) + "&department="
                + (department == null ? "" : department.value()) + "&rule=" + (rule == null ? "" : rule);
    }

    /** Points with the sign of the difference. */
    public static String difference(Simulation.Tally tally) {
        var by = tally.tried() - tally.inForce();
        return by > 0 ? "+" + by : by < 0 ? "−" + -by : "0";
    }
}
