package org.zhengtong.service.fees.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.BillState;
import org.zhengtong.service.fees.Fee;
import org.zhengtong.service.fees.FeeStage;
import org.zhengtong.service.fees.Money;

/** Bills in {@code fees.bill}. */
@Component
class BillStore {

    static final String COLUMNS = """
            number, case_number, stage, department, item_code, item_name, payer, payer_name, amount_fen, before_delivery, state,
            made_at, paid_at, paid_order, ended_at, exempt_reason, exempt_law, exempt_by
            """;

    private final JdbcClient jdbc;

    BillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Bills of one day are numbered one after the other. */
    BillNumber nextNumber(LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('fees.bill'), :day)")
                .param("day", (int) day.toEpochDay())
                .query(row -> {});
        var first = BillNumber.of(day, 0).value();
        var last = jdbc.sql("select max(number) from fees.bill where number >= :first and number < :next")
                .param("first", first)
                .param("next", BillNumber.of(day, 999_999).value())
                .query(String.class)
                .optional()
                .orElse(first);
        return BillNumber.of(day, Long.parseLong(last.substring(last.length() - 6)) + 1);
    }

    /** Makes the bill of a case and stage unless it is there already. */
    boolean insert(BillNumber number, CaseFile file, FeeStage stage, List<Fee> fees, Instant at) {
        var amount = fees.stream().map(Fee::amount).reduce(Money.NONE, Money::plus);
        var account = file.applicant().account();
        var made = jdbc.sql("""
                insert into fees.bill
                    (number, case_number, stage, department, item_code, item_name, payer, payer_name, amount_fen,
                    before_delivery, state, made_at)
                values
                    (:number, :case, :stage, :department, :item, :itemName, :payer, :payerName, :amount, :before, 'OPEN', :at)
                on conflict (case_number, stage) do nothing
                """)
                .param("number", number.value())
                .param("case", file.number().value())
                .param("stage", stage.name())
                .param("department", file.leadDepartment().value())
                .param("item", file.itemCode().value())
                .param("itemName", file.itemName())
                .param("payer", account == null ? null : account.value())
                .param("payerName", file.applicant().name())
                .param("amount", amount.fen())
                .param("before", fees.stream().anyMatch(Fee::beforeDelivery))
                .param("at", FeeStore.utc(at))
                .update();
        if (made > 0) {
            insertLines(number, fees);
        }
        return made > 0;
    }

    private void insertLines(BillNumber number, List<Fee> fees) {
        for (var position = 0; position < fees.size(); position++) {
            jdbc.sql("insert into fees.bill_line (bill, position, fee) values (:bill, :position, :fee)")
                    .param("bill", number.value())
                    .param("position", position + 1)
                    .param("fee", fees.get(position).id())
                    .update();
        }
    }

    Optional<Bill> find(BillNumber number) {
        return whole(jdbc.sql("select " + COLUMNS + " from fees.bill where number = :number")
                        .param("number", number.value())
                        .query(BillStore::toBill)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Bill> lock(BillNumber number) {
        return whole(jdbc.sql("select " + COLUMNS + " from fees.bill where number = :number for update")
                        .param("number", number.value())
                        .query(BillStore::toBill)
                        .list())
                .stream()
                .findFirst();
    }

    List<Bill> ofCase(CaseNumber number) {
        return whole(jdbc.sql("select " + COLUMNS + " from fees.bill where case_number = :case order by number")
                .param("case", number.value())
                .query(BillStore::toBill)
                .list());
    }

    boolean holdsBack(CaseNumber number) {
        return jdbc.sql("""
                        select count(*)
                        from fees.bill
                        where case_number = :case and before_delivery and state = 'OPEN'
                        """).param("case", number.value()).query(Long.class).single() > 0;
    }

    void pay(BillNumber number, String order, Instant at) {
        jdbc.sql("""
                update fees.bill
                set state = 'PAID', paid_at = :at, paid_order = :order
                where number = :number
                """)
                .param("number", number.value())
                .param("order", order)
                .param("at", FeeStore.utc(at))
                .update();
    }

    void end(BillNumber number, BillState state, Instant at) {
        jdbc.sql("update fees.bill set state = :state, ended_at = :at where number = :number")
                .param("number", number.value())
                .param("state", state.name())
                .param("at", FeeStore.utc(at))
                .update();
    }

    void exempt(BillNumber number, Bill.Exemption exemption) {
        jdbc.sql("""
                update fees.bill
                set state = 'EXEMPT', ended_at = :at, exempt_reason = :reason, exempt_law = :law, exempt_by = :by
                where number = :number
                """)
                .param("number", number.value())
                .param("at", FeeStore.utc(exemption.at()))
                .param("reason", exemption.reason())
                .param("law", exemption.law())
                .param("by", exemption.byName())
                .update();
    }

    /** The bills with their lines. */
    List<Bill> whole(List<Bill> bills) {
        if (bills.isEmpty()) {
            return bills;
        }
        var lines = new HashMap<String, List<Fee>>();
        jdbc.sql("select l.bill, " + FeeStore.COLUMNS + """
                 from fees.bill_line l
                join fees.fee f on f.id = l.fee
                where l.bill = any (:bills)
                order by l.bill, l.position
                """)
                .param(
                        "bills",
                        bills.stream().map(bill -> bill.number().value()).toArray(String[]::new))
                .query((row, at) -> {
                    var fee = FeeStore.toFee(row, at);
                    lines.computeIfAbsent(row.getString("bill"), key -> new ArrayList<>())
                            .add(fee);
                    return fee;
                })
                .list();
        return bills.stream()
                .map(bill -> withLines(bill, lines.getOrDefault(bill.number().value(), List.of())))
                .toList();
    }

    private static Bill withLines(Bill bill, List<Fee> lines) {
        return new Bill(
                bill.number(),
                bill.caseNumber(),
                bill.stage(),
                bill.department(),
                bill.item(),
                bill.itemName(),
                bill.payer(),
                bill.payerName(),
                bill.amount(),
                bill.beforeDelivery(),
                bill.state(),
                bill.madeAt(),
                bill.paidAt(),
                bill.paidOrder(),
                bill.exemption(),
                lines);
    }

    static Bill toBill(ResultSet row, int at) throws SQLException {
        var payer = row.getLong("payer");
        var endedAt = FeeStore.instant(row, "ended_at");
        var law = row.getString("exempt_law");
        return new Bill(
                new BillNumber(row.getString("number")),
                new CaseNumber(row.getString("case_number")),
                FeeStage.valueOf(row.getString("stage")),
                new DepartmentId(row.getString("department")),
                new ItemCode(row.getString("item_code")),
                row.getString("item_name"),
                payer == 0 ? null : new AccountId(payer),
                row.getString("payer_name"),
                new Money(row.getLong("amount_fen")),
                row.getBoolean("before_delivery"),
                BillState.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                FeeStore.instant(row, "paid_at"),
                row.getString("paid_order"),
                law == null || endedAt == null
                        ? null
                        : new Bill.Exemption(row.getString("exempt_reason"), law, row.getString("exempt_by"), endedAt),
                List.of());
    }
}
