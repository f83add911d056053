package org.zhengtong.service.fees.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.Refund;

/** Refunds in {@code fees.refund}; an order has at most one that was not refused. */
@Component
class RefundStore {

    private static final String COLUMNS = """
            r.id, r.order_number, r.department, r.amount_fen, r.reason, r.state, r.asked_at, r.asked_by, r.asked_by_name,
            r.decided_at, r.decided_by_name, r.done_at
            """;

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(PaymentOrder order, Bill bill, String reason, CurrentUser by, Instant at) {
        return jdbc.sql("""
                        insert into fees.refund
                            (order_number, department, amount_fen, reason, state, asked_at, asked_by, asked_by_name)
                        values (:order, :department, :amount, :reason, 'ASKED', :at, :by, :name)
                        on conflict (order_number) where state <> 'REFUSED' do nothing
                        """)
                        .param("order", order.number())
                        .param("department", bill.department().value())
                        .param("amount", order.amount().fen())
                        .param("reason", reason)
                        .param("at", FeeStore.utc(at))
                        .param("by", by.id().value())
                        .param("name", by.name())
                        .update()
                > 0;
    }

    List<Refund> of(BillNumber bill) {
        return jdbc.sql("select " + COLUMNS + """
                 from fees.refund r
                join fees.payment_order o on o.number = r.order_number
                where o.bill = :bill
                order by r.id desc
                """)
                .param("bill", bill.value())
                .query(RefundStore::toRefund)
                .list();
    }

    Optional<Refund> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from fees.refund r where id = :id")
                .param("id", id)
                .query(RefundStore::toRefund)
                .optional();
    }

    /** Approved ones that the provider has not confirmed. */
    List<Refund> unconfirmed(int limit) {
        return jdbc.sql("select " + COLUMNS + " from fees.refund r where state = 'APPROVED' order by id limit :limit")
                .param("limit", limit)
                .query(RefundStore::toRefund)
                .list();
    }

    /** Refunds the provider did on a day. */
    List<Refund> doneOn(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from fees.refund r where done_on = :day order by id")
                .param("day", day)
                .query(RefundStore::toRefund)
                .list();
    }

    void decide(long id, Refund.State state, CurrentUser by, Instant at) {
        jdbc.sql("""
                update fees.refund
                set state = :state, decided_at = :at, decided_by_name = :name
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
                .param("at", FeeStore.utc(at))
                .param("name", by.name())
                .update();
    }

    void done(long id, Instant at, LocalDate on) {
        jdbc.sql("update fees.refund set state = 'DONE', done_at = :at, done_on = :on where id = :id")
                .param("id", id)
                .param("at", FeeStore.utc(at))
                .param("on", on)
                .update();
    }

    private static Refund toRefund(ResultSet row, int at) throws SQLException {
        return new Refund(
                row.getLong("id"),
                row.getString("order_number"),
                new DepartmentId(row.getString("department")),
                new Money(row.getLong("amount_fen")),
                row.getString("reason"),
                Refund.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                new AccountId(row.getLong("asked_by")),
                row.getString("asked_by_name"),
                FeeStore.instant(row, "decided_at"),
                row.getString("decided_by_name"),
                FeeStore.instant(row, "done_at"));
    }
}
