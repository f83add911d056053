package org.zhengtong.base.schema.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.schema.CellFault;
import org.zhengtong.base.schema.FormSchema;
import org.zhengtong.base.schema.FormWorkbooks;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.WorkbookReading;
import tools.jackson.databind.node.ObjectNode;

/** Forms go out as workbooks and come back; what is wrong is named by sheet, row and column. */
class WorkbookTest {
    private static final ObjectNode NOTHING = FormFixtures.json("{}");

    private final Forms forms = FormFixtures.forms();
    private final FormWorkbooks workbooks = FormFixtures.workbooks();

    @ParameterizedTest
    @CsvSource({
        "government-it-survey, zh", "government-it-survey, en",
        "regional-it-need, zh", "regional-it-need, en",
        "project-budget, zh"
    })
    void a_filled_form_comes_back_unchanged(String key, String language) {
        var form = FormFixtures.library(forms, key);
        var answers = forms.settle(form, FormFixtures.filled(key));
        var workbook = workbooks.write(form, key, answers, Locale.of(language));

        var back = workbooks.read(form, key, answers, workbook, Locale.CHINA);

        assertThat(back.faults())
                .filteredOn(fault -> !fault.text().contains("两边要相等"))
                .isEmpty();
        assertThat(back.answers()).contains(answers);
    }

    @Test
    void rows_within_rows_find_the_row_they_belong_to() {
        var form = forms.parse(ORDERS);
        var answers = FormFixtures.json("""
                {"p": {"orders": [
                  {"name": "甲", "where": {"city": "济南"}, "items": [{"what": "纸", "count": 2}, {"what": "笔"}]},
                  {"name": "乙", "items": []},
                  {"name": "丙", "where": {"city": "青岛"}, "items": [{"what": "墨", "count": 1}]}]}}""");

        var back = workbooks.read(
                form, "orders", NOTHING, workbooks.write(form, "orders", answers, Locale.CHINA), Locale.CHINA);

        assertThat(back.answers().orElseThrow().at("/p/orders/2/items/0/what").asString())
                .isEqualTo("墨");
        assertThat(back.answers().orElseThrow().at("/p/orders/0/items").size()).isEqualTo(2);
        assertThat(back.answers().orElseThrow().at("/p/orders/2/where/city").asString())
                .isEqualTo("青岛");
    }

    static final String ORDERS = """
            title: 订单
            properties:
              p:
                type: object
                title: 页
                properties:
                  orders:
                    type: array
                    title: 订单
                    items:
                      type: object
                      title: 订单
                      properties:
                        name: {type: string, title: 名称}
                        where: {type: object, title: 地点, properties: {city: {type: string, title: 城市}}}
                        items:
                          type: array
                          title: 物品
                          items:
                            type: object
                            title: 物品
                            properties:
                              what: {type: string, title: 什么}
                              count: {type: integer, title: 数量}
            """;

