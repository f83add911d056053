package org.zhengtong.data.registers.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.LI;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.source.FileRows;

/** What departments really send and what really breaks: each has one answer, and the report still adds up. */
class BadInputTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private final RegistersFixtures room = RegistersFixtures.start();

    @BeforeEach
    void defines_the_register() {
        room.define(RegistersFixtures.PEOPLE);
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private RowSource file(String name, byte[] content) throws IOException {
        return FileRows.of(Files.write(folder.resolve(name), content), name).orElseThrow();
    }

    private LoadReport load(String reference, LocalDate from, RowSource rows) {
        return room.load(PEOPLE, reference, from, rows);
    }

    private static String number(int which) {
        var day = LocalDate.of(1931, 1, 1).plusDays(which % 30_000).toString().replace("-", "");
        return CitizenNumber.completing("370102" + day + (996 + which / 30_000)).value();
    }

    private List<RowFault> faults(LoadReport report) {
        return room.bean(RegisterLoading.class).setAside(report.id(), 0, 10).stream()
                .flatMap(row -> row.faults().stream())
                .toList();
    }

    @Test
    void three_bad_rows_in_fifty_thousand_are_set_aside_and_loaded_once_mended() throws IOException {
        var text = new StringBuilder("公民身份号码,姓名,身高\r\n");
        for (var row = 0; row < 50_000; row++) {
            var height = row == 7 ? "很高" : row == 25_000 ? "900" : "1" + (50 + row % 40);
            var key = row == 49_999 ? "370102193101019960" : number(row);
            text.append(key).append(",人").append(row).append(',').append(height).append(row % 2 == 0 ? "\r\n" : "\n");
        }

        var report = load("one", MARCH, file("人口.csv", text.toString().getBytes(GB18030)));

        assertThat(report.counts()).isEqualTo(new Counts(50_000, 49_997, 0, 3));
        assertThat(report.digestsAgree()).isTrue();
        assertThat(room.bean(RegisterLoading.class).setAside(report.id(), 0, 10))
                .extracting(RegisterLoading.SetAsideRow::row)
                .containsExactly(8L, 25_001L, 50_000L);
        assertThat(faults(report)).extracting(RowFault::rule).containsExactly("whole", "most", "citizen_number");

        var mended = "公民身份号码,姓名,身高\n%s,人7,170\n%s,人25000,190\n%s,人49999,180\n"
                .formatted(number(7), number(25_000), number(49_999));
        assertThat(load("two", MARCH, file("补正.csv", mended.getBytes(StandardCharsets.UTF_8)))
                        .counts())
                .isEqualTo(new Counts(3, 3, 0, 0));
    }

    @Test
    void the_same_table_in_any_encoding_line_end_and_style_of_dates_changes_nothing() throws IOException {
        var first = "公民身份号码,姓名,出生日期,收入\n%s,张伟,1931-01-01,1234.50\n".formatted(number(0));
        load("one", MARCH, file("一.csv", first.getBytes(StandardCharsets.UTF_8)));

        var styles = List.of("1931/1/1", "1931.1.1", "19310101", "1931年1月1日", "1931-01-01 00:00:00");
        for (var style : styles) {
            var again = "\ufeff公民身份号码,姓名,出生日期,收入\r\n\"%s\", 张伟 ,%s,\"1,234.5\"\r".formatted(number(0), style);
            assertThat(load(style, MARCH, file("又.csv", again.getBytes(StandardCharsets.UTF_8)))
                            .counts())
                    .describedAs(style)
                    .isEqualTo(new Counts(1, 0, 1, 0));
        }
        assertThat(load(
                                "again",
                                MARCH,
                                file(
                                        "国标.csv",
                                        first.replace("1931-01-01", "1931年1月1日").getBytes(GB18030)))
                        .counts())
                .isEqualTo(new Counts(1, 0, 1, 0));
    }

    @Test
    void a_byte_that_fits_no_encoding_is_named_with_its_row() throws IOException {
        var bytes = "number,name,note\n%s,a,B\n%s,b,X\n"
                .formatted(number(0), number(1))
                .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xff;

        var report = load("one", MARCH, file("坏.csv", bytes));

        assertThat(report.counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(faults(report)).extracting(RowFault::column).containsExactly("note");
    }

    @Test
    void a_full_disk_stops_the_load_after_whole_chunks_and_it_goes_on_when_there_is_room() {
        room.jdbc().sql("""
                create function registers.disk_is_full() returns trigger language plpgsql as
                $$begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end$$
                """).update();
        room.jdbc().sql("""
                create trigger disk_is_full before insert on registers.people__current
                for each row when (new.name = '人5') execute function registers.disk_is_full()
                """).update();
        var rows = new String[7];
        for (var row = 0; row < rows.length; row++) {
            rows[row] = number(row) + "|人" + row;
        }
        var source = RowsInMemory.of("number|name", rows);
        var loading = (BulkLoading) room.bean(RegisterLoading.class);
        var request = new LoadRequest(PEOPLE, "one", "one", Map.of(), MARCH, LI);

        assertThatThrownBy(() -> loading.load(request, source, RegisterLoading.LoadWatch.NONE, 2))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("No space left on device");
        var half = loading.loads(PEOPLE, null, 1).getFirst();
        assertThat(half.counts()).isEqualTo(new Counts(4, 4, 0, 0));

        room.jdbc()
                .sql("drop trigger disk_is_full on registers.people__current")
                .update();
        var whole = loading.load(request, source, RegisterLoading.LoadWatch.NONE, 2);

        assertThat(whole.id()).isEqualTo(half.id());
        assertThat(whole.counts()).isEqualTo(new Counts(7, 7, 0, 0));
        assertThat(whole.digestsAgree()).isTrue();
    }

    @Test
    void columns_that_come_go_or_move_between_two_runs_lose_nothing() throws IOException {
        load("one", MARCH, RowsInMemory.of("number|name|mobile", number(0) + "|张伟|13800000426"));

        var moved = load("two", MARCH.plusDays(1), RowsInMemory.of("新增列|姓名|number", "x|张炜|" + number(0)));

        assertThat(moved.counts()).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(room.jdbc()
                        .sql("select name, mobile from registers.people__current")
                        .query()
                        .singleRow())
                .containsEntry("name", "张炜")
                .containsEntry("mobile", "13800000426");
        assertThatThrownBy(() -> load("three", MARCH.plusDays(2), RowsInMemory.of("证件号|姓名", number(0) + "|张伟")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RegistersProblem.NO_KEY_COLUMN));
    }

    @Test
    void a_load_whose_columns_changed_while_it_stood_still_does_not_go_on() {
        var loading = (BulkLoading) room.bean(RegisterLoading.class);
        var request = new LoadRequest(PEOPLE, "one", "one", Map.of(), MARCH, LI);
        var before = RowsInMemory.of("number|name|mobile", number(0) + "|张伟|", number(1) + "|李娜|");
        var stopped = loading.load(request, before, new StopsAfterOne(), 1);
        assertThat(stopped.counts().read()).isEqualTo(1);

        var after = RowsInMemory.of("number|name", number(0) + "|张伟", number(1) + "|李娜");

        assertThatThrownBy(() -> loading.load(request, after, RegisterLoading.LoadWatch.NONE, 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(RegistersProblem.SOURCE_CHANGED));
        assertThat(loading.load(request, before, RegisterLoading.LoadWatch.NONE, 1)
                        .counts())
                .isEqualTo(new Counts(2, 2, 0, 0));
    }

    /** Asks to stop after the first chunk. */
    private static final class StopsAfterOne implements RegisterLoading.LoadWatch {
        private boolean seen;

        @Override
        public void done(Counts chunk) {
            seen = true;
        }

        @Override
        public boolean canceled() {
            return seen;
        }
    }

    @Test
    void an_item_that_the_register_gained_between_two_runs_is_filled_by_the_second() {
        var row = number(0) + "|张伟|团员";
        load("one", MARCH, RowsInMemory.of("number|name|standing", row));
        room.define(RegistersFixtures.PEOPLE.replace(
                "note: {type", "standing: {type: string, title: 身份, x-en: {title: Standing}}\n        note: {type"));

        assertThat(load("two", MARCH, RowsInMemory.of("number|name|standing", row))
                        .counts())
                .isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(room.jdbc()
                        .sql("select standing from registers.people__current")
                        .query(String.class)
                        .single())
                .isEqualTo("团员");
    }
}
