package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseLeads;

/** Patterns over the decided steps of a span of days; each question sorts them once. */
@Component
class LeadSearch {

    /** The decided steps of the days asked for. */
    private static final String DECIDED = """
            with decided as (
                select case_id, department, step, step_title, done_by_name as reviewer, applicant, opened_at, done_at,
                    extract(epoch from done_at - opened_at) / 60 as minutes
                from casework.task
                where state = 'DONE' and kind in ('EXAMINE', 'DECIDE') and done_on between :from and :to
                    and department like :within and done_by_name is not null and done_at >= opened_at
            )
            """;

    private final JdbcClient jdbc;

    LeadSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseLeads.Lead> quick(CaseLeads.Question question) {
        return find(question, """
                , usual as (
                    select department, step, percentile_cont(0.5) within group (order by minutes) as median
                    from decided
                    group by department, step
                    having count(*) >= 10
                )
                select d.case_id, d.department, d.step_title, d.reviewer, d.applicant, round(d.minutes) as measured,
                    round(u.median) as usual
                from decided d
                join usual u on u.department = d.department and u.step = d.step
                where d.minutes * 10 < u.median
                order by d.minutes / u.median, d.case_id
                limit :most
                """);
    }

    List<CaseLeads.Lead> pairs(CaseLeads.Question question) {
        return find(question, """
                , open_to_others as (
                    select department, step, count(*) as decisions
                    from decided
                    group by department, step
                    having count(distinct reviewer) > 1
                )
                select max(d.case_id) as case_id, d.department, d.step_title, d.reviewer, d.applicant,
                    count(*) as measured, max(o.decisions) as usual
                from decided d
                join open_to_others o on o.department = d.department and o.step = d.step
                group by d.department, d.step, d.step_title, d.reviewer, d.applicant
                having count(*) >= 3
                order by count(*) desc, max(d.case_id)
                limit :most
                """);
    }

    List<CaseLeads.Lead> jumps(CaseLeads.Question question) {
        return find(question, """
                , placed as (
                    select d.*, rank() over came as came_as, rank() over went as went_as,
                        count(*) over (partition by department, step) as queue
                    from decided d
                    window came as (partition by department, step order by opened_at),
                        went as (partition by department, step order by done_at)
                )
                select case_id, department, step_title, reviewer, applicant, came_as - went_as as measured,
                    queue as usual
                from placed
                where came_as - went_as >= 10
                order by came_as - went_as desc, case_id
                limit :most
                """);
    }

    private List<CaseLeads.Lead> find(CaseLeads.Question question, String how) {
        return jdbc.sql(DECIDED + how)
                .param("from", question.from())
                .param("to", question.to())
                .param("within", question.within().prefix() + "%")
                .param("most", question.most())
                .query((row, number) -> new CaseLeads.Lead(
                        CaseKey.number(row.getLong("case_id")),
                        new DepartmentId(row.getString("department")),
                        row.getString("step_title"),
                        row.getString("reviewer"),
                        row.getString("applicant"),
                        row.getLong("measured"),
                        row.getLong("usual")))
                .list();
    }
}
