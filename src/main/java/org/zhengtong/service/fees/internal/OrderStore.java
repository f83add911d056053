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
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.fees.NotificationOutcome;
import org.zhengtong.service.fees.PaymentOrder;
import org.zhengtong.service.fees.PaymentOrder.State;

/** Payment orders in {@code fees.payment_order}, and what came in about them. Whoever changes an order has locked its bill. */
@Component
class OrderStore {

    private static final String COLUMNS =
            "number, bill, amount_fen, state, address, transaction_id, made_at, expires_at, paid_at";

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PaymentOrder> of(BillNumber bill) {
        return jdbc.sql("select " + COLUMNS
                        + " from fees.payment_order where bill = :bill order by made_at desc, number desc")
                .param("bill", bill.value())
                .query(OrderStore::toOrder)
                .list();
    }

    Optional<PaymentOrder> find(String number) {
        return jdbc.sql("select " + COLUMNS + " from fees.payment_order where number = :number")
                .param("number", number)
                .query(OrderStore::toOrder)
                .optional();
    }

    /** Orders that still wait, made before a moment. */
    List<PaymentOrder> open(Instant before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from fees.payment_order
                where state = 'OPEN' and made_at < :before
                order by made_at
                limit :limit
                """)
                .param("before", FeeStore.utc(before))
                .param("limit", limit)
                .query(OrderStore::toOrder)
                .list();
    }

    void insert(PaymentOrder order) {
        jdbc.sql("""
                insert into fees.payment_order (number, bill, amount_fen, state, made_at, expires_at)
                values (:number, :bill, :amount, :state, :madeAt, :expiresAt)
                """)
                .param("number", order.number())
                .param("bill", order.bill().value())
                .param("amount", order.amount().fen())
                .param("state", order.state().name())
                .param("madeAt", FeeStore.utc(order.madeAt()))
                .param("expiresAt", FeeStore.utc(order.expiresAt()))
                .update();
    }

    void setAddress(String number, String address) {
        jdbc.sql("update fees.payment_order set address = :address where number = :number")
                .param("number", number)
                .param("address", address)
                .update();
    }

    /** Ends waiting for an order; one that was paid meanwhile stays paid. */
    void close(String number) {
        jdbc.sql("update fees.payment_order set state = 'CLOSED' where number = :number and state = 'OPEN'")
                .param("number", number)
                .update();
    }

    void refunded(String number) {
        jdbc.sql("update fees.payment_order set state = 'REFUNDED' where number = :number and state = 'PAID'")
                .param("number", number)
                .update();
    }

    void pay(String number, String transaction, Instant at, LocalDate on) {
        jdbc.sql("""
                update fees.payment_order
                set state = 'PAID', transaction_id = :transaction, paid_at = :at, paid_on = :on
                where number = :number
                """)
                .param("number", number)
                .param("transaction", transaction)
                .param("at", FeeStore.utc(at))
                .param("on", on)
                .update();
    }

    /** Orders paid on a day of the provider, whatever became of them. */
    List<PaymentOrder> paidOn(LocalDate day) {
        return jdbc.sql("select " + COLUMNS + " from fees.payment_order where paid_on = :day order by number")
                .param("day", day)
                .query(OrderStore::toOrder)
                .list();
    }

    void note(PaymentReport report, NotificationOutcome outcome, Instant at) {
        jdbc.sql("""
                insert into fees.notification (arrived_at, order_number, transaction_id, amount_fen, outcome)
                values (:at, :order, :transaction, :amount, :outcome)
                """)
                .param("at", FeeStore.utc(at))
                .param("order", report.order())
                .param("transaction", report.transaction())
                .param("amount", report.amount().fen())
                .param("outcome", outcome.name())
                .update();
    }

    private static PaymentOrder toOrder(ResultSet row, int at) throws SQLException {
        return new PaymentOrder(
                row.getString("number"),
                new BillNumber(row.getString("bill")),
                new Money(row.getLong("amount_fen")),
                State.valueOf(row.getString("state")),
                row.getString("address"),
                row.getString("transaction_id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                FeeStore.instant(row, "paid_at"));
    }
}
