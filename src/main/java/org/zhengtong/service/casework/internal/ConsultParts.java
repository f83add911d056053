package org.zhengtong.service.casework.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.Opinion;
import tools.jackson.databind.json.JsonMapper;

/** The parts that questions and answers add to the one statement of an action; see {@link CaseParts}. */
@Component
class ConsultParts {

    private static final String ASKED = """
        , consulted as (
            insert into casework.opinion (case_id, serial, task_serial, for_task, step_title, asking, department,
                question, due_on, state, asked_at, asked_by, asked_name, countersign, needed, signer)
            select c.id, o.serial, o.task, o.for_task, o.title, o.asking, o.department, o.question, o.due_on, 'ASKED',
                :at, :actor, :actorName, o.countersign, o.needed, o.signer
            from c, json_to_recordset(cast(:opinionsAsked as json)) as o (serial smallint, task smallint,
                for_task smallint, title text, asking text, department text, question text, due_on date,
                countersign smallint, needed smallint, signer bigint)
        )
        """;

    private static final String ENDED = """
        , opined as (
            update casework.opinion o
            set state = e.state, stance = e.stance, words = e.words, ended_at = :at, ended_by = :actor,
                ended_name = :actorName
            from c, json_to_recordset(cast(:opinionsEnded as json)) as e (serial smallint, state text, stance text,
                words text)
            where o.case_id = c.id and o.serial = e.serial
        )
        """;

    private static final String MOVED = """
        , later as (
            update casework.opinion o
            set due_on = m.due_on
            from c, json_to_recordset(cast(:opinionsMoved as json)) as m (serial smallint, due_on date)
            where o.case_id = c.id and o.serial = m.serial
        )
        """;

    private static final String REMINDED = """
        , reminded as (
            update casework.opinion o
            set reminded_at = :at
            from c
            where o.case_id = c.id and o.serial = any (:opinionsReminded)
        )
        """;

    private final JsonMapper json;

    ConsultParts(JsonMapper json) {
        this.json = json;
    }

    /** The parts that this change needs; none for most. */
    static String of(@Nullable ConsultChange questions) {
        return questions == null
                ? ""
                : part(ASKED, questions.asked)
                        + part(ENDED, questions.ended)
                        + part(MOVED, questions.moved)
                        + part(REMINDED, questions.reminded);
    }

    private static String part(String sql, Collection<?> list) {
        return list.isEmpty() ? "" : sql;
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, @Nullable ConsultChange questions) {
        return questions == null
                ? statement
                : statement
                        .param("opinionsAsked", rows(questions.asked, ConsultParts::row))
                        .param("opinionsEnded", rows(questions.ended, ConsultParts::row))
                        .param("opinionsReminded", questions.reminded.toArray(Integer[]::new))
                        .param("opinionsMoved", rows(questions.moved, ConsultParts::row));
    }

    private <T> String rows(List<T> entries, Function<T, Map<String, Object>> row) {
        return json.writeValueAsString(entries.stream().map(row).toList());
    }

    private static Map<String, Object> row(Opinion asked) {
        var row = new HashMap<String, Object>();
        row.put("serial", asked.serial());
        row.put("task", asked.task());
        row.put("for_task", asked.forTask());
        row.put("title", asked.stepTitle());
        row.put("asking", asked.asking().value());
        row.put("department", asked.department().value());
        row.put("question", asked.question());
        row.put("due_on", asked.dueOn().toString());
        var signing = asked.signing();
        if (signing != null) {
            row.put("countersign", signing.group());
            row.put("needed", signing.needed());
            var signer = signing.signer();
            if (signer != null) {
                row.put("signer", signer);
            }
        }
        return row;
    }

    private static Map<String, Object> row(ConsultChange.Moved moved) {
        return Map.of("serial", moved.serial(), "due_on", moved.dueOn().toString());
    }

    private static Map<String, Object> row(ConsultChange.Ended ended) {
        var stance = ended.stance();
        var words = ended.words();
        return stance == null || words == null
                ? Map.of("serial", ended.serial(), "state", ended.state().name())
                : Map.of(
                        "serial", ended.serial(),
                        "state", ended.state().name(),
                        "stance", stance.name(),
                        "words", words);
    }
}
