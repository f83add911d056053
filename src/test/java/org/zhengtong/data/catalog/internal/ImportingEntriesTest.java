package org.zhengtong.data.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.zhengtong.data.catalog.internal.Fakes.BOTH;
import static org.zhengtong.data.catalog.internal.Fakes.HAN;
import static org.zhengtong.data.catalog.internal.Fakes.YU;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.catalog.CatalogDesk;
import org.zhengtong.data.catalog.CatalogImports.CellFinding;
import org.zhengtong.data.catalog.CatalogImports.Preview;
import org.zhengtong.data.catalog.CatalogImports.ReceiveOutcome.Received;
import org.zhengtong.data.catalog.CatalogImports.ReceiveOutcome.Unreadable;
import org.zhengtong.data.catalog.CatalogRule;

/** Files of entries: read in whatever form they come, told cell by cell, taken as far as they are right. */
class ImportingEntriesTest {
    private static final String HEAD =
            "信息资源名称,分类,摘要,格式,itemName,itemDataType,itemSharing,sharing,modes,openness,updateCycle,publishedOn,domain,extension-network\n"
                    .replace("extension-network", "提供渠道");
    private static final String GOOD_END =
            ",326001,登记产生的数据,PostgreSQL,名称,字符型,无条件共享,无条件共享,共享平台：接口,不开放,每日,2026/2/1,市场监督,政务外网\n";

    private final CatalogRoom room = CatalogRoom.withLists();

    private Preview preview(byte[] content) {
        var received = (Received) room.imports.receive("catalog", content, HAN);
        return room.imports.preview(received.file(), HAN);
    }

    private Preview preview(String text) {
        return preview(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void good_entries_become_drafts_that_can_be_filed() {
        var preview = preview(HEAD + "登记信息" + GOOD_END + ",,,,成立日期,日期型,有条件共享,,,,,,,\n" + "许可信息" + GOOD_END);

        assertThat(preview.findings()).isEmpty();
        assertThat(preview.entries()).isEqualTo(2);
        assertThat(room.imports.takeGood(preview.file(), HAN)).isEqualTo(2);
        var drafts = room.desk
                .mine(new CatalogDesk.Query("", null, null, "", 9), HAN)
                .drafts();
        assertThat(drafts).extracting(each -> each.metadata().name()).containsExactly("许可信息", "登记信息");
        assertThat(drafts.getLast().metadata().items()).hasSize(2);
        assertThat(room.desk.check(drafts.getFirst().id(), drafts.getFirst().metadata()))
                .isEmpty();
    }

    @Test
    void each_wrong_cell_is_named_with_row_column_value_and_rule() {
        var preview = preview(HEAD
                + "登记信息" + GOOD_END
                + "登记 信息" + GOOD_END
                + "检验信息,32,登记产生的数据,CSV,名称,文字,都可以,无条件共享,共享平台：数据库,不开放,每日,2026-13-01,市场监督,政务外网\n"
                + "证照信息,326001,证照信息,PostgreSQL,名称,字符型,无条件共享,有条件共享,共享平台：接口,有条件开放,每天,2027-01-01,市场监督,专线\n");

        assertThat(preview.good()).isEqualTo(1);
        assertThat(preview.findings())
                .extracting(
                        CellFinding::line,
                        CellFinding::column,
                        each -> each.finding().rule())
                .contains(
                        tuple(3, "name", CatalogRule.NAME_TWICE_IN_FILE),
                        tuple(4, "classCode", CatalogRule.CLASS_UNKNOWN),
                        tuple(4, "itemDataType", CatalogRule.ITEM_TYPE_UNKNOWN),
                        tuple(4, "itemSharing", CatalogRule.SHARING_UNKNOWN),
                        tuple(4, "modes", CatalogRule.MODE_UNFIT),
                        tuple(4, "publishedOn", CatalogRule.DATE_WRONG),
                        tuple(5, "summary", CatalogRule.SUMMARY_SAYS_NOTHING),
                        tuple(5, "condition", CatalogRule.CONDITION_MISSING),
                        tuple(5, "openCondition", CatalogRule.OPEN_CONDITION_MISSING),
                        tuple(5, "updateCycle", CatalogRule.CYCLE_UNKNOWN),
                        tuple(5, "publishedOn", CatalogRule.DATE_IN_FUTURE),
                        tuple(5, "extension-network", CatalogRule.EXTENSION_WRONG));
        assertThat(preview.findings().stream().filter(each -> each.column().equals("itemSharing")))
                .extracting(CellFinding::value)
                .contains("都可以");
        var bad = room.imports.badRows(preview.file(), HAN);
        assertThat(bad.rows().keySet()).containsExactly(3, 4, 5);
        assertThat(bad.findings().get(4)).isNotEmpty();
    }

    @Test
    void ten_thousand_rows_with_fifty_wrong_ones_are_told_apart() {
        var text = new StringBuilder(HEAD);
        for (var row = 1; row <= 10_000; row++) {
            text.append("资源")
                    .append((char) ('甲' + row % 200))
                    .append("第")
                    .append(row)
                    .append("号信息");
            text.append(row % 200 == 0 ? GOOD_END.replace("字符型", "文字") : GOOD_END);
        }

        var preview = preview(text.toString());

        assertThat(preview.rows()).isEqualTo(10_000);
        assertThat(preview.good()).isEqualTo(9_950);
        assertThat(preview.blocking()).isEqualTo(50);
        assertThat(room.imports.badRows(preview.file(), HAN).rows()).hasSize(50);
    }

    @Test
    void numbers_counted_up_by_dragging_a_cell_are_pointed_at() {
        var first = preview(HEAD + "企业名单1" + GOOD_END);
        room.imports.takeGood(first.file(), HAN);
        var draft = room.desk
                .mine(new CatalogDesk.Query("", null, null, "", 9), HAN)
                .drafts()
                .getFirst();
        room.catalog.file(draft.id(), HAN);
        room.catalog.review(draft.id(), true, "", YU);
        room.catalog.publish(draft.id(), YU);

        var second = preview(HEAD + "企业名单2" + GOOD_END + "企业名单2026" + GOOD_END);

        assertThat(second.findings())
                .extracting(each -> each.finding().rule())
                .containsExactly(CatalogRule.NAME_COUNTED_UP);
        assertThat(second.good()).isEqualTo(2);
    }

    @Test
    void encodings_of_spreadsheets_and_a_byte_order_mark_do_not_matter() {
        var text = HEAD + "登记信息" + GOOD_END;

        assertThat(preview(text.getBytes(Charset.forName("GB18030"))).encoding())
                .isEqualTo("GB18030");
        assertThat(preview("\ufeff" + text).good()).isEqualTo(1);
        assertThat(preview(text.replace("\n", "\r\n")).good()).isEqualTo(1);
        assertThat(preview(text.replace(",", ";")).good()).isEqualTo(1);
    }

    @Test
    void merged_cells_of_a_workbook_count_for_all_their_rows() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("目录");
            var heads = HEAD.strip().split(",");
            for (var column = 0; column < heads.length; column++) {
                sheet.value(0, column, heads[column]);
            }
            var cells = ("登记信息" + GOOD_END.strip()).split(",");
            for (var column = 0; column < cells.length; column++) {
                sheet.value(1, column, cells[column]);
            }
            sheet.value(2, 4, "成立日期");
            sheet.value(2, 5, "日期型");
            for (var column : new int[] {0, 1, 2, 3, 6}) {
                sheet.range(1, column, 2, column).merge();
            }
        }

        var preview = preview(out.toByteArray());

        assertThat(preview.entries()).isEqualTo(1);
        assertThat(preview.findings()).isEmpty();
        room.imports.takeGood(preview.file(), HAN);
        var items = room.desk
                .mine(new CatalogDesk.Query("", null, null, "", 9), HAN)
                .drafts()
                .getFirst()
                .metadata()
                .items();
        assertThat(items)
                .extracting(each -> each.name() + each.sharing())
                .containsExactly("名称UNCONDITIONAL", "成立日期UNCONDITIONAL");
    }

