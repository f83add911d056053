package org.zhengtong.service.casework.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.Suspension;
import tools.jackson.databind.json.JsonMapper;

/** The parts that a change of limits adds to the one statement of an action; see {@link CaseParts}. */
@Component
class LimitParts {

    /** Set with the case: its end is measured by its clock as it is stored, and its page reads what was done. */
    private static final String MARK = ", limits_moved = true";

    private static final String STARTED = """
        , started as (
            insert into casework.special_procedure (case_id, serial, task_serial, step, step_title, kind, reason,
                department, started_at, started_on, expected_on, started_by, started_name)
            select c.id, s.serial, s.task, s.step, s.title, s.kind, s.reason, s.department, :at, :on, s.expected_on,
                :actor, :actorName
            from c, json_to_recordset(cast(:limitsStarted as json)) as s (serial smallint, task smallint, step text,
                title text, kind text, reason text, department text, expected_on date)
        )
        """;

    private static final String ENDED = """
        , finished as (
            update casework.special_procedure s
            set ended_at = :at, ended_on = :on, ended_by = :actor, ended_name = :actorName, result = e.result,
                opinion = e.opinion
            from c, json_to_recordset(cast(:limitsEnded as json)) as e (serial smallint, result text, opinion text)
            where s.case_id = c.id and s.serial = e.serial
        )
        """;

    private static final String ASKED = """
        , asked as (
            insert into casework.extension (case_id, serial, step, step_title, department, amount, law, reason, state,
                asked_at, asked_by, asked_name)
            select c.id, a.serial, a.step, a.title, a.department, a.amount, a.law, a.reason, 'ASKED', :at, :actor,
                :actorName
            from c, json_to_recordset(cast(:limitsAsked as json)) as a (serial smallint, step text, title text,
                department text, amount text, law text, reason text)
        )
        """;

    private static final String ANSWERED = """
        , answered as (
            update casework.extension x
            set state = a.state, decided_at = :at, decided_by = :actor, decided_name = :actorName, answer = a.answer
            from c, json_to_recordset(cast(:limitsAnswered as json)) as a (serial smallint, state text, answer text)
            where x.case_id = c.id and x.serial = a.serial
        )
        """;

    private static final String SUSPENDED = """
        , suspended as (
            insert into casework.suspension (case_id, serial, ground, title, law, reason, started_at, started_on,
                resume_on, started_by, started_name)
            select c.id, s.serial, s.ground, s.title, s.law, s.reason, :at, :on, s.resume_on, :actor, :actorName
            from c, json_to_recordset(cast(:limitsSuspended as json)) as s (serial smallint, ground text, title text,
                law text, reason text, resume_on date)
        )
        """;

    private static final String RESUMED = """
        , resumed as (
            update casework.suspension s
            set ended_at = :at, ended_on = :on, ended_by = :actor, ended_name = :actorName, outcome = r.outcome
            from c, json_to_recordset(cast(:limitsResumed as json)) as r (serial smallint, outcome text)
            where s.case_id = c.id and s.serial = r.serial
        )
        """;

    private static final String MOVED = """
        , moved as (
            update casework.clock k
            set committed = n.committed, statutory = n.statutory, stops = n.stops,
                committed_due_on = n.committed_due_on, statutory_due_on = n.statutory_due_on, due_on = n.due_on,
                state = n.state,
                ended_at = case when n.state in ('RUNNING', 'STOPPED') then null else cast(:at as timestamptz) end,
                ended_on = case when n.state in ('RUNNING', 'STOPPED') then null else cast(:on as date) end
            from c, json_to_recordset(cast(:limitsMoved as json)) as n (step text, committed text, statutory text,
                stops jsonb, committed_due_on date, statutory_due_on date, due_on date, state text)
            where k.case_id = c.id and k.step = n.step
        )
        """;

    private static final String REOPENINGS = """
        , reopenings as (
            insert into casework.reopening (case_id, serial, kind, document, body, dated_on, reason, steps, file, file_name,
                amount, before, result, state, asked_at, asked_by, asked_name)
            select c.id, r.serial, r.kind, r.document, r.body, r.dated_on, r.reason, r.steps, r.file, r.file_name,
                r.amount, r.before, r.result, 'ASKED', :at, :actor, :actorName
            from c, json_to_recordset(cast(:limitsReopenings as json)) as r (serial smallint, kind text, document text,
                body text, dated_on date, reason text, steps jsonb, file text, file_name text, amount text, before text,
                result text)
        )
        """;

    private static final String REOPENINGS_ANSWERED = """
        , reopenings_answered as (
            update casework.reopening r
            set state = a.state, decided_at = :at, decided_by = :actor, decided_name = :actorName, answer = a.answer
            from c, json_to_recordset(cast(:limitsReopeningsAnswered as json)) as a (serial smallint, state text,
                answer text)
            where r.case_id = c.id and r.serial = a.serial
        )
        """;

