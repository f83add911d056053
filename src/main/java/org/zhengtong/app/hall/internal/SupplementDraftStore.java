package org.zhengtong.app.hall.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseNumber;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers being corrected for a supplement, until they are sent. */
@Component
class SupplementDraftStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SupplementDraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<SupplementDraft> find(CaseNumber number) {
        return jdbc.sql("""
                select answers, saved_at
                from hall.supplement_draft
                where case_number = :number
                """)
                .param("number", number.value())
                .query((row, _) -> new SupplementDraft(
                        (ObjectNode) json.readTree(row.getString("answers")),
                        row.getTimestamp("saved_at").toInstant()))
                .optional();
    }

    void save(CaseNumber number, ObjectNode answers, Instant at) {
        jdbc.sql("""
                insert into hall.supplement_draft (case_number, answers, saved_at)
                values (:number, cast(:answers as jsonb), :at)
                on conflict (case_number) do update
                set answers = excluded.answers, saved_at = excluded.saved_at
                """)
                .param("number", number.value())
                .param("answers", json.writeValueAsString(answers))
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(CaseNumber number) {
        jdbc.sql("delete from hall.supplement_draft where case_number = :number")
                .param("number", number.value())
                .update();
    }
}
