package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.DraftId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes cases: each action is one statement that does nothing when the case has changed since it was read. */
@Repository
class CaseStore {

    private static final String OF_THE_CHANGE = """
            opened as (
                insert into casework.task (case_id, serial, step, step_title, kind, state, department, division, item_code,
                    item_name, applicant, channel, due_on, sort_on, opened_at)
                select c.id, o.serial, o.step, o.title, o.kind, o.state, o.department, c.division, c.item_code,
                    c.item_name, c.applicant_name, c.channel, o.due_on, o.sort_on, o.opened_at
                from c, json_to_recordset(cast(:opened as json)) as o (serial smallint, step text, title text, kind text,
                    state text, department text, due_on date, sort_on date, opened_at timestamptz)
            ), clocks as (
                insert into casework.clock as k (case_id, step, division, department, started_on, committed, statutory,
                    stops, committed_due_on, statutory_due_on, due_on, state)
                select c.id, n.step, c.division, n.department, n.started_on, n.committed, n.statutory,
                    n.stops, n.committed_due_on, n.statutory_due_on, n.due_on, n.state
                from c, json_to_recordset(cast(:clocks as json)) as n (step text, department text, started_on date,
                    committed text, statutory text, stops jsonb, committed_due_on date, statutory_due_on date,
                    due_on date, state text)
                on conflict (case_id, step) do update
                set started_on = excluded.started_on, stops = excluded.stops,
                    committed_due_on = excluded.committed_due_on, statutory_due_on = excluded.statutory_due_on,
                    due_on = excluded.due_on, state = excluded.state, ended_at = null, ended_on = null
            ), told as (
                insert into casework.event (case_id, at, kind, actor, actor_name, detail)
                select c.id, :at, e.kind, :actor, :actorName, e.detail
                from c, json_to_recordset(cast(:events as json)) as e (kind text, detail jsonb)
            )
            """;

    private static final String CHANGE = """
            with c as (
                update casework.case_file
                set revision = revision + 1, state = :state, received_on = :receivedOn, accepted_on = :acceptedOn,
                    deemed_accepted = :deemedAccepted, supplement_at = :supplementAt,
                    decided_at = coalesce(decided_at, :decidedAt), decided_on = coalesce(decided_on, :decidedOn),
                    granted = :granted, in_time = coalesce(in_time, :inTime),
                    working_days = coalesce(working_days, :workingDays), closed_at = :closedAt,
                    result_identifier = :resultIdentifier
                where id = :id and revision = :revision
                returning id, division, item_code, item_name, applicant_name, channel
            ), changed as (
                update casework.task t
                set state = n.state, holder = n.holder, holder_name = n.holder_name, due_on = n.due_on,
                    sort_on = n.sort_on, done_at = n.done_at, done_on = n.done_on, done_by = n.done_by,
                    done_by_name = n.done_by_name, granted = n.granted, in_time = n.in_time, recalled = n.recalled
                from c, json_to_recordset(cast(:changed as json)) as n (serial smallint, state text, holder bigint,
                    holder_name text, due_on date, sort_on date, done_at timestamptz, done_on date, done_by bigint,
                    done_by_name text, granted boolean, in_time boolean, recalled boolean)
                where t.case_id = c.id and t.serial = n.serial
            ), ended as (
                update casework.clock k
                set state = case when e.canceled then 'CANCELED'
                        when k.due_on is null or k.due_on >= :on then 'MET' else 'OVERDUE' end,
                    ended_at = :at, ended_on = :on
                from c, json_to_recordset(cast(:ended as json)) as e (step text, canceled boolean)
                where k.case_id = c.id and k.step = e.step and k.state in ('RUNNING', 'STOPPED')
            ), decided as (
                insert into casework.decision (case_id, task_serial, granted, opinion, reasons, remedies)
                select c.id, d.serial, d.granted, d.opinion, d.reasons, d.remedies
                from c, json_to_recordset(cast(:decisions as json)) as d (serial smallint, granted boolean, opinion text,
                    reasons text, remedies text)
            ), papers as (
                insert into casework.document (case_id, kind, department, dated_on, facts)
                select c.id, p.kind, p.department, :on, p.facts
                from c, json_to_recordset(cast(:papers as json)) as p (kind text, department text, facts jsonb)
            ),
            """ + OF_THE_CHANGE + "select count(*) = 1 from c";

    private static final String FILING = """
            with d as (
                update casework.draft
                set case_id = :id
                where id = :draft and version = :version and case_id is null and removed_at is null
                returning id
            ), c as (
                insert into casework.case_file (id, procedure_id, item_code, item_name, division, jurisdiction, lead_department,
                    channel, state, applicant_kind, applicant_name, applicant_identifier, contact_name, mobile, account_id,
                    filed_at, filed_on, received_on)
                select :id, :procedure, :itemCode, :itemName, :division, :jurisdiction, :lead, :channel, 'FILED', :kind, :name,
                    :identifier, :contact, :mobile, :account, :at, :on, :on
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
            ),
            """ + OF_THE_CHANGE + "select count(*) = 1 from c";

    private final JdbcClient jdbc;
    private final ChangeText text;
    private final JsonMapper json;

    CaseStore(JdbcClient jdbc, ChangeText text, JsonMapper json) {
        this.jdbc = jdbc;
        this.text = text;
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
        return bindShared(jdbc.sql(FILING), change)
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
        return bindShared(jdbc.sql(CHANGE), change)
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