    @Test
    void what_is_no_table_of_entries_is_refused_with_the_reason() {
        assertThat(refused(new byte[0])).isEqualTo("catalog.import.empty");
        assertThat(refused("甲,乙\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("catalog.import.no-name-column");
        assertThat(refused(new byte[] {'a', 0, 'b'})).isEqualTo("sheets.not-a-table");
        assertThat(refused(new byte[] {'P', 'K', 3, 4, 5})).isEqualTo("sheets.broken-xlsx");
        assertThat(refused(new byte[20 * 1024 * 1024 + 1])).isEqualTo("catalog.import.too-big");
    }

    private String refused(byte[] content) {
        return ((Unreadable) room.imports.receive("x", content, HAN)).key();
    }

    @Test
    void other_departments_entries_and_other_peoples_files_are_out_of_reach() {
        var preview = preview("信息资源名称,提供方\n系统清单,济南市大数据局\n");

        assertThat(preview.good()).isZero();
        assertThat(preview.findings()).extracting(each -> each.finding().rule()).contains(CatalogRule.PROVIDER_BEYOND);
        assertThatThrownBy(() -> room.imports.preview(preview.file(), BOTH)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> room.imports.receive("x", new byte[1], YU)).isInstanceOf(ProblemException.class);
        room.imports.discard(preview.file(), HAN);
        assertThatThrownBy(() -> room.imports.preview(preview.file(), HAN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void unknown_columns_are_named_and_left_out() {
        var preview = preview("信息资源名称,颜色\n登记信息,红\n");

        assertThat(preview.unknownColumns()).isEqualTo(List.of("颜色"));
    }
}
