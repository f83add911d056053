package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.DraftId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes cases: each action is one statement that does nothing when the case has changed since it was read. */
@Component
class CaseStore {

    private static final String CHANGED_CASE = """
        with c as (
            update casework.case_file
            set revision = revision + 1, state = :state, received_on = :receivedOn, accepted_on = :acceptedOn,
                deemed_accepted = :deemedAccepted, supplement_at = :supplementAt,
                decided_at = :decidedAt, decided_on = coalesce(decided_on, :decidedOn),
                granted = :granted, in_time = coalesce(in_time, :inTime),
                working_days = coalesce(working_days, :workingDays), closed_at = :closedAt,
                result_identifier = :resultIdentifier
        """;

    private static final String IF_UNCHANGED = """
            where id = :id and revision = :revision
            returning id, division, item_code, item_name, applicant_name, channel
        )
        """;

    private static final String NEW_CASE = """
        with d as (
            update casework.draft
            set case_id = :id
            where id = :draft and version = :version and case_id is null and removed_at is null
            returning id
        ), c as (
            insert into casework.case_file (id, procedure_id, item_code, item_name, division, jurisdiction, lead_department,
                channel, state, applicant_kind, applicant_name, applicant_identifier, contact_name, mobile, account_id,
                filed_at, filed_on, received_on, handled_at)
            select :id, :procedure, :itemCode, :itemName, :division, :jurisdiction, :lead, :channel, 'FILED', :kind, :name,
                :identifier, :contact, :mobile, :account, :at, :on, :on, :handledAt
            from d
            returning id, division, item_code, item_name, applicant_name, channel
        ), answers as (
            insert into casework.case_answers (case_id, form_key, form_version, answers)
            select c.id, :formKey, :formVersion, cast(:answers as jsonb)
            from c
        ), materials as (
            insert into casework.material (case_id, position, key, title, file, name, bytes)
            select c.id, m.position, m.key, m.title, m.file, m.name, m.bytes
            from c, json_to_recordset(cast(:materials as json)) as m (position smallint, key text, title text,
                file text, name text, bytes bigint)
        )
        """;

    private static final String HOW_MANY = "select count(*) = 1 from c";

    private final JdbcClient jdbc;
    private final ChangeText text;
    private final LimitParts limits;
    private final ConsultParts questions;
    private final StepParts steps;
    private final VisitParts visits;
    private final JsonMapper json;

    CaseStore(
            JdbcClient jdbc,
            ChangeText text,
            LimitParts limits,
            ConsultParts questions,
            StepParts steps,
            VisitParts visits,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.text = text;
        this.limits = limits;
        this.questions = questions;
        this.steps = steps;
        this.visits = visits;
        this.json = json;
    }

    /** A case about to be stored, with its answers. */
    record NewCase(
            DraftId draft,
            int draftVersion,
            int procedureId,
            CaseFile file,
            String formKey,
            FormVersion formVersion,
            ObjectNode answers,
            java.util.List<MaterialRow> materials) {}

    /** Stores a new case; false when the draft was filed, removed or changed meanwhile. */
    boolean file(NewCase filed, CaseChange change) {
        var file = filed.file();
        var applicant = file.applicant();
        var account = applicant.account();
        return bindShared(jdbc.sql(NEW_CASE + CaseParts.of(change) + HOW_MANY), change)
                .param("draft", filed.draft().value())
                .param("version", filed.draftVersion())
                .param("procedure", filed.procedureId())
                .param("itemCode", file.itemCode().value())
                .param("itemName", file.itemName())
                .param("division", file.division().value())
                .param("jurisdiction", file.jurisdiction().value())
                .param("lead", file.leadDepartment().value())
                .param("channel", file.channel().name())
                .param("kind", applicant.kind().name())
                .param("name", applicant.name())
                .param("identifier", applicant.identifier())
                .param("contact", applicant.contactName())
                .param("mobile", applicant.mobile())
                .param("account", account == null ? null : account.value(), java.sql.Types.BIGINT)
                .param("handledAt", file.handledAt(), java.sql.Types.VARCHAR)
                .param("on", change.on)
                .param("formKey", filed.formKey())
                .param("formVersion", filed.formVersion().value())
                .param("answers", json.writeValueAsString(filed.answers()))
                .param("materials", text.write(filed.materials()))
                .query(Boolean.class)
                .single();
    }

    /** Writes a change; false when somebody else changed the case since it was read. */
    boolean apply(CaseChange change) {
        var sql = CHANGED_CASE
                + LimitParts.mark(change.limits)
                + StepParts.mark(change.steps)
                + IF_UNCHANGED
                + CaseParts.of(change)
                + LimitParts.of(change.limits)
                + ConsultParts.of(change.questions)
                + StepParts.of(change.steps)
                + VisitParts.of(change.visits)
                + HOW_MANY;
        var statement = limits.bind(bindShared(jdbc.sql(sql), change), change.limits);
        return visits.bind(steps.bind(questions.bind(statement, change.questions), change.steps), change.visits)
                .param("revision", change.revision())
                .param("state", change.state.name())
                .param("receivedOn", change.receivedOn)
                .param("acceptedOn", change.acceptedOn, java.sql.Types.DATE)
                .param("deemedAccepted", change.deemedAccepted)
                .param("supplementAt", timestamp(change.supplementAt), java.sql.Types.TIMESTAMP)
                .param("decidedAt", timestamp(change.decidedAt), java.sql.Types.TIMESTAMP)
                .param("decidedOn", change.decidedOn, java.sql.Types.DATE)
                .param("granted", change.granted, java.sql.Types.BOOLEAN)
                .param("inTime", change.inTime, java.sql.Types.BOOLEAN)
                .param("workingDays", change.workingDays, java.sql.Types.INTEGER)
                .param("closedAt", timestamp(change.closedAt), java.sql.Types.TIMESTAMP)
                .param("resultIdentifier", change.resultIdentifier, java.sql.Types.VARCHAR)
                .param("on", change.on)
                .param("changed", text.tasks(change.changed))
                .param("ended", text.endedClocks(change.endedClocks))
                .param("decisions", text.decisions(change.decisions))
                .param("papers", text.papers(change.papers))
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec bindShared(JdbcClient.StatementSpec statement, CaseChange change) {
        return statement
                .param("id", change.key())
                .param("at", timestamp(change.at))
                .param("actor", change.by.account(), java.sql.Types.BIGINT)
                .param("actorName", change.by.name(), java.sql.Types.VARCHAR)
                .param("opened", text.tasks(change.opened))
                .param("clocks", text.clocks(change.clocks))
                .param("events", text.events(change.events));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
