package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.Offered.MadeCommitment;
import tools.jackson.databind.json.JsonMapper;

/** Deferred materials and commitments; written in the transaction of the action, once its case is. */
@Component
class OfferStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OfferStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(CaseChange change, String applicant) {
        var offers = change.offers;
        if (offers == null) {
            return;
        }
        offers.deferred.forEach(one -> defer(change.key(), one));
        offers.supplied.forEach(serial -> supplied(change, serial));
        if (offers.made != null) {
            commit(change, offers.made, applicant);
        }
        if (offers.check != null) {
            await(change.key(), offers.check);
        }
        if (offers.finding != null) {
            checked(change, offers.finding);
        }
    }

    private void defer(long key, DeferredMaterial one) {
        jdbc.sql("""
            insert into casework.deferred_material (case_id, serial, name, flag, file, due_on)
            values (:id, :serial, :name, :flag, :file, :dueOn)
            """)
                .param("id", key)
                .param("serial", one.serial())
                .param("name", one.name())
                .param("flag", one.flag())
                .param("file", one.file())
                .param("dueOn", one.dueOn())
                .update();
    }

    private void supplied(CaseChange change, int serial) {
        jdbc.sql("""
            update casework.deferred_material set supplied_at = :at
            where case_id = :id and serial = :serial
            """)
                .param("id", change.key())
                .param("serial", serial)
                .param("at", Timestamp.from(change.at))
                .update();
    }

    private void commit(CaseChange change, org.zhengtong.service.casework.Procedure.Commitment made, String by) {
        jdbc.sql("""
            insert into casework.commitment (case_id, made_at, made_by, terms, replaces, law)
            values (:id, :at, :by, cast(:terms as jsonb), cast(:replaces as jsonb), :law)
            """)
                .param("id", change.key())
                .param("at", Timestamp.from(change.at))
                .param("by", by)
                .param("terms", json.writeValueAsString(made.terms()))
                .param("replaces", json.writeValueAsString(made.replaces()))
                .param("law", made.law())
                .update();
    }

    private void await(long key, OfferChange.Due check) {
        jdbc.sql("update casework.commitment set check_by = :on, task_serial = :task where case_id = :id")
                .param("id", key)
                .param("on", check.on())
                .param("task", check.task())
                .update();
    }

    private void checked(CaseChange change, org.zhengtong.service.casework.CaseOffers.Finding finding) {
        jdbc.sql("""
            update casework.commitment
            set kept = :kept, finding = :finding, checked_at = :at, checked_by = :by, checked_name = :name
            where case_id = :id
            """)
                .param("id", change.key())
                .param("kept", finding.kept())
                .param("finding", finding.words().strip())
                .param("at", Timestamp.from(change.at))
                .param("by", change.by.account(), java.sql.Types.BIGINT)
                .param("name", change.by.name(), java.sql.Types.VARCHAR)
                .update();
    }

    Offered find(long key) {
        var deferred =
                jdbc.sql("""
                    select serial, name, flag, file, due_on, supplied_at
                    from casework.deferred_material
                    where case_id = :id
                    order by serial
                    """).param("id", key).query(OfferStore::deferred).list();
        var commitment = jdbc.sql("""
            select made_at, made_by, terms, replaces, law, check_by, task_serial, kept, finding, checked_at, checked_name
            from casework.commitment
            where case_id = :id
            """).param("id", key).query(this::commitment).optional();
        return new Offered(deferred, commitment.orElse(null));
    }

    private static DeferredMaterial deferred(ResultSet row, int number) throws SQLException {
        return new DeferredMaterial(
                row.getInt("serial"),
                row.getString("name"),
                row.getString("flag"),
                row.getString("file"),
                row.getObject("due_on", LocalDate.class),
                CaseFileStore.instant(row, "supplied_at"));
    }

    private MadeCommitment commitment(ResultSet row, int number) throws SQLException {
        return new MadeCommitment(
                Objects.requireNonNull(CaseFileStore.instant(row, "made_at")),
                row.getString("made_by"),
                texts(row.getString("terms")),
                texts(row.getString("replaces")),
                row.getString("law"),
                row.getObject("check_by", LocalDate.class),
                row.getObject("task_serial", Integer.class),
                row.getObject("kept", Boolean.class),
                row.getString("finding"),
                CaseFileStore.instant(row, "checked_at"),
                row.getString("checked_name"));
    }

    private List<String> texts(@Nullable String source) {
        return source == null ? List.of() : List.of(json.readValue(source, String[].class));
    }

    /** A case whose applicant has to be told that a material is awaited. */
    record Awaited(long caseId, LocalDate dueOn, int materials) {}

    /** Accepted cases whose missing materials are due until a day, and nobody was reminded of them. */
    List<Awaited> unreminded(LocalDate today, LocalDate until) {
        return jdbc.sql("""
            select d.case_id, min(d.due_on) as due_on, count(*) as materials
            from casework.deferred_material d
            join casework.case_file c on c.id = d.case_id
            where d.supplied_at is null and d.reminded_on is null and d.due_on between :today and :until
              and c.state = 'ACCEPTED'
            group by d.case_id
            order by d.case_id
            """)
                .param("today", today)
                .param("until", until)
                .query(Awaited.class)
                .list();
    }

    void reminded(long key, LocalDate on) {
        jdbc.sql("""
            update casework.deferred_material set reminded_on = :on
            where case_id = :id and supplied_at is null and reminded_on is null
            """).param("id", key).param("on", on).update();
    }
}
