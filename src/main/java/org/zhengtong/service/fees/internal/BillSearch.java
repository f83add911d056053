package org.zhengtong.service.fees.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.fees.Bill;
import org.zhengtong.service.fees.BillQuery;

/** Lists of bills, each page after the last bill of the one before. */
@Component
class BillSearch {

    private final JdbcClient jdbc;
    private final BillStore bills;

    BillSearch(JdbcClient jdbc, BillStore bills) {
        this.jdbc = jdbc;
        this.bills = bills;
    }

    List<Bill> mine(AccountId payer, String before, int limit) {
        return bills.whole(jdbc.sql("select " + BillStore.COLUMNS + """
                 from fees.bill
                where payer = :payer and (:before = '' or number < :before)
                order by number desc
                limit :limit
                """)
                .param("payer", payer.value())
                .param("before", before)
                .param("limit", limit)
                .query(BillStore::toBill)
                .list());
    }

    List<Bill> find(BillQuery query, DataScope scope) {
        var after = query.after();
        return bills.whole(jdbc.sql("select " + BillStore.COLUMNS + """
                 from fees.bill
                where (:everything or department = any (:departments) or department like any (:divisions))
                    and (cast(:state as text) is null or state = :state)
                    and (:text = '' or number = :text or case_number = :text or strpos(payer_name, :text) > 0)
                    and (cast(:from as timestamptz) is null or made_at >= :from)
                    and (cast(:before as timestamptz) is null or made_at < :before)
                    and (:first or\s""" + afterwards(query.sort()) + ") order by "
                        + order(query.sort()) + " limit :limit")
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("state", query.state() == null ? null : query.state().name())
                .param("text", query.text())
                .param("from", FeeStore.utcOrNull(query.from()))
                .param("before", FeeStore.utcOrNull(query.before()))
                .param("first", after == null)
                .param("amount", after == null ? 0L : after.amount().fen())
                .param("number", after == null ? "" : after.number().value())
                .param("limit", query.limit())
                .query(BillStore::toBill)
                .list());
    }

    private static String afterwards(BillQuery.Sort sort) {
        return switch (sort) {
            case NEWEST -> "(number < :number and :amount >= 0)";
            case OLDEST -> "(number > :number and :amount >= 0)";
            case AMOUNT -> "(amount_fen, number) < (:amount, :number)";
        };
    }

    private static String order(BillQuery.Sort sort) {
        return switch (sort) {
            case NEWEST -> "number desc";
            case OLDEST -> "number";
            case AMOUNT -> "amount_fen desc, number desc";
        };
    }
}
