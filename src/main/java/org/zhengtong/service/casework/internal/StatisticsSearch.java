package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseStatistics;

/** Counts cases by their days and clocks by their due dates; {@code within} is a pattern of division codes. */
@Component
class StatisticsSearch {

    private final JdbcClient jdbc;

    StatisticsSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseStatistics.Counts day(LocalDate day, LocalDate soon, String within) {
        return jdbc.sql("""
            select
                (select count(*) from casework.case_file where filed_on = :day and division like :within) as filed,
                (select count(*) from casework.case_file where accepted_on = :day and division like :within) as accepted,
                (select count(*) from casework.case_file where decided_on = :day and division like :within) as decided,
                count(*) as open,
                count(*) filter (where due_on between :day and :soon) as due_soon,
                count(*) filter (where due_on < :day) as overdue
            from casework.clock
            where state = 'RUNNING' and step in ('', 'intake') and division like :within
            """)
                .param("day", day)
                .param("soon", soon)
                .param("within", within)
                .query(CaseStatistics.Counts.class)
                .single();
    }

    List<CaseStatistics.ByDivision> byDivision(LocalDate from, LocalDate to, LocalDate today, String within) {
        return jdbc.sql("""
            with filed as (
                select division, count(*) as filed
                from casework.case_file
                where filed_on between :from and :to and division like :within
                group by division
            ), decided as (
                select division, count(*) as decided, count(*) filter (where in_time) as in_time
                from casework.case_file
                where decided_on between :from and :to and division like :within
                group by division
            ), running as (
                select division, count(*) as open, count(*) filter (where due_on < :today) as overdue
                from casework.clock
                where state = 'RUNNING' and step in ('', 'intake') and division like :within
                group by division
            )
            select division, coalesce(filed, 0) as filed, coalesce(decided, 0) as decided,
                coalesce(in_time, 0) as in_time, coalesce(open, 0) as open, coalesce(overdue, 0) as overdue
            from filed
            full join decided using (division)
            full join running using (division)
            order by division
            """)
                .param("from", from)
                .param("to", to)
                .param("today", today)
                .param("within", within)
                .query((row, number) -> new CaseStatistics.ByDivision(
                        new DivisionCode(row.getString("division")),
                        row.getInt("filed"),
                        row.getInt("decided"),
                        row.getInt("in_time"),
                        row.getInt("open"),
                        row.getInt("overdue")))
                .list();
    }

    List<CaseStatistics.ByDepartment> byDepartment(
            LocalDate from, LocalDate to, LocalDate today, LocalDate soon, String within) {
        return jdbc.sql("""
            with done as (
                select department, count(*) as done, count(*) filter (where in_time) as in_time
                from casework.task
                where state = 'DONE' and done_on between :from and :to and not recalled and division like :within
                  and kind not in ('OPINION', 'SIGN', 'VISIT', 'CHECK')
                group by department
            ), running as (
                select department, count(*) as open,
                    count(*) filter (where sort_on between :today and :soon) as due_soon,
                    count(*) filter (where sort_on < :today) as overdue
                from casework.task
                where state in ('OPEN', 'WAITING') and division like :within and kind not in ('OPINION', 'SIGN', 'VISIT', 'CHECK')
                group by department
            )
            select department, coalesce(done, 0) as done, coalesce(in_time, 0) as in_time, coalesce(open, 0) as open,
                coalesce(due_soon, 0) as due_soon, coalesce(overdue, 0) as overdue
            from done
            full join running using (department)
            order by department
            """)
                .param("from", from)
                .param("to", to)
                .param("today", today)
                .param("soon", soon)
                .param("within", within)
                .query((row, number) -> new CaseStatistics.ByDepartment(
                        new DepartmentId(row.getString("department")),
                        row.getInt("done"),
                        row.getInt("in_time"),
                        row.getInt("open"),
                        row.getInt("due_soon"),
                        row.getInt("overdue")))
                .list();
    }

    List<CaseStatistics.ByItem> byItem(LocalDate from, LocalDate to, String within) {
        return jdbc.sql("""
            with filed as (
                select item_code, max(item_name) as name, count(*) as filed
                from casework.case_file
                where filed_on between :from and :to and division like :within
                group by item_code
            ), decided as (
                select item_code, max(item_name) as name, count(*) as decided, count(*) filter (where in_time) as in_time
                from casework.case_file
                where decided_on between :from and :to and division like :within
                group by item_code
            )
            select item_code, coalesce(f.name, d.name) as name, coalesce(filed, 0) as filed,
                coalesce(decided, 0) as decided, coalesce(in_time, 0) as in_time
            from filed f
            full join decided d using (item_code)
            order by item_code
            """)
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .query((row, number) -> new CaseStatistics.ByItem(
                        new ItemCode(row.getString("item_code")),
                        row.getString("name"),
                        null,
                        row.getInt("filed"),
                        row.getInt("decided"),
                        row.getInt("in_time")))
                .list();
    }

    /** What was done in the lanes of some procedures. */
    record Lane(int procedure, String itemCode, String step, String title, int opened, int done, int inTime) {}

    List<Lane> lanes(LocalDate from, LocalDate to, String within, List<Integer> procedures) {
        return jdbc.sql("""
            select c.procedure_id as procedure, c.item_code, t.step, max(t.step_title) as title,
                count(*) filter (where c.filed_on between :from and :to) as opened,
                count(*) filter (where t.done_on between :from and :to) as done,
                count(*) filter (where t.done_on between :from and :to and t.in_time) as in_time
            from casework.case_file c
            join casework.task t on t.case_id = c.id
            where c.procedure_id = any (:procedures) and c.division like :within and t.kind = 'DECIDE'
              and t.state <> 'CANCELED' and not t.recalled
            group by c.procedure_id, c.item_code, t.step
            order by c.procedure_id, t.step
            """)
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .param("procedures", procedures.toArray(Integer[]::new))
                .query(Lane.class)
                .list();
    }

    List<CaseStatistics.DayCount> days(LocalDate from, LocalDate to, String within) {
        return jdbc.sql("""
            select "on", sum(filed) as filed, sum(decided) as decided
            from (
                select filed_on as "on", count(*) as filed, 0 as decided
                from casework.case_file
                where filed_on between :from and :to and division like :within
                group by filed_on
                union all
                select decided_on, 0, count(*)
                from casework.case_file
                where decided_on between :from and :to and division like :within
                group by decided_on
            ) as counted
            group by "on"
            order by "on"
            """)
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .query(CaseStatistics.DayCount.class)
                .list();
    }

    Optional<Double> medianDays(LocalDate from, LocalDate to, String within) {
        return jdbc.sql("""
            select percentile_cont(0.5) within group (order by working_days) as median
            from casework.case_file
            where decided_on between :from and :to and division like :within and working_days is not null
            having count(*) > 0
            """)
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .query(Double.class)
                .optional();
    }
}
