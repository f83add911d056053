package org.zhengtong.service.fees.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.fees.BillNumber;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.fees.Reconciliation.Day;
import org.zhengtong.service.fees.Reconciliation.Difference;
import org.zhengtong.service.fees.Reconciliation.Kind;

/** Compared days and their differences. */
@Component
class ReconciliationStore {

    private static final String DIFFERENCES = """
            select d.id, d.day, d.kind, d.order_number, o.bill, d.bank_fen, d.our_fen, d.note, d.settled_at, d.settled_by
            from fees.difference d
            left join fees.payment_order o on o.number = regexp_replace(d.order_number, '-R$', '')
            """;

    private final JdbcClient jdbc;

    ReconciliationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Day day) {
        jdbc.sql("""
                insert into fees.reconciled_day (day, run_at, bank_lines, bank_fen, our_lines, our_fen)
                values (:day, :at, :bankLines, :bank, :ourLines, :ours)
                on conflict (day) do update
                set run_at = excluded.run_at, bank_lines = excluded.bank_lines, bank_fen = excluded.bank_fen,
                    our_lines = excluded.our_lines, our_fen = excluded.our_fen
                """)
                .param("day", day.day())
                .param("at", FeeStore.utc(day.runAt()))
                .param("bankLines", day.bankLines())
                .param("bank", day.bank().fen())
                .param("ourLines", day.ourLines())
                .param("ours", day.ours().fen())
                .update();
    }

    /** Differences that a new comparison no longer finds, and that nobody has worked on, are gone. */
    void forgetOpen(LocalDate day) {
        jdbc.sql("""
                delete from fees.difference
                where day = :day and settled_at is null and kind in ('BANK_ONLY', 'OURS_ONLY', 'AMOUNT')
                """).param("day", day).update();
    }

    void add(LocalDate day, Kind kind, String order, @Nullable Money bank, @Nullable Money ours, Instant at) {
        jdbc.sql("""
                insert into fees.difference (day, kind, order_number, bank_fen, our_fen, found_at)
                values (:day, :kind, :order, :bank, :ours, :at)
                on conflict (day, kind, order_number) do nothing
                """)
                .param("day", day)
                .param("kind", kind.name())
                .param("order", order)
                .param("bank", bank == null ? null : bank.fen())
                .param("ours", ours == null ? null : ours.fen())
                .param("at", FeeStore.utc(at))
                .update();
    }

    List<Day> days(LocalDate before, int limit) {
        return jdbc.sql("""
                select day, run_at, bank_lines, bank_fen, our_lines, our_fen
                from fees.reconciled_day
                where day < :before
                order by day desc
                limit :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, at) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getObject("run_at", OffsetDateTime.class).toInstant(),
                        row.getInt("bank_lines"),
                        new Money(row.getLong("bank_fen")),
                        row.getInt("our_lines"),
                        new Money(row.getLong("our_fen"))))
                .list();
    }

    List<Difference> differences(boolean open, long before, int limit) {
        return jdbc.sql(DIFFERENCES + """
                where (d.settled_at is null) = :open and d.id < :before
                order by d.id desc
                limit :limit
                """)
                .param("open", open)
                .param("before", before)
                .param("limit", limit)
                .query(ReconciliationStore::toDifference)
                .list();
    }

    Optional<Difference> find(long id) {
        return jdbc.sql(DIFFERENCES + "where d.id = :id")
                .param("id", id)
                .query(ReconciliationStore::toDifference)
                .optional();
    }

    boolean settle(long id, String note, String by, Instant at) {
        return jdbc.sql("""
                        update fees.difference
                        set note = :note, settled_at = :at, settled_by = :by
                        where id = :id and settled_at is null
                        """)
                        .param("id", id)
                        .param("note", note)
                        .param("by", by)
                        .param("at", FeeStore.utc(at))
                        .update()
                > 0;
    }

    private static Difference toDifference(ResultSet row, int at) throws SQLException {
        var bill = row.getString("bill");
        return new Difference(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("order_number"),
                bill == null ? null : new BillNumber(bill),
                money(row, "bank_fen"),
                money(row, "our_fen"),
                row.getString("note"),
                FeeStore.instant(row, "settled_at"),
                row.getString("settled_by"));
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        var fen = row.getLong(column);
        return row.wasNull() ? null : new Money(fen);
    }
}
