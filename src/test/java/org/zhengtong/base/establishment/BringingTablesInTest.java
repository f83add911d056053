package org.zhengtong.base.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.base.establishment.OrganizationFixtures.creditCode;
import static org.zhengtong.base.establishment.OrganizationFixtures.department;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.establishment.IncomingFiles.Preview;
import org.zhengtong.base.establishment.IncomingFiles.ReceiveOutcome;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.UndoOutcome;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;

@PlatformTest
class BringingTablesInTest {
    private static final String HEAD = "id,name,short_name,kind,parent,credit_code,phone,address,opened_on,closed_on\n";

    @Autowired
    private IncomingFiles files;

    @Autowired
    private OrganizationEditing editing;

    @Autowired
    private Departments departments;

    @Autowired
    private Accounts accounts;

    @Test
    void a_file_is_shown_before_it_is_done_and_done_as_a_whole_and_undone() {
        var preview = received(
                OrganizationTable.DEPARTMENT,
                HEAD
                        + department("370203.test-a", "甲局", "", 1)
                        + department("370203.test-b", "乙局", "370203.test-a", 2));

        assertThat(preview.check().faults()).isEmpty();
        assertThat(preview.check().added()).isEqualTo(2);
        assertThat(departments.find(new DepartmentId("370203.test-a"))).isEmpty();

        var written = (WriteOutcome.Written) bringIn(preview);
        assertThat(departments.require(new DepartmentId("370203.test-b")).parent())
                .isEqualTo(new DepartmentId("370203.test-a"));
        assertThatThrownBy(() -> files.preview(preview.file(), he())).isInstanceOf(ProblemException.class);

        assertThat(editing.undo(written.change(), he().actor())).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(departments.find(new DepartmentId("370203.test-a"))).isEmpty();
    }

