package org.zhengtong.base.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.zhengtong.base.schema.internal.Workbooks;

/** Any bytes are lines of cells, or a file refused with words; a small file never becomes a big one. */
class TableFilesFuzzTest {
    private static final int MOST = 20_000;
    private static final byte[] WORKBOOK = workbook();

    @FuzzTest(maxDuration = "10m")
    void a_table(FuzzedDataProvider data) {
        try {
            var read = data.consumeBoolean()
                    ? CsvLines.read(data.consumeRemainingAsBytes(), MOST)
                    : XlsxLines.read(
                            Workbooks.withPart(
                                    WORKBOOK,
                                    data.consumeInt(0, 9),
                                    data.consumeInt(0, 3_000),
                                    data.consumeRemainingAsString()),
                            MOST);
            assertThat(read.lines()).hasSizeLessThanOrEqualTo(MOST + 1);
            assertThat(read.lines().stream()
                            .mapToLong(line -> line.cells().size())
                            .sum())
                    .isLessThan(100_000);
        } catch (UnreadableSheet refused) {
            assertThat(refused.key()).startsWith("sheets.");
        }
    }

    static byte[] workbook() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("部门");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "opened_on");
            sheet.value(1, 0, "370203.test-a");
            sheet.value(1, 1, LocalDate.of(2026, 3, 2));
            sheet.style(1, 1).format("yyyy-MM-dd").set();
            sheet.value(2, 0, 17.5);
            sheet.value(2, 1, true);
            sheet.formula(2, 2, "A1+B1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
