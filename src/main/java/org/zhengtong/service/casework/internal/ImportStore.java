package org.zhengtong.service.casework.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormVersion;
import tools.jackson.databind.json.JsonMapper;

/** Writes many cases at once: one statement for each table, whatever the number of cases. */
@Component
class ImportStore {

    private static final String CASE_FILE = """
            id, revision, procedure_id, item_code, item_name, division, jurisdiction, lead_department, channel, state,
            applicant_kind, applicant_name, applicant_identifier, contact_name, mobile, account_id, filed_at, filed_on,
            received_on, accepted_on, deemed_accepted, supplement_at, decided_at, decided_on, granted, in_time,
            working_days, closed_at, result_identifier
            """;

    private static final String TASK = """
            case_id, serial, step, step_title, kind, state, department, division, item_code, item_name, applicant, channel,
            due_on, sort_on, opened_at, done_at, done_on, done_by_name, granted, in_time, recalled
            """;

    private static final String CLOCK = """
            case_id, step, division, department, started_on, committed, statutory, stops, committed_due_on,
            statutory_due_on, due_on, state, ended_at, ended_on
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Cases of one form version, to be stored together. */
    void add(List<PastLifeRows> lives, FormVersion formVersion) {
        add("case_file", CASE_FILE, lives.stream().map(PastLifeRows::caseFile).toList());
        add(
                "case_answers",
                "case_id, form_key, form_version, answers",
                lives.stream().map(life -> life.answers(formVersion)).toList());
        add("task", TASK, PastLifeRows.all(lives, PastLifeRows::tasks));
        add("clock", CLOCK, PastLifeRows.all(lives, PastLifeRows::clocks));
        add("event", "case_id, at, kind, actor_name, detail", PastLifeRows.all(lives, PastLifeRows::events));
        add(
                "decision",
                "case_id, task_serial, granted, opinion, reasons, remedies",
                PastLifeRows.all(lives, PastLifeRows::decisions));
        add(
                "supplement",
                "case_id, requested_at, requested_by, by_name, items, arrived_at",
                PastLifeRows.all(lives, PastLifeRows::supplements));
    }

    private void add(String table, String columns, List<Map<String, @Nullable Object>> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    insert into casework.%1$s (%2$s)
                    select %2$s
                    from json_populate_recordset(null::casework.%1$s, cast(:rows as json))
                    """.formatted(table, columns))
                    .param("rows", json.writeValueAsString(rows))
                    .update();
        }
    }

    /** So many rows came at once that the planner should know. */
    void analyze() {
        jdbc.sql("analyze casework.case_file, casework.task, casework.clock, casework.event")
                .update();
    }
}