    @Test
    void what_is_to_mend_is_named_by_sheet_row_and_column() {
        var form = FormFixtures.library(forms, "project-budget");
        var answers = FormFixtures.filled("project-budget");
        ((ObjectNode) answers.at("/spending/lines/1")).put("quantity", "很多").put("account", "other-capital");

        var back = read(form, workbooks.write(form, "project-budget", answers, Locale.CHINA));

        assertThat(back.answers()).isPresent();
        assertThat(back.faults())
                .extracting(CellFault::sheet, CellFault::row, CellFault::column)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("支出明细表", 4, "C"),
                        org.assertj.core.groups.Tuple.tuple("支出明细表", 4, "D"));
        assertThat(back.faults()).anyMatch(fault -> fault.text().contains("2021年12月31日"));
    }

    private WorkbookReading read(FormSchema form, byte[] workbook) {
        return workbooks.read(form, "project-budget", NOTHING, workbook, Locale.CHINA);
    }

    @Test
    void a_formula_in_a_cell_is_refused_at_its_place() {
        var form = FormFixtures.library(forms, "project-budget");
        var workbook = workbooks.write(form, "project-budget", FormFixtures.filled("project-budget"), Locale.CHINA);

        var back = read(
                form,
                changed(
                        workbook,
                        "xl/worksheets/sheet2.xml",
                        xml -> xml.replaceFirst(
                                "<c r=\"B4\"[^>]*>.*?</c>",
                                "<c r=\"B4\"><f>HYPERLINK(\"http://x\")</f><v>2026</v></c>")));

        assertThat(back.answers()).isEmpty();
        assertThat(back.faults()).containsExactly(new CellFault("主表", 4, "B", "这一格是公式。请粘贴为数值。"));
    }

    private static byte[] changed(byte[] workbook, String part, UnaryOperator<String> change) {
        return Workbooks.changed(workbook, (name, text) -> name.equals(part) ? change.apply(text) : text);
    }

    @Test
    void other_files_and_other_forms_are_refused_in_words() throws IOException {
        var form = FormFixtures.library(forms, "project-budget");
        var survey = FormFixtures.library(forms, "government-it-survey");
        var another = workbooks.write(survey, "government-it-survey", NOTHING, Locale.CHINA);
        var older = forms.parse(form.source() + "\n# changed\n");

        assertThat(said(form, new byte[0])).startsWith("不是 XLSX 工作簿");
        assertThat(said(form, "a,b\n1,2".getBytes(StandardCharsets.UTF_8))).startsWith("不是 XLSX 工作簿");
        assertThat(said(form, another)).isEqualTo("是另一张表单的工作簿。");
        assertThat(said(form, workbooks.write(older, "project-budget", NOTHING, Locale.CHINA)))
                .startsWith("是这张表单另一版的工作簿");
        assertThat(said(form, foreign())).startsWith("不是从这里下载的工作簿");
    }

    private String said(FormSchema form, byte[] workbook) {
        var back = read(form, workbook);
        assertThat(back.answers()).isEmpty();
        return back.faults().getFirst().text();
    }

    private static byte[] foreign() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Somebody", "1.0")) {
            workbook.newWorksheet("Sheet1").value(0, 0, "hello");
        }
        return out.toByteArray();
    }

    @Test
    void broken_workbooks_are_refused() {
        var form = FormFixtures.library(forms, "project-budget");
        var workbook = workbooks.write(form, "project-budget", NOTHING, Locale.CHINA);

        assertThat(said(form, java.util.Arrays.copyOf(workbook, workbook.length / 2)))
                .contains("工作簿");
        assertThat(said(form, changed(workbook, "xl/workbook.xml", xml -> "<workbook><sheets>")))
                .startsWith("工作簿已经损坏");
        assertThat(said(form, changed(workbook, "xl/worksheets/sheet2.xml", xml -> xml.substring(0, xml.length() / 2))))
                .startsWith("工作簿已经损坏");
        assertThat(
                        said(
                                form,
                                changed(
                                        workbook,
                                        "xl/sharedStrings.xml",
                                        xml ->
                                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst>&a;</sst>")))
                .startsWith("工作簿已经损坏");
    }

    @Test
    void a_sheet_or_a_column_taken_away_is_named() {
        var form = FormFixtures.library(forms, "project-budget");
        var workbook = workbooks.write(form, "project-budget", NOTHING, Locale.CHINA);

        assertThat(
                        said(
                                form,
                                changed(
                                        workbook,
                                        "xl/worksheets/sheet5.xml",
                                        xml ->
                                                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")))
                .startsWith("缺少工作表“");
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws IOException {
        var form = FormFixtures.library(forms, "project-budget");
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(name));
                var megabyte = new byte[1024 * 1024];
                for (int i = 0; i < 300; i++) {
                    zip.write(megabyte);
                }
            }
        }

        assertThat(out.size()).isLessThan(2 * 1024 * 1024);
        assertThat(said(form, out.toByteArray())).startsWith("工作簿解开后太大");
    }
}
