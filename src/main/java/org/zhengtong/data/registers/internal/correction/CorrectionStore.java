package org.zhengtong.data.registers.internal.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.Corrections.Doubt;
import org.zhengtong.data.registers.Corrections.State;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;

/** Doubts in {@code registers.correction}. */
@Component
class CorrectionStore {

    private static final String SELECT = """
            select id, register, record_key, item, shown, claimed, reason, source, flagged_by, flagged_by_name, flagged_at,
                   due_on, state, answer, answered_by, answered_at
            from registers.correction
            """;
    private static final String MINE = "(:everything or source = any (:departments) or source like any (:divisions))";

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CorrectionRequest add(Doubt doubt, String shown, DepartmentId source, CurrentUser by, Instant at, LocalDate dueOn) {
        return jdbc.sql("""
                insert into registers.correction
                  (register, record_key, item, shown, claimed, reason, source, flagged_by, flagged_by_name, flagged_at, due_on, state)
                values (:register, :key, :item, :shown, :claimed, :reason, :source, :by, :name, :at, :dueOn, 'OPEN')
                returning *
                """)
                .param("register", doubt.register().value())
                .param("key", doubt.key().value())
                .param("item", doubt.item().value())
                .param("shown", shown)
                .param("claimed", doubt.claimed())
                .param("reason", doubt.reason())
                .param("source", source.value())
                .param("by", by.id().value())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("dueOn", dueOn)
                .query(CorrectionStore::toRequest)
                .single();
    }

    Optional<CorrectionRequest> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(CorrectionStore::toRequest)
                .optional();
    }

    Optional<CorrectionRequest> lock(long id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(CorrectionStore::toRequest)
                .optional();
    }

    List<CorrectionRequest> openFor(RegisterCode register, RecordKey key) {
        return jdbc.sql(SELECT + " where register = :register and record_key = :key and state = 'OPEN' order by id")
                .param("register", register.value())
                .param("key", key.value())
                .query(CorrectionStore::toRequest)
                .list();
    }

    List<CorrectionRequest> open(DataScope scope, @Nullable CorrectionRequest after, int most) {
        return scoped(SELECT + " where state = 'OPEN' and " + MINE + """
                 and (due_on, id) > (:dueOn, :id)
                order by due_on, id
                limit :most
                """, scope)
                .param("dueOn", after == null ? LocalDate.of(1, 1, 1) : after.dueOn())
                .param("id", after == null ? 0 : after.id())
                .param("most", most)
                .query(CorrectionStore::toRequest)
                .list();
    }

    List<CorrectionRequest> answered(DataScope scope, @Nullable Long before, int most) {
        return scoped(SELECT + " where state <> 'OPEN' and " + MINE + """
                 and id < :before
                order by id desc
                limit :most
                """, scope)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query(CorrectionStore::toRequest)
                .list();
    }

    long waiting(DataScope scope) {
        return scoped("select count(*) from registers.correction where state = 'OPEN' and " + MINE, scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec scoped(String sql, DataScope scope) {
        return jdbc.sql(sql)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns());
    }

    void answer(long id, State state, String answer, String by, Instant at) {
        jdbc.sql("""
                update registers.correction
                set state = :state, answer = :answer, answered_by = :by, answered_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("answer", answer)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CorrectionRequest toRequest(ResultSet row, int number) throws SQLException {
        var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new CorrectionRequest(
                row.getLong("id"),
                new RegisterCode(row.getString("register")),
                new RecordKey(row.getString("record_key")),
                new ItemName(row.getString("item")),
                row.getString("shown"),
                row.getString("claimed"),
                row.getString("reason"),
                new DepartmentId(row.getString("source")),
                row.getLong("flagged_by"),
                row.getString("flagged_by_name"),
                row.getObject("flagged_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getString("answered_by"),
                answeredAt == null ? null : answeredAt.toInstant());
    }
}
