package org.zhengtong.service.casework.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The parts that added steps put into the one statement of an action; see {@link CaseParts}. */
@Component
class StepParts {

    /** Set with the case: whoever reads it reads its added steps with it. */
    private static final String MARK = ", amended = true";

    private static final String ADDED = """
        , amended as (
            insert into casework.added_step (case_id, serial, step, title, kind, department, committed, place, anchor,
                state, reason, added_at, added_by, added_name)
            select c.id, s.serial, s.step, s.title, s.kind, s.department, s.committed, s.place, s.anchor, 'BOUND',
                s.reason, :at, :actor, coalesce(:actorName, '')
            from c, json_to_recordset(cast(:stepsAdded as json)) as s (serial smallint, step text, title text, kind text,
                department text, committed text, place text, anchor text, reason text)
        )
        """;

    private static final String ENDED = """
        , unbound as (
            update casework.added_step s
            set state = e.state, gone_after = e.gone_after, ended_at = :at, ended_by = :actor, ended_name = :actorName
            from c, json_to_recordset(cast(:stepsEnded as json)) as e (serial smallint, state text,
                gone_after smallint)
            where s.case_id = c.id and s.serial = e.serial
        )
        """;

    private final JsonMapper json;

    StepParts(JsonMapper json) {
        this.json = json;
    }

    /** The parts that this change needs; none for most. */
    static String of(@Nullable StepChange steps) {
        return steps == null ? "" : (steps.added.isEmpty() ? "" : ADDED) + (steps.ended.isEmpty() ? "" : ENDED);
    }

    /** What is set in the case's own row. */
    static String mark(@Nullable StepChange steps) {
        return steps == null ? "" : MARK;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, @Nullable StepChange steps) {
        return steps == null
                ? statement
                : statement
                        .param(
                                "stepsAdded",
                                json.writeValueAsString(
                                        steps.added.stream().map(StepParts::row).toList()))
                        .param(
                                "stepsEnded",
                                json.writeValueAsString(steps.ended.stream()
                                        .map(one -> Map.of(
                                                "serial",
                                                one.serial(),
                                                "state",
                                                one.state(),
                                                "gone_after",
                                                one.goneAfter()))
                                        .toList()));
    }

    private static Map<String, Object> row(StepChange.Added added) {
        var step = added.step();
        return Map.of(
                "serial", step.serial(),
                "step", step.key(),
                "title", step.title(),
                "kind", step.kind(),
                "department", step.department(),
                "committed", String.valueOf(LimitText.of(step.committed())),
                "place", step.place(),
                "anchor", step.anchor(),
                "reason", added.reason());
    }
}
