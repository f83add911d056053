package org.zhengtong.data.registers.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.data.registers.RowSource;

/** Files come in every encoding, with all kinds of line ends and merged cells; each gives the same rows. */
class FileRowsTest {

    @TempDir
    private Path folder;

    private RowSource file(String name, byte[] content) throws IOException {
        return FileRows.of(Files.write(folder.resolve(name), content), name).orElseThrow();
    }

    private static List<List<String>> rows(RowSource source, String cursor) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var open = source.open(cursor)) {
            for (var row = open.next(); row != null; row = open.next()) {
                rows.add(new ArrayList<>(Arrays.asList(row)));
            }
        }
        return rows;
    }

    @Test
    void a_csv_is_read_in_any_encoding_with_any_separator_and_mixed_line_ends() throws IOException {
        var text = "姓名,住址\r\n张伟,\"济南市,历下区\"\n\n李娜,第一行\r\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var source = file("a.csv", text.getBytes(charset));
            assertThat(source.columns()).containsExactly("姓名", "住址");
            assertThat(rows(source, null)).containsExactly(List.of("张伟", "济南市,历下区"), List.of("李娜", "第一行"));
        }
        assertThat(file("b.csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8))
                        .columns())
                .containsExactly("姓名", "住址");
        assertThat(file("c.csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))
                        .columns())
                .containsExactly("姓名", "住址");
        assertThat(rows(file("d.txt", "a\tb\n1\t2".getBytes(StandardCharsets.UTF_8)), null))
                .containsExactly(List.of("1", "2"));
        assertThat(rows(file("e.csv", "a;b\r1;2\r3".getBytes(StandardCharsets.UTF_8)), null))
                .containsExactly(List.of("1", "2"), List.of("3"));
    }

    @Test
    void reading_goes_on_after_a_cursor() throws IOException {
        var source = file("a.csv", "n\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
        try (var open = source.open(null)) {
            open.next();
            open.next();
            assertThat(rows(source, open.cursor())).containsExactly(List.of("3"));
        }
    }

    @Test
    void a_workbook_may_have_a_title_merged_cells_and_real_dates() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("1");
            sheet.value(0, 0, "2026年度人员名册");
            sheet.value(1, 0, "部门");
            sheet.value(1, 1, "姓名");
            sheet.value(1, 2, "出生日期");
            sheet.value(2, 0, "办公室");
            sheet.range(2, 0, 3, 0).merge();
            sheet.value(2, 1, "张伟");
            sheet.value(2, 2, LocalDate.of(1990, 3, 5));
            sheet.style(2, 2).format("yyyy/m/d").set();
            sheet.value(3, 1, "李娜");
            sheet.value(3, 2, 12.5);
        }
        var source = file("a.xlsx", bytes.toByteArray());

        assertThat(source.columns()).containsExactly("部门", "姓名", "出生日期");
        assertThat(rows(source, null))
                .containsExactly(List.of("办公室", "张伟", "1990-03-05"), List.of("办公室", "李娜", "12.5"));
    }

    @Test
    void json_lines_and_geojson_are_read_object_by_object() throws IOException {
        var lines = file("a.jsonl", "{\"a\":1,\"b\":\"x\"}\n\n{\"b\":null,\"c\":[1]}".getBytes(StandardCharsets.UTF_8));
        assertThat(lines.columns()).containsExactly("a", "b", "c");
        assertThat(rows(lines, null)).containsExactly(Arrays.asList("1", "x", null), Arrays.asList(null, null, "[1]"));

        var features = file("a.geojson", """
                {"type":"FeatureCollection","name":"x","features":[
                {"type":"Feature","properties":{"code":"1"},"geometry":{"type":"Point","coordinates":[117,36]}}]}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(features.columns()).containsExactly("code", "geometry");
        assertThat(rows(features, null).getFirst().getLast()).contains("\"Point\"");
    }

    @Test
    void what_is_no_table_is_said_and_an_unknown_ending_is_no_source() throws IOException {
        assertThat(FileRows.of(folder.resolve("a.pdf"), "a.pdf")).isEmpty();
        assertThatThrownBy(() -> file("a.geojson", "[1]".getBytes(StandardCharsets.UTF_8))
                        .columns())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> file("a.jsonl", "{broken".getBytes(StandardCharsets.UTF_8))
                        .columns())
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> file("a.xlsx", "no zip".getBytes(StandardCharsets.UTF_8))
                        .columns())
                .isInstanceOf(IOException.class);
    }
}
