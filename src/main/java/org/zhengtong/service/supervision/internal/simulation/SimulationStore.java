package org.zhengtong.service.supervision.internal.simulation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Charge;
import org.zhengtong.service.supervision.Simulation;

/** Trials in {@code supervision.simulation}, what both versions made of the events in {@code supervision.simulated_charge}. */
@Component
class SimulationStore {

    private static final String COLUMNS = "id, version, against, from_on, to_on, started_name, started_at, work";

    /** Both versions' cards for the same thing beside each other. */
    private static final String COMPARED = """
            with tried as (
                select * from supervision.simulated_charge where simulation = :id and side = 'TRIED'
            ), in_force as (
                select * from supervision.simulated_charge where simulation = :id and side = 'IN_FORCE'
            ), compared as (
                select coalesce(t.thing, f.thing) as thing, coalesce(t.subject, f.subject) as subject,
                    coalesce(t.item_name, f.item_name) as item_name, coalesce(t.department, f.department) as department,
                    t.rule_id as tried_rule, t.level as tried_level, t.points as tried_points, t.counts_on as tried_on,
                    f.rule_id as force_rule, f.level as force_level, f.points as force_points, f.counts_on as force_on,
                    case when f.thing is null then 'ADDED' when t.thing is null then 'GONE'
                        when t.level <> f.level or t.points <> f.points then 'CHANGED' else 'SAME' end as change
                from tried t
                full join in_force f on f.thing = t.thing
            )
            """;

    private final JdbcClient jdbc;

    SimulationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Simulation simulation, long by) {
        return jdbc.sql("""
                insert into supervision.simulation (version, against, from_on, to_on, started_by, started_name, started_at)
                values (:version, :against, :from, :to, :by, :name, :at)
                returning id
                """)
                .param("version", simulation.version())
                .param("against", simulation.against())
                .param("from", simulation.from())
                .param("to", simulation.to())
                .param("by", by)
                .param("name", simulation.startedName())
                .param("at", simulation.startedAt().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void setWork(long id, WorkId work) {
        jdbc.sql("update supervision.simulation set work = :work where id = :id")
                .param("id", id)
                .param("work", work.value())
                .update();
    }

    Optional<Simulation> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.simulation where id = :id")
                .param("id", id)
                .query(SimulationStore::toSimulation)
                .optional();
    }

    List<Simulation> list(String version, int most) {
        return jdbc.sql("select " + COLUMNS + """
                 from supervision.simulation
                where :version = '' or version = :version
                order by id desc
                limit :most
                """)
                .param("version", version)
                .param("most", most)
                .query(SimulationStore::toSimulation)
                .list();
    }

    private static Simulation toSimulation(ResultSet row, int number) throws SQLException {
        var work = row.getString("work");
        return new Simulation(
                row.getLong("id"),
                row.getString("version"),
                row.getString("against"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getString("started_name"),
                instant(row),
                work == null ? null : new WorkId(Long.parseLong(work)));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("started_at", OffsetDateTime.class).toInstant();
    }

    /** Takes the place of what an earlier attempt found in the month. */
    void replace(long id, YearMonth month, String side, List<Charge> charges) {
        jdbc.sql("delete from supervision.simulated_charge where simulation = :id and month = :month and side = :side")
                .param("id", id)
                .param("month", month.atDay(1))
                .param("side", side)
                .update();
        jdbc.sql("""
                insert into supervision.simulated_charge (simulation, month, side, rule_version, rule_id, subject, step,
                    thing, item_name, department, level, points, counts_on)
                select :id, :month, :side, c.*
                from unnest(:versions, :rules, :subjects, :steps, :things, :items, :departments, :levels,
                    cast(:points as numeric[]), cast(:days as date[])) as c
                """)
                .param("id", id)
                .param("month", month.atDay(1))
                .param("side", side)
                .param("versions", texts(charges, charge -> charge.rule().version()))
                .param("rules", texts(charges, charge -> charge.rule().id()))
                .param("subjects", texts(charges, Charge::subject))
                .param("steps", texts(charges, Charge::step))
                .param("things", texts(charges, SimulationStore::thing))
                .param("items", texts(charges, Charge::itemName))
                .param(
                        "departments",
                        texts(charges, charge -> charge.department().value()))
                .param("levels", texts(charges, charge -> charge.level().name()))
                .param("points", texts(charges, charge -> charge.rule().points().toPlainString()))
                .param("days", texts(charges, charge -> charge.countsOn().toString()))
                .update();
    }

    private static String[] texts(List<Charge> charges, java.util.function.Function<Charge, String> part) {
        return charges.stream().map(part).toArray(String[]::new);
    }

    private static String thing(Charge charge) {
        var kind = charge.rule().kind();
        return charge.subject() + "/" + charge.step() + "/" + (kind.ofClock() ? "CLOCK" : kind.name());
    }

    List<Simulation.Tally> byDepartment(long id) {
        return tally(id, "department", "department");
    }

    List<Simulation.Tally> byRule(long id) {
        return tally(id, "tried_rule", "force_rule");
    }

    private List<Simulation.Tally> tally(long id, String tried, String inForce) {
        return jdbc.sql(COMPARED + """
                , sides as (
                    select %s as key, tried_points as tried, cast(null as numeric) as in_force from compared
                    where tried_level is not null
                    union all
                    select %s, null, force_points from compared where force_level is not null
                )
                select key, count(tried) as tried, count(in_force) as in_force, coalesce(sum(tried), 0) as tried_points,
                    coalesce(sum(in_force), 0) as force_points
                from sides
                group by key
                order by abs(count(tried) - count(in_force)) desc, count(tried) desc, key
                """.formatted(tried, inForce))
                .param("id", id)
                .query((row, number) -> new Simulation.Tally(
                        row.getString("key"),
                        row.getLong("tried"),
                        row.getLong("in_force"),
                        row.getBigDecimal("tried_points"),
                        row.getBigDecimal("force_points")))
                .list();
    }

    long count(long id, Simulation.Change change) {
        return jdbc.sql(COMPARED + "select count(*) from compared where change = :change")
                .param("id", id)
                .param("change", change.name())
                .query(Long.class)
                .single();
    }

    List<Simulation.Found> found(long id, Simulation.Filter filter, int size) {
        var change = filter.change();
        var department = filter.department();
        return jdbc.sql(COMPARED + """
                select * from compared
                where (cast(:change as text) is null or change = :change)
                    and (cast(:department as text) is null or department = :department)
                    and (cast(:rule as text) is null or tried_rule = :rule or force_rule = :rule)
                    and thing > :after
                order by thing
                limit :size
                """)
                .param("id", id)
                .param("change", change == null ? null : change.name())
                .param("department", department == null ? null : department.value())
                .param("rule", filter.ruleId())
                .param("after", filter.after())
                .param("size", size)
                .query((row, number) -> new Simulation.Found(
                        row.getString("thing"),
                        Simulation.Change.valueOf(row.getString("change")),
                        row.getString("subject"),
                        row.getString("item_name"),
                        new DepartmentId(row.getString("department")),
                        side(row, "tried"),
                        side(row, "force")))
                .list();
    }

    private static Simulation.@Nullable Side side(ResultSet row, String which) throws SQLException {
        var level = row.getString(which + "_level");
        var points = row.getObject(which + "_points", BigDecimal.class);
        return level == null
                ? null
                : new Simulation.Side(
                        row.getString(which + "_rule"),
                        CardLevel.valueOf(level),
                        points,
                        row.getObject(which + "_on", LocalDate.class));
    }
}
