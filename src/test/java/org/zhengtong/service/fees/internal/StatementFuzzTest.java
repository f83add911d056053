package org.zhengtong.service.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.service.fees.BillQuery;
import org.zhengtong.service.fees.Money;

/** What a payment provider sends is read whole or not at all; amounts are whole fen. */
class StatementFuzzTest {

    private static final Statement TWO = new Statement(List.of(
            new Statement.Line(false, "B-20260302-000001-1", "T1", new Money(4000)),
            new Statement.Line(true, "B-20260301-000009-1-R", "T2", new Money(55_000))));

    @FuzzTest(maxDuration = "10m")
    void a_provider_s_words(FuzzedDataProvider data) {
        switch (data.consumeInt(0, 3)) {
            case 0 ->
                Statement.read(data.consumeRemainingAsBytes())
                        .ifPresent(
                                read -> assertThat(Statement.read(read.written().getBytes(StandardCharsets.UTF_8)))
                                        .contains(read));
            case 1 ->
                PaymentReport.read(data.consumeRemainingAsBytes())
                        .ifPresent(report -> assertThat(report.amount().fen()).isNotNegative());
            case 2 ->
                Money.parseYuan(data.consumeRemainingAsString())
                        .ifPresent(
                                read -> assertThat(Money.parseYuan(read.yuan())).contains(read));
            default -> {
                var cursor = BillQuery.Cursor.parse(data.consumeRemainingAsString());
                assertThat(cursor == null ? null : BillQuery.Cursor.parse(cursor.text()))
                        .isEqualTo(cursor);
            }
        }
    }

    @Test
    void a_statement_is_read_as_it_was_written() {
        assertThat(Statement.read(bytes(TWO.written()))).contains(TWO);
        assertThat(Statement.read(bytes(TWO.written().replace("\n", "\r\n")))).contains(TWO);
    }

    @Test
    void a_statement_that_is_not_whole_is_none() {
        var written = TWO.written();

        assertThat(Statement.read(bytes(written.substring(0, written.indexOf("TOTAL")))))
                .isEmpty();
        assertThat(Statement.read(bytes(written.replace("TOTAL,2", "TOTAL,3")))).isEmpty();
        assertThat(Statement.read(bytes(written.replace("55000", "55001")))).isEmpty();
        assertThat(Statement.read(bytes(written.replace("4000", "40.00")))).isEmpty();
        assertThat(Statement.read(bytes(written + "PAY,B-1,T,1\n"))).isEmpty();
        assertThat(Statement.read(bytes(written.replace("B-20260301-000009-1-R", "B-20260302-000001-1"))))
                .isEmpty();
    }

    @Test
    void yuan_become_whole_fen() {
        assertThat(Money.parseYuan("40")).contains(new Money(4000));
        assertThat(Money.parseYuan("0.5")).contains(new Money(50));
        assertThat(Money.parseYuan("19.99")).contains(new Money(1999));
        assertThat(Money.parseYuan("40.001")).isEmpty();
        assertThat(Money.parseYuan("-1")).isEmpty();
        assertThat(Money.parseYuan("1e3")).isEmpty();
        assertThat(new Money(5).yuan()).isEqualTo("0.05");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
