package org.zhengtong.service.casework.internal;

import java.util.Collection;

/**
 * The parts of the one statement that writes a change: each list of the change has its part, and only the lists that hold
 * something take part. An action always has the same lists, so the database sees about ten statements and keeps their plans.
 */
final class CaseParts {

    private static final String OPENED = """
            , opened as (
                insert into casework.task (case_id, serial, step, step_title, kind, state, department, division, item_code,
                    item_name, applicant, channel, holder, holder_name, due_on, sort_on, opened_at)
                select c.id, o.serial, o.step, o.title, o.kind, o.state, o.department, c.division, c.item_code,
                    c.item_name, c.applicant_name, c.channel, o.holder, o.holder_name, o.due_on, o.sort_on, o.opened_at
                from c, json_to_recordset(cast(:opened as json)) as o (serial smallint, step text, title text, kind text,
                    state text, department text, holder bigint, holder_name text, due_on date, sort_on date,
                    opened_at timestamptz)
            )
            """;

    private static final String CHANGED = """
            , changed as (
                update casework.task t
                set state = n.state, holder = n.holder, holder_name = n.holder_name, due_on = n.due_on,
                    sort_on = n.sort_on, done_at = n.done_at, done_on = n.done_on, done_by = n.done_by,
                    done_by_name = n.done_by_name, granted = n.granted, in_time = n.in_time, recalled = n.recalled
                from c, json_to_recordset(cast(:changed as json)) as n (serial smallint, state text, holder bigint,
                    holder_name text, due_on date, sort_on date, done_at timestamptz, done_on date, done_by bigint,
                    done_by_name text, granted boolean, in_time boolean, recalled boolean)
                where t.case_id = c.id and t.serial = n.serial
            )
            """;

    private static final String CLOCKS = """
            , clocks as (
                insert into casework.clock as k (case_id, step, division, department, started_on, committed, statutory,
                    stops, committed_due_on, statutory_due_on, due_on, state, ended_at, ended_on)
                select c.id, n.step, c.division, n.department, n.started_on, n.committed, n.statutory,
                    n.stops, n.committed_due_on, n.statutory_due_on, n.due_on, n.state,
                    case when n.state not in ('RUNNING', 'STOPPED') then cast(:at as timestamptz) end,
                    case when n.state not in ('RUNNING', 'STOPPED') then cast(:on as date) end
                from c, json_to_recordset(cast(:clocks as json)) as n (step text, department text, started_on date,
                    committed text, statutory text, stops jsonb, committed_due_on date, statutory_due_on date,
                    due_on date, state text)
                on conflict (case_id, step) do update
                set department = excluded.department, started_on = excluded.started_on,
                    committed = excluded.committed, statutory = excluded.statutory, stops = excluded.stops,
                    committed_due_on = excluded.committed_due_on, statutory_due_on = excluded.statutory_due_on,
                    due_on = excluded.due_on, state = excluded.state, ended_at = excluded.ended_at,
                    ended_on = excluded.ended_on
            )
            """;

    private static final String ENDED = """
            , ended as (
                update casework.clock k
                set state = case when e.canceled then 'CANCELED'
                        when k.due_on is null or k.due_on >= :on then 'MET' else 'OVERDUE' end,
                    ended_at = :at, ended_on = :on
                from c, json_to_recordset(cast(:ended as json)) as e (step text, canceled boolean)
                where k.case_id = c.id and k.step = e.step and k.state in ('RUNNING', 'STOPPED')
            )
            """;

    private static final String EVENTS = """
            , told as (
                insert into casework.event (case_id, at, kind, actor, actor_name, detail)
                select c.id, :at, e.kind, :actor, :actorName, e.detail
                from c, json_to_recordset(cast(:events as json)) as e (kind text, detail jsonb)
            )
            """;

    private static final String DECISIONS = """
            , decided as (
                insert into casework.decision (case_id, task_serial, granted, opinion, reasons, remedies)
                select c.id, d.serial, d.granted, d.opinion, d.reasons, d.remedies
                from c, json_to_recordset(cast(:decisions as json)) as d (serial smallint, granted boolean, opinion text,
                    reasons text, remedies text)
            )
            """;

    private static final String PAPERS = """
            , papers as (
                insert into casework.document (case_id, kind, serial, department, dated_on, facts)
                select c.id, p.kind, p.serial, p.department, :on, p.facts
                from c, json_to_recordset(cast(:papers as json)) as p (kind text, serial smallint, department text,
                    facts jsonb)
            )
            """;

    private CaseParts() {}

    /** The parts that this change needs, to follow the part called {@code c} that returns the case. */
    static String of(CaseChange change) {
        return part(OPENED, change.opened)
                + part(CHANGED, change.changed)
                + part(CLOCKS, change.clocks)
                + part(ENDED, change.endedClocks)
                + part(EVENTS, change.events)
                + part(DECISIONS, change.decisions)
                + part(PAPERS, change.papers);
    }

    private static String part(String sql, Collection<?> list) {
        return list.isEmpty() ? "" : sql;
    }
}
