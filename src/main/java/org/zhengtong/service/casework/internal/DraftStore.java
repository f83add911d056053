package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.schema.FormVersion;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of applications. */
@Component
class DraftStore {

    private static final String COLUMNS = """
            select id, version, procedure_id, item_code, form_key, form_version, division, channel, walk_in, answers,
                created_at, saved_at, expires_on, case_id
            from casework.draft
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final KnownProcedures procedures;

    DraftStore(JdbcClient jdbc, JsonMapper json, KnownProcedures procedures) {
        this.jdbc = jdbc;
        this.json = json;
        this.procedures = procedures;
    }

    long insert(
            Drafts.Start start,
            int procedure,
            String form,
            FormVersion version,
            long account,
            LocalDate expiresOn,
            Instant at) {
        return jdbc.sql("""
                insert into casework.draft (procedure_id, item_code, form_key, form_version, division, channel, account_id,
                    walk_in, answers, created_at, saved_at, expires_on)
                values (:procedure, :item, :form, :version, :division, :channel, :account, cast(:walkIn as jsonb), '{}',
                    :at, :at, :expiresOn)
                returning id
                """)
                .param("procedure", procedure)
                .param("item", start.itemCode().value())
                .param("form", form)
                .param("version", version.value())
                .param("division", start.division().value())
                .param("channel", start.channel().name())
                .param("account", account)
                .param(
                        "walkIn",
                        start.onBehalf() == null ? null : json.writeValueAsString(start.onBehalf()),
                        java.sql.Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("expiresOn", expiresOn)
                .query(Long.class)
                .single();
    }

    Optional<Draft> find(DraftId id, long account) {
        return jdbc.sql(COLUMNS + """
                where id = :id and account_id = :account and removed_at is null
                """)
                .param("id", id.value())
                .param("account", account)
                .query(this::read)
                .optional();
    }

    /** The account's unfinished drafts, at most 50; only those for an item unless its code is empty. */
    List<Draft> open(long account, String item) {
        return jdbc.sql(COLUMNS + """
                where account_id = :account and case_id is null and removed_at is null
                  and (:item = '' or item_code = :item)
                order by saved_at desc
                limit 50
                """)
                .param("account", account)
                .param("item", item)
                .query(this::read)
                .list();
    }

    /** Saves when nobody else has saved since; says whether. */
    boolean save(DraftId id, int version, FormVersion form, ObjectNode answers, LocalDate expiresOn, Instant at) {
        return jdbc.sql("""
                update casework.draft
                set version = version + 1, form_version = :form, answers = cast(:answers as jsonb), saved_at = :at,
                    expires_on = :expiresOn
                where id = :id and version = :version and case_id is null and removed_at is null
                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("form", form.value())
                        .param("answers", json.writeValueAsString(answers))
                        .param("at", Timestamp.from(at))
                        .param("expiresOn", expiresOn)
                        .update()
                == 1;
    }

    void setRemoved(DraftId id, long account, @Nullable Instant at) {
        jdbc.sql("""
                update casework.draft set removed_at = :at
                where id = :id and account_id = :account and case_id is null
                """)
                .param("id", id.value())
                .param("account", account)
                .param("at", at == null ? null : Timestamp.from(at), java.sql.Types.TIMESTAMP)
                .update();
    }

    /** Deletes expired drafts and returns their numbers, so that their files go too. */
    List<Long> deleteExpired(LocalDate today) {
        return jdbc.sql("""
                delete from casework.draft
                where case_id is null and expires_on < :today
                returning id
                """).param("today", today).query(Long.class).list();
    }

    private Draft read(ResultSet row, int number) throws SQLException {
        var procedure = procedures.require(row.getInt("procedure_id"));
        var answers = (ObjectNode) json.readTree(row.getString("answers"));
        var walkIn =
                row.getString("walk_in") == null ? null : json.readValue(row.getString("walk_in"), Drafts.WalkIn.class);
        var filed = row.getObject("case_id", Long.class);
        return new Draft(
                new DraftId(row.getLong("id")),
                row.getInt("version"),
                new ItemCode(row.getString("item_code")),
                procedure.title(),
                row.getString("form_key"),
                new FormVersion(row.getString("form_version")),
                new DivisionCode(row.getString("division")),
                Channel.valueOf(row.getString("channel")),
                walkIn,
                answers,
                title(procedure, answers, walkIn),
                Objects.requireNonNull(CaseFileStore.instant(row, "created_at")),
                Objects.requireNonNull(CaseFileStore.instant(row, "saved_at")),
                row.getObject("expires_on", LocalDate.class),
                filed == null ? null : CaseKey.number(filed));
    }

    private static @Nullable String title(Procedure procedure, ObjectNode answers, Drafts.@Nullable WalkIn walkIn) {
        var name = Subjects.text(answers, procedure.subject().name());
        return name != null || walkIn == null ? name : walkIn.name();
    }
}
