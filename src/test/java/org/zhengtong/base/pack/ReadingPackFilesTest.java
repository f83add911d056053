package org.zhengtong.base.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ReadingPackFilesTest {

    private final PackErrors errors = new PackErrors();

    @Test
    void knows_the_line_of_every_yaml_value() {
        var node = tree("a.yaml", """
                name: 企业设立登记
                limits:
                  days: 3
                  on: 2026-13-01
                laws: [一, 二]
                """);

        assertThat(node.find("name")).contains("企业设立登记");
        assertThat(node.at("limits").orElseThrow().lineOf("on")).isEqualTo(4);
        assertThat(node.texts("laws")).containsExactly("一", "二");
        assertThat(node.at("limits").orElseThrow().find("on", LocalDate::parse, errors))
                .isEmpty();
        assertThat(errors.list())
                .extracting(PackError::line, PackError::messageKey)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(4, "pack.wrong_value"));
    }

    @Test
    void reads_json_with_lines_and_gives_it_back_as_plain_values() {
        var node = tree("a.json", "{\n \"title\": \"x\",\n \"n\": [1, true, null]\n}");

        assertThat(node.lineOf("n")).isEqualTo(3);
        assertThat(String.valueOf(node.plain())).isEqualTo("{title=x, n=[1, true, null]}");
    }

    @Test
    void reports_broken_yaml_doubled_and_unknown_fields_with_their_lines() {
        tree("a.yaml", "a: 1\na: 2\nb: 3\n").allow(Set.of("a"), errors);
        file("b.yaml", "a: [1\nb: 2\n").tree(errors);

        assertThat(errors.list())
                .extracting(error -> error.file() + ":" + error.line() + " " + error.messageKey())
                .containsExactly(
                        "a.yaml:2 pack.double_field", "a.yaml:3 pack.unknown_field", "b.yaml:2 pack.broken_tree");
    }

    @Test
    void leaves_out_rows_of_another_width_and_reports_them() {
        var rows = file("a.csv", "\uFEFFcode,name\n1,\"two\nlines\"\n2\n3,c\n").rows(errors);

        assertThat(rows).extracting(row -> row.line() + row.text("code")).containsExactly("21", "53");
        assertThat(errors.list()).extracting(PackError::line).containsExactly(4);
    }

    @Test
    void reports_a_byte_that_is_not_utf8_with_its_line() {
        var bytes = "code\nabc\n\u00e4".getBytes(StandardCharsets.ISO_8859_1);
        var pack = PackReader.of("p", Map.of("a.csv", () -> new ByteArrayInputStream(bytes)));

        assertThat(pack.find("a.csv").orElseThrow().rows(errors)).isEmpty();
        assertThat(errors.list()).containsExactly(new PackError("a.csv", 3, "pack.not_utf8", java.util.List.of()));
    }

    @Test
    void unpacks_gz_and_hides_the_ending() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("code\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        var pack = PackReader.of("p", Map.of("d/a.csv.gz", () -> new ByteArrayInputStream(packed.toByteArray())));

        assertThat(pack.list("d/")).extracting(PackFile::path).containsExactly("d/a.csv");
        assertThat(pack.find("d/a.csv").orElseThrow().rows(errors)).hasSize(1);
        assertThat(errors.isEmpty()).isTrue();
    }

    private PackNode tree(String path, String text) {
        return file(path, text).tree(errors).orElseThrow();
    }

    private static PackFile file(String path, String text) {
        return PackReader.ofTexts("p", Map.of(path, text)).find(path).orElseThrow();
    }
}