    private static final String PAPERS = """
        , notices as (
            insert into casework.document (case_id, kind, serial, department, dated_on, facts)
            select c.id, p.kind, p.serial, p.department, :on, p.facts
            from c, json_to_recordset(cast(:limitsPapers as json)) as p (kind text, serial smallint, department text,
                facts jsonb)
        )
        """;

    private final ChangeText text;
    private final JsonMapper json;

    LimitParts(ChangeText text, JsonMapper json) {
        this.text = text;
        this.json = json;
    }

    /** The parts that this change needs; none for most. */
    static String of(@Nullable LimitChange limits) {
        return limits == null
                ? ""
                : part(STARTED, limits.started)
                        + part(ENDED, limits.ended)
                        + part(ASKED, limits.asked)
                        + part(ANSWERED, limits.answered)
                        + part(SUSPENDED, limits.suspended)
                        + part(RESUMED, limits.resumed)
                        + part(REOPENINGS, limits.reopenings)
                        + part(REOPENINGS_ANSWERED, limits.reopeningsAnswered)
                        + part(MOVED, limits.moved)
                        + part(PAPERS, limits.papers);
    }

    /** What is set in the case's own row. */
    static String mark(@Nullable LimitChange limits) {
        return limits == null ? "" : MARK;
    }

    private static String part(String sql, Collection<?> list) {
        return list.isEmpty() ? "" : sql;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, @Nullable LimitChange limits) {
        return limits == null
                ? statement
                : statement
                        .param("limitsStarted", rows(limits.started, LimitParts::row))
                        .param("limitsEnded", rows(limits.ended, LimitParts::row))
                        .param("limitsAsked", rows(limits.asked, LimitParts::row))
                        .param("limitsAnswered", rows(limits.answered, LimitParts::row))
                        .param("limitsSuspended", rows(limits.suspended, LimitParts::row))
                        .param("limitsResumed", rows(limits.resumed, LimitParts::row))
                        .param("limitsReopenings", rows(limits.reopenings, LimitParts::row))
                        .param("limitsReopeningsAnswered", rows(limits.reopeningsAnswered, LimitParts::row))
                        .param("limitsMoved", text.clocks(limits.moved))
                        .param("limitsPapers", rows(limits.papers, LimitParts::row));
    }

    private <T> String rows(List<T> entries, Function<T, Map<String, @Nullable Object>> row) {
        return json.writeValueAsString(entries.stream().map(row).toList());
    }

    private static Map<String, @Nullable Object> row(LimitChange.Started started) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", started.serial());
        row.put("task", started.task().serial());
        row.put("step", started.task().step());
        row.put("title", started.task().title());
        row.put("kind", started.kind().name());
        row.put("reason", started.reason());
        row.put("department", started.task().department().value());
        row.put("expected_on", started.expectedOn().toString());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.Ended ended) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", ended.serial());
        row.put("result", ended.result());
        row.put("opinion", ended.opinion());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.Asked asked) {
        var request = asked.request();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", request.serial());
        row.put("step", request.step());
        row.put("title", request.stepTitle());
        row.put("department", request.department().value());
        row.put("amount", LimitText.of(request.by()));
        row.put("law", request.law());
        row.put("reason", request.reason());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.Answered answered) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", answered.serial());
        row.put("state", answered.state().name());
        row.put("answer", answered.answer());
        return row;
    }

    private static Map<String, @Nullable Object> row(Suspension one) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", one.serial());
        row.put("ground", one.ground());
        row.put("title", one.title());
        row.put("law", one.law());
        row.put("reason", one.reason());
        row.put("resume_on", one.resumeOn() == null ? null : one.resumeOn().toString());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.Resumed resumed) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", resumed.serial());
        row.put("outcome", resumed.outcome());
        return row;
    }

    private static Map<String, @Nullable Object> row(Reopening one) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", one.serial());
        row.put("kind", one.kind().name());
        row.put("document", one.document());
        row.put("body", one.body());
        row.put("dated_on", one.datedOn().toString());
        row.put("reason", one.reason());
        row.put("steps", one.steps());
        row.put("file", one.file().file());
        row.put("file_name", one.file().name());
        row.put("amount", LimitText.of(one.limit()));
        row.put("before", one.before().name());
        row.put("result", one.result());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.ReopeningAnswered answered) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("serial", answered.serial());
        row.put("state", answered.state().name());
        row.put("answer", answered.answer());
        return row;
    }

    private static Map<String, @Nullable Object> row(LimitChange.Paper paper) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("kind", paper.kind().name());
        row.put("serial", paper.serial());
        row.put("department", paper.department());
        row.put("facts", paper.facts());
        return row;
    }
}
