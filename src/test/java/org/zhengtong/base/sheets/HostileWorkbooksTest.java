package org.zhengtong.base.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.packed.WorkbookGuard;
import org.zhengtong.base.schema.internal.Workbooks;

/** Small workbooks made to do damage are refused before a library believes them. */
class HostileWorkbooksTest {
    private static final byte[] WORKBOOK = TableFilesFuzzTest.workbook();

    @ParameterizedTest
    @CsvSource({
        "a column that takes a gigabyte,   r=\"A3\",       r=\"ZZZZZZ3\"",
        "the same in references,           r=\"A3\",       r=\"&#90;ZZZZZ3\"",
        "a column past all numbers,        r=\"A3\",       r=\"ZZZZZZZ3\"",
        "another r beside it,              r=\"A3\",       xmlns:x=\"x\" x:r=\"A3\" r=\"ZZZZZZ3\"",
        "a row past all numbers,           <row r=\"3\",   <row r=\"99999999999\"",
        "text that ends in an entity,      <v>17.5</v>,    <v>&am</v>",
        "no end,                           </sheetData>,   <sheetData>",
        "a document type,                  <worksheet ,    <!DOCTYPE worksheet []><worksheet "
    })
    void is_broken(String what, String before, String after) {
        assertThatThrownBy(() -> XlsxLines.read(changed(before, after), 1000))
                .as(what)
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.key()).endsWith("broken-xlsx"));
    }

    @Test
    void a_number_with_a_billion_zeros_stays_short() throws UnreadableSheet {
        assertThat(XlsxLines.read(changed("<v>17.5</v>", "<v>1E999999999</v>"), 1000)
                        .lines()
                        .getLast()
                        .cells())
                .first()
                .isEqualTo("1E+999999999");
    }

    @Test
    void ampersands_pictures_and_cells_without_a_place_are_no_harm() throws UnreadableSheet {
        var many = changed(
                "</row></sheetData>",
                "<c t=\"inlineStr\"><is><t>" + "&amp;".repeat(200_000) + "</t></is></c></row></sheetData>");

        assertThat(WorkbookGuard.fault(many)).isEmpty();
        assertThat(XlsxLines.read(WORKBOOK, 1000).lines()).hasSize(3);
        assertThat(WorkbookGuard.fault("PK no zip".getBytes(StandardCharsets.US_ASCII)))
                .contains(WorkbookGuard.Fault.BROKEN);
        assertThat(List.of(
                        WorkbookGuard.fault(new byte[0]),
                        WorkbookGuard.fault("a,b".getBytes(StandardCharsets.US_ASCII))))
                .allSatisfy(fault -> assertThat(fault).contains(WorkbookGuard.Fault.NOT_A_WORKBOOK));
    }

    @Test
    void a_sheet_merged_twenty_thousand_times_is_not_filled_in_as_often() {
        var merged = changed(
                "</sheetData>",
                "</sheetData><mergeCells>" + "<mergeCell ref=\"A1:GR1048576\"/>".repeat(20_000) + "</mergeCells>");

        assertThatThrownBy(() -> XlsxLines.read(merged, 1000))
                .isInstanceOfSatisfying(
                        UnreadableSheet.class,
                        refused -> assertThat(refused.key()).endsWith("broken-xlsx"));
    }

    private static byte[] changed(String before, String after) {
        return Workbooks.changed(WORKBOOK, (name, text) -> {
            assertThat(name.endsWith("sheet1.xml") && !text.contains(before)).isFalse();
            return name.endsWith("sheet1.xml") ? text.replace(before, after) : text;
        });
    }
}
