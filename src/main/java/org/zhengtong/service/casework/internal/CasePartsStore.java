package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.SupplementItem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what hangs on a case, all lists with one statement. */
@Component
class CasePartsStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CasePartsStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The lists of a case. */
    record Parts(
            CaseFileStore.Answers answers,
            List<ClockPart> clocks,
            List<EventPart> events,
            List<CaseView.Material> materials,
            List<DecisionPart> decisions,
            List<SupplementPart> supplements,
            List<DocumentPart> documents) {}

    record ClockPart(
            String step,
            String department,
            LocalDate startedOn,
            @Nullable String committed,
            @Nullable String statutory,
            List<ClockStop> stops,
            ClockView.State state,
            @Nullable Instant endedAt) {}

    record EventPart(
            Instant at, CaseView.EventKind kind, @Nullable String actorName, Map<String, String> detail) {}

    record DecisionPart(
            int serial,
            boolean granted,
            String opinion,
            @Nullable String reasons,
            @Nullable String remedies) {}

    record SupplementPart(
            Instant requestedAt,
            String byName,
            List<SupplementItem> items,
            @Nullable Instant arrivedAt) {}

    record DocumentPart(
            CaseView.DocumentKind kind,
            int serial,
            String department,
            LocalDate datedOn,
            Map<String, String> facts,
            @Nullable String file) {}

    Parts require(long key) {
        return jdbc.sql("""
            select a.form_key, a.form_version, a.answers,
                (select json_agg(k) from (
                    select step, department, started_on as "startedOn", committed, statutory, stops, state,
                        ended_at as "endedAt"
                    from casework.clock where case_id = :id) as k) as clocks,
                (select json_agg(e order by e.id desc) from (
                    select id, at, kind, actor_name as "actorName", detail
                    from casework.event where case_id = :id) as e) as events,
                (select json_agg(m order by m.position) from (
                    select position, key, title, file, name as "fileName", bytes
                    from casework.material where case_id = :id) as m) as materials,
                (select json_agg(d) from (
                    select task_serial as serial, granted, opinion, reasons, remedies
                    from casework.decision where case_id = :id) as d) as decisions,
                (select json_agg(s) from (
                    select requested_at as "requestedAt", by_name as "byName", items, arrived_at as "arrivedAt"
                    from casework.supplement where case_id = :id) as s) as supplements,
                (select json_agg(p order by p."datedOn") from (
                    select kind, serial, department, dated_on as "datedOn", facts, file
                    from casework.document where case_id = :id) as p) as documents
            from casework.case_answers a
            where a.case_id = :id
            """).param("id", key).query(this::read).single();
    }

    /** Questions to other departments, in the order they were asked. */
    List<Opinion> opinions(long key) {
        return jdbc.sql("""
            select serial, task_serial, for_task, step_title, asking, department, question, due_on, state, asked_at,
                asked_by, asked_name, stance, words, ended_at, ended_name, countersign, needed, signer
            from casework.opinion
            where case_id = :id
            order by serial
            """).param("id", key).query(CasePartsStore::opinion).list();
    }

    private static Opinion opinion(ResultSet row, int number) throws SQLException {
        var stance = row.getString("stance");
        return new Opinion(
                row.getInt("serial"),
                row.getInt("task_serial"),
                row.getInt("for_task"),
                row.getString("step_title"),
                new DepartmentId(row.getString("asking")),
                new DepartmentId(row.getString("department")),
                row.getString("question"),
                row.getObject("due_on", LocalDate.class),
                Opinion.State.valueOf(row.getString("state")),
                Objects.requireNonNull(CaseFileStore.instant(row, "asked_at")),
                row.getObject("asked_by", Long.class),
                row.getString("asked_name"),
                stance == null ? null : Opinion.Stance.valueOf(stance),
                row.getString("words"),
                CaseFileStore.instant(row, "ended_at"),
                row.getString("ended_name"),
                row.getObject("countersign") == null
                        ? null
                        : new Opinion.Signing(
                                row.getInt("countersign"), row.getInt("needed"), row.getObject("signer", Long.class)));
    }

    private Parts read(ResultSet row, int number) throws SQLException {
        var answers = new CaseFileStore.Answers(
                row.getString("form_key"), new FormVersion(row.getString("form_version")), (ObjectNode)
                        json.readTree(row.getString("answers")));
        return new Parts(
                answers,
                list(row, "clocks", ClockPart[].class),
                list(row, "events", EventPart[].class),
                list(row, "materials", CaseView.Material[].class),
                list(row, "decisions", DecisionPart[].class),
                list(row, "supplements", SupplementPart[].class),
                list(row, "documents", DocumentPart[].class));
    }

    private <T> List<T> list(ResultSet row, String column, Class<T[]> type) throws SQLException {
        var text = row.getString(column);
        return text == null ? List.of() : List.of(json.readValue(text, type));
    }
}
