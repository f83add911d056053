package org.zhengtong.data.registers.internal.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.registers.internal.credit.CreditRequest.Kind;
import org.zhengtong.data.registers.internal.credit.CreditRequest.State;

/** Requests in {@code registers.credit_request}. */
@Component
class CreditRequestStore {

    private static final String SELECT = """
            select id, entry, kind, reason, filed_by, filed_by_name, filed_at, due_on, state, answer, answered_by, answered_at
            from registers.credit_request
            """;

    private final JdbcClient jdbc;

    CreditRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Files a request; empty when one of this kind waits already. */
    Optional<CreditRequest> add(String entry, Kind kind, String reason, CurrentUser by, Instant at, LocalDate dueOn) {
        return jdbc.sql("""
                insert into registers.credit_request
                  (entry, kind, reason, filed_by, filed_by_name, filed_at, due_on, state)
                values (:entry, :kind, :reason, :by, :name, :at, :dueOn, 'OPEN')
                on conflict (entry, kind) where state = 'OPEN' do nothing
                returning *
                """)
                .param("entry", entry)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("by", by.id().value())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("dueOn", dueOn)
                .query(CreditRequestStore::toRequest)
                .optional();
    }

    Optional<CreditRequest> lock(long id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(CreditRequestStore::toRequest)
                .optional();
    }

    List<CreditRequest> open(int most) {
        return jdbc.sql(SELECT + " where state = 'OPEN' order by due_on, id limit :most")
                .param("most", most)
                .query(CreditRequestStore::toRequest)
                .list();
    }

    List<CreditRequest> answered(int most) {
        return jdbc.sql(SELECT + " where state <> 'OPEN' order by answered_at desc, id desc limit :most")
                .param("most", most)
                .query(CreditRequestStore::toRequest)
                .list();
    }

    List<CreditRequest> filedBy(long account, int most) {
        return jdbc.sql(SELECT + " where filed_by = :account order by id desc limit :most")
                .param("account", account)
                .param("most", most)
                .query(CreditRequestStore::toRequest)
                .list();
    }

    void answer(long id, State state, String answer, String by, Instant at) {
        jdbc.sql("""
                update registers.credit_request
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

    private static CreditRequest toRequest(ResultSet row, int number) throws SQLException {
        var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new CreditRequest(
                row.getLong("id"),
                row.getString("entry"),
                Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getLong("filed_by"),
                row.getString("filed_by_name"),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getString("answer"),
                row.getString("answered_by"),
                answeredAt == null ? null : answeredAt.toInstant());
    }
}