    @Test
    void every_cell_that_is_wrong_is_named_with_row_column_value_and_rule_and_nothing_is_written() {
        var preview = received(
                OrganizationTable.DEPARTMENT,
                HEAD + department("370203.test-c", "丙局", "", 3)
                        + department("370203.test-c", "丙局", "", 4)
                        + department("379999.test-d", "丁局", "370203.nobody", 5)
                        + "370203.test-e,,戊局,OTHER,,11370100535570456C,,,2026-13-01,2026-01-01\n");

        assertThat(preview.check().faults())
                .extracting(CellFault::line, CellFault::column, CellFault::rule)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(3, "id", "twice"),
                        org.assertj.core.groups.Tuple.tuple(4, "id", "unknown_division"),
                        org.assertj.core.groups.Tuple.tuple(4, "parent", "unknown_department"),
                        org.assertj.core.groups.Tuple.tuple(5, "name", "missing"),
                        org.assertj.core.groups.Tuple.tuple(5, "kind", "kind"),
                        org.assertj.core.groups.Tuple.tuple(5, "credit_code", "credit_code"),
                        org.assertj.core.groups.Tuple.tuple(5, "opened_on", "date"),
                        org.assertj.core.groups.Tuple.tuple(5, "closed_on", "closed_by_plan"));
        assertThat(bringIn(preview)).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(departments.find(new DepartmentId("370203.test-c"))).isEmpty();
    }

    @Test
    void a_circle_of_parents_is_refused_and_shown() {
        var preview = received(
                OrganizationTable.DEPARTMENT,
                HEAD
                        + department("370203.test-f", "己局", "370203.test-h", 6)
                        + department("370203.test-g", "庚局", "370203.test-f", 7)
                        + department("370203.test-h", "辛局", "370203.test-g", 8));

        assertThat(preview.check().faults())
                .hasSize(3)
                .allMatch(fault -> fault.rule().equals("cycle"));
        assertThat(preview.check().faults().getFirst().args())
                .containsExactly("370203.test-f → 370203.test-h → 370203.test-g → 370203.test-f");
    }

    @Test
    void a_credit_code_belongs_to_one_department() {
        var taken = departments
                .require(new DepartmentId("370100.taxation"))
                .creditCode()
                .value();
        var preview = received(OrganizationTable.DEPARTMENT, HEAD + "370203.test-i,壬局,壬局,AGENCY,," + taken + ",,,,\n");

        assertThat(preview.check().faults()).extracting(CellFault::rule).containsExactly("credit_code_taken");
    }

    @Test
    void an_end_before_the_beginning_is_refused_and_either_date_may_be_left_open() {
        var half = received(
                OrganizationTable.DEPARTMENT,
                HEAD + "370203.test-j,癸局,癸局,AGENCY,," + creditCode(9) + ",,,2020年3月5日,\n");
        assertThat(half.check().faults()).isEmpty();
        assertThat(half.check().changes().getFirst().after().text("opened_on")).isEqualTo("2020-03-05");

        var turned = editing.check(
                OrganizationTable.DEPARTMENT,
                List.of(half.check().changes().getFirst().after().with("closed_on", "2019-01-01")));
        assertThat(turned.faults()).extracting(CellFault::rule).contains("ends_before_it_begins");
    }

    @Test
    void formulas_stay_text() {
        var csv = received(
                OrganizationTable.DEPARTMENT,
                "id,name,kind,credit_code,address\n370203.test-k,=1+1,AGENCY," + creditCode(10)
                        + ",'=HYPERLINK(\"http://x\")\n");

        assertThat(csv.check().faults()).isEmpty();
        assertThat(csv.check().changes().getFirst().after().text("name")).isEqualTo("=1+1");
        assertThat(csv.check().changes().getFirst().after().text("address")).isEqualTo("=HYPERLINK(\"http://x\")");
    }

    @Test
    void gbk_is_recognized_and_what_is_no_text_is_refused() {
        var gbk = files.receive(
                OrganizationTable.DEPARTMENT,
                "gbk.csv",
                ("部门编号,全称,类别,统一社会信用代码\n370203.test-l,青岛市测试局,直属机构," + creditCode(11) + "\n")
                        .getBytes(Charset.forName("GBK")),
                he());
        var preview = files.preview(((ReceiveOutcome.Received) gbk).file(), he());
        assertThat(preview.encoding()).isEqualTo("GB18030");
        assertThat(preview.check().faults()).isEmpty();
        assertThat(preview.check().changes().getFirst().after().text("name")).isEqualTo("青岛市测试局");
        assertThat(preview.check().changes().getFirst().after().text("kind")).isEqualTo("AGENCY");

        assertThat(refused(new byte[] {(byte) 0x81, (byte) 0xff, ',', (byte) 0xff, '\n'}))
                .isEqualTo("sheets.unknown-encoding");
        assertThat(refused(new byte[] {1, 0, 2, 0})).isEqualTo("sheets.not-a-table");
        assertThat(refused("PK\u0003\u0004 nothing".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sheets.broken-xlsx");
        assertThat(refused(new byte[0])).isEqualTo("establishment.import.empty");
    }

    @Test
    void a_spreadsheet_that_unpacks_to_hundreds_of_megabytes_is_refused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(nothing);
            }
        }

        assertThat(packed.size()).isLessThan(1024 * 1024);
        assertThat(refused(packed.toByteArray())).isEqualTo("sheets.unpacks-too-big");
    }

    @Test
    void a_spreadsheet_is_read_with_its_dates_and_unknown_columns_are_named() throws IOException {
        var book = new ByteArrayOutputStream();
        try (var workbook = new Workbook(book, "test", "1.0")) {
            var sheet = workbook.newWorksheet("1");
            var cells = List.of("部门编号", "全称", "类别", "统一社会信用代码", "成立日期");
            for (var column = 0; column < cells.size(); column++) {
                sheet.value(0, column, cells.get(column));
            }
            sheet.value(1, 0, "370203.test-m");
            sheet.value(1, 1, "表格局");
            sheet.value(1, 2, "AGENCY");
            sheet.value(1, 3, creditCode(12));
            sheet.value(1, 4, java.time.LocalDate.of(2021, 5, 6));
            sheet.style(1, 4).format("yyyy-MM-dd").set();
        }
        var preview = preview(files.receive(OrganizationTable.DEPARTMENT, "a.xlsx", book.toByteArray(), he()));
        assertThat(preview.encoding()).isEqualTo("XLSX");
        assertThat(preview.check().faults()).isEmpty();
        assertThat(preview.check().changes().getFirst().after().text("opened_on"))
                .isEqualTo("2021-05-06");

        assertThat(received(OrganizationTable.POST, "id,color\nx,y\n").check().faults())
                .extracting(CellFault::rule)
                .containsExactlyInAnyOrder("unknown_column", "missing_column");
    }

    @Test
    void twenty_thousand_rows_are_checked_and_written_in_seconds() {
        var lines = IntStream.range(0, 20_000)
                .mapToObj(number -> "test-big-" + number + ",众多,370203.test-big,\n")
                .collect(Collectors.joining());
        bringIn(received(OrganizationTable.DEPARTMENT, HEAD + department("370203.test-big", "大局", "", 13)));
        var started = System.nanoTime();

        var preview = received(OrganizationTable.STAFF, "id,name,department,posts\n" + lines);
        var written = (WriteOutcome.Written) bringIn(preview);

        assertThat(written.rows()).isEqualTo(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(40));
        assertThat(editing.undo(written.change(), he().actor())).isInstanceOf(UndoOutcome.Undone.class);
    }

    @Test
    void who_changed_something_since_makes_one_look_again() {
        var preview = received(OrganizationTable.DEPARTMENT, HEAD + department("370203.test-n", "后局", "", 14));
        bringIn(received(OrganizationTable.DEPARTMENT, HEAD + department("370203.test-o", "先局", "", 15)));

        assertThat(bringIn(preview)).isInstanceOf(WriteOutcome.Overtaken.class);
        assertThat(departments.find(new DepartmentId("370203.test-n"))).isEmpty();
    }

    @Test
    void only_who_may_edit_brings_in() {
        assertThatThrownBy(() -> files.receive(OrganizationTable.STAFF, "a.csv", new byte[] {1}, staff("jn-0201")))
                .isInstanceOf(ProblemException.class);
    }

    private WriteOutcome bringIn(Preview preview) {
        return files.bringIn(preview.file(), preview.check().version(), he());
    }

    private Preview received(OrganizationTable table, String csv) {
        return preview(files.receive(table, "test.csv", csv.getBytes(StandardCharsets.UTF_8), he()));
    }

    private Preview preview(ReceiveOutcome outcome) {
        return files.preview(((ReceiveOutcome.Received) outcome).file(), he());
    }

    private String refused(byte[] content) {
        return ((ReceiveOutcome.Unreadable) files.receive(OrganizationTable.STAFF, "x", content, he())).key();
    }

    private CurrentUser he() {
        return staff("jn-0901");
    }

    private CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }
}
