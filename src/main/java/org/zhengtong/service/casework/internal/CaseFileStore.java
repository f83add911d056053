package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.TaskState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads one case with its tasks, as one statement and therefore at one moment. */
@Component
class CaseFileStore {

    private static final String WITH_TASKS = """
        select c.id, c.revision, c.procedure_id, c.item_code, c.item_name, c.division, c.jurisdiction, c.lead_department, c.channel,
            c.state, c.applicant_kind, c.applicant_name, c.applicant_identifier, c.contact_name, c.mobile,
            c.account_id, c.filed_at, c.received_on, c.accepted_on, c.deemed_accepted, c.supplement_at,
            c.decided_at, c.granted, c.closed_at, c.result_identifier, c.handled_at, c.limits_moved,
            case when c.amended then (
                select jsonb_agg(to_jsonb(a) order by a.serial) from casework.added_step a where a.case_id = c.id) end as added,
            case when t.serial = 1 and c.procedure_id = any(:forked) then (
                select a.answers from casework.case_answers a where a.case_id = c.id) end as answers,
            t.serial, t.step, t.step_title, t.kind, t.state as task_state, t.department, t.holder, t.holder_name,
            t.due_on, t.opened_at, t.done_at, t.done_on, t.done_by, t.done_by_name, t.granted as task_granted,
            t.in_time, t.recalled
        from casework.case_file c
        join casework.task t on t.case_id = c.id
        where c.id = :id
        order by t.serial
        """;

    private final JdbcClient jdbc;
    private final KnownProcedures procedures;
    private final JsonMapper json;

    CaseFileStore(JdbcClient jdbc, KnownProcedures procedures, JsonMapper json) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.json = json;
    }

    /** The application's answers with the form they were given to. */
    record Answers(String formKey, FormVersion formVersion, ObjectNode answers) {}

    Optional<LoadedCase> find(long key) {
        return jdbc.sql(WITH_TASKS)
                .param("id", key)
                .param("forked", procedures.forked())
                .query(this::read);
    }

    /** The answers of a case in hand; read now unless they came with it. */
    ObjectNode answers(LoadedCase loaded) {
        var text = loaded.answers();
        return text == null ? requireAnswers(loaded.key()).answers() : (ObjectNode) json.readTree(text);
    }

    Answers requireAnswers(long key) {
        return jdbc.sql("""
            select form_key, form_version, answers
            from casework.case_answers
            where case_id = :id
            """)
                .param("id", key)
                .query((row, number) -> new Answers(
                        row.getString("form_key"), new FormVersion(row.getString("form_version")), (ObjectNode)
                                json.readTree(row.getString("answers"))))
                .single();
    }

    private Optional<LoadedCase> read(ResultSet row) throws SQLException {
        var tasks = new ArrayList<TaskRow>();
        LoadedCase loaded = null;
        while (row.next()) {
            if (loaded == null) {
                var procedure = procedures.require(row.getInt("procedure_id"));
                var added = added(row);
                loaded = new LoadedCase(
                        row.getLong("id"),
                        row.getInt("revision"),
                        procedure,
                        procedure,
                        file(row, procedures),
                        instant(row, "supplement_at"),
                        row.getString("answers"),
                        row.getBoolean("limits_moved"),
                        added,
                        tasks);
                loaded = added.isEmpty() ? loaded : loaded.amended(added);
            }
            tasks.add(task(row));
        }
        return Optional.ofNullable(loaded);
    }

    private List<AddedStep> added(ResultSet row) throws SQLException {
        var text = row.getString("added");
        var added = new ArrayList<AddedStep>();
        if (text != null) {
            json.readTree(text).forEach(one -> added.add(added(one)));
        }
        return List.copyOf(added);
    }

    private static AddedStep added(JsonNode one) {
        return new AddedStep(
                one.path("serial").asInt(),
                one.path("step").asString(),
                one.path("title").asString(),
                Block.StepKind.valueOf(one.path("kind").asString()),
                one.path("department").asString(),
                LimitText.read(one.path("committed").asString()),
                AddedStep.Place.valueOf(one.path("place").asString()),
                one.path("anchor").asString(),
                AddedStep.State.valueOf(one.path("state").asString()),
                one.path("gone_after").asInt(0));
    }

    /** The case columns of a row. */
    static CaseFile file(ResultSet row, KnownProcedures procedures) throws SQLException {
        var procedure = procedures.require(row.getInt("procedure_id"));
        return new CaseFile(
                CaseKey.number(row.getLong("id")),
                procedure.key(),
                procedure.version(),
                new ItemCode(row.getString("item_code")),
                row.getString("item_name"),
                new DivisionCode(row.getString("division")),
                new DivisionCode(row.getString("jurisdiction")),
                new DepartmentId(row.getString("lead_department")),
                Channel.valueOf(row.getString("channel")),
                CaseState.valueOf(row.getString("state")),
                applicant(row),
                Objects.requireNonNull(instant(row, "filed_at")),
                row.getObject("received_on", LocalDate.class),
                row.getObject("accepted_on", LocalDate.class),
                row.getBoolean("deemed_accepted"),
                instant(row, "decided_at"),
                row.getObject("granted", Boolean.class),
                instant(row, "closed_at"),
                procedure.licenseType(),
                row.getString("result_identifier"),
                row.getString("handled_at"));
    }

    private static Applicant applicant(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return new Applicant(
                Applicant.Kind.valueOf(row.getString("applicant_kind")),
                row.getString("applicant_name"),
                row.getString("applicant_identifier"),
                row.getString("contact_name"),
                row.getString("mobile"),
                account == null ? null : new AccountId(account));
    }

    private static TaskRow task(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getInt("serial"),
                row.getString("step"),
                row.getString("step_title"),
                Block.StepKind.valueOf(row.getString("kind")),
                TaskState.valueOf(row.getString("task_state")),
                new DepartmentId(row.getString("department")),
                row.getObject("holder", Long.class),
                row.getString("holder_name"),
                row.getObject("due_on", LocalDate.class),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "done_at"),
                row.getObject("done_on", LocalDate.class),
                row.getObject("done_by", Long.class),
                row.getString("done_by_name"),
                row.getObject("task_granted", Boolean.class),
                row.getObject("in_time", Boolean.class),
                row.getBoolean("recalled"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
