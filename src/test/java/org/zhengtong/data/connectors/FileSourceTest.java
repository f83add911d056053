package org.zhengtong.data.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.connectors.ConnectorsFixtures.LI;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.registers.LoadReport.Counts;

/** Files in a folder as a source: each kind, each oddity of files, none taken twice. */
class FileSourceTest {

    @TempDir
    private Path data;

    private Path folder;
    private ConnectorsFixtures room;
    private long contract;

    @BeforeEach
    void starts() throws IOException {
        folder = Files.createDirectories(data.resolve("incoming/police"));
        room = ConnectorsFixtures.start(data);
        contract = contract("*", "");
    }

    @AfterEach
    void ends() {
        room.close();
    }

    private long contract(String files, String records) {
        var source = room.connectors()
                .add(
                        new Source.Draft(
                                "每日文件", ConnectorsFixtures.POLICE, SourceKind.FOLDER, Map.of("folder", "police"), ""),
                        LI);
        var reading = records.isEmpty() ? Map.of("files", files) : Map.of("files", files, "records", records);
        var made = room.contract(source, reading);
        room.map(made, List.of(), Map.of("number", "号码", "name", "姓名", "born", "生日"));
        return made;
    }

    private static String number(int n) {
        return CitizenNumber.completing("370102199001%02d%03d".formatted(n % 28 + 1, n))
                .value();
    }

    private void put(String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private List<String> stored() {
        return room.jdbc()
                .sql("select name || ' ' || coalesce(born::text, '-') from registers.people__current order by number")
                .query(String.class)
                .list();
    }

    @Test
    void files_are_taken_once_by_their_content_and_moved_away() throws IOException {
        put("a.csv", "号码,姓名,生日\n" + number(1) + ",甲,1990-01-01\n", StandardCharsets.UTF_8);
        put("b.csv", "生日,号码,姓名,多余\n1990-01-02," + number(2) + ",乙,x\n", StandardCharsets.UTF_8);

        assertThat(room.run(contract).counts()).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(folder.resolve("done/a.csv")).exists();
        assertThat(folder.resolve("a.csv")).doesNotExist();
        put("again.csv", "号码,姓名,生日\n" + number(1) + ",甲,1990-01-01\n", StandardCharsets.UTF_8);
        assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);
        assertThat(stored()).containsExactly("甲 1990-01-01", "乙 1990-01-02");
    }

    @Test
    void other_encodings_marks_mixed_line_ends_and_styles_of_days_are_read() throws IOException {
        put(
                "gb.csv",
                "号码;姓名;生日\r\n" + number(1) + ";甲;1990年1月1日\n" + number(2) + ";乙;1990/1/2\r\n",
                Charset.forName("GB18030"));
        put(
                "mark.csv",
                "\ufeff号码,姓名,生日\n" + number(3) + ",丙,19900103\n" + number(4) + ",丁,1990.1.4\n",
                StandardCharsets.UTF_8);
        put("wide.csv", "\ufeff号码\t姓名\t生日\n" + number(5) + "\t戊\t1990-1-5\n", StandardCharsets.UTF_16LE);

        assertThat(room.run(contract).counts()).isEqualTo(new Counts(5, 5, 0, 0));
        assertThat(stored())
                .containsExactly("甲 1990-01-01", "乙 1990-01-02", "丙 1990-01-03", "丁 1990-01-04", "戊 1990-01-05");
    }

    @Test
    void workbooks_with_merged_cells_and_numbers_as_text_are_read() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("people.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("people");
            var heads = List.of("号码", "姓名", "生日");
            for (var at = 0; at < heads.size(); at++) {
                sheet.value(0, at, heads.get(at));
            }
            sheet.value(1, 0, number(1));
            sheet.value(2, 0, number(2));
            sheet.value(1, 1, "同名");
            sheet.range(1, 1, 2, 1).merge();
            sheet.value(1, 2, "1990-01-01");
            sheet.value(2, 2, "19900102");
        }
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(stored()).containsExactly("同名 1990-01-01", "同名 1990-01-02");
    }

    @Test
    void records_in_json_and_xml_are_found_by_their_place() throws IOException {
        var json = contract("*.json", "/data/items");
        put("p.json", """
                {"total": {"n": [1]}, "data": {"page": 1, "items": [
                  {"号码": "%s", "姓名": "甲", "生日": "1990-01-01", "extra": {"a": 1}}, {"号码": "%s", "姓名": "乙", "生日": null}]}}
                """.formatted(number(1), number(2)), StandardCharsets.UTF_8);
        assertThat(room.run(json).counts()).isEqualTo(new Counts(2, 2, 0, 0));

        var xml = contract("*.xml", "/people/list/person");
        put("p.xml", """
                <people><head>x</head><list><person 号码="%s"><姓名>丙</姓名><生日>1990-01-03</生日></person>
                <person 号码="%s"><姓名>丁</姓名><生日>1990-01-04</生日></person></list></people>
                """.formatted(number(3), number(4)), StandardCharsets.UTF_8);
        assertThat(room.run(xml).counts()).isEqualTo(new Counts(2, 2, 0, 0));
        assertThat(stored()).containsExactly("甲 1990-01-01", "乙 -", "丙 1990-01-03", "丁 1990-01-04");
    }

    @Test
    void three_bad_rows_among_many_are_set_aside() throws IOException {
        var text = new StringBuilder("号码,姓名,生日\n");
        for (var n = 0; n < 900; n++) {
            text.append(n % 300 == 7 ? "370102199001011234" : number(n)).append(",人,1990-01-01\n");
        }
        put("many.csv", text.toString(), StandardCharsets.UTF_8);
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(900, 897, 0, 3));
    }

    @Test
    void a_file_that_cannot_be_read_stops_the_run_with_its_name() throws IOException {
        put("broken.json", "[{\"号码\": \"1\"}, {\"号码\"", StandardCharsets.UTF_8);
        assertThat(stopped(contract("broken.json", ""), SourceFault.FILE_NOT_READABLE))
                .contains("broken.json");
        put(
                "entity.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a><b><号码>&x;</号码></b></a>",
                StandardCharsets.UTF_8);
        assertThat(stopped(contract("entity.xml", ""), SourceFault.FILE_NOT_READABLE))
                .contains("entity.xml");
        put("bomb.xlsx", "PK no workbook", StandardCharsets.UTF_8);
        assertThat(stopped(contract("bomb.xlsx", ""), SourceFault.FILE_NOT_READABLE))
                .contains("bomb.xlsx");
        put("picture.png", "x", StandardCharsets.UTF_8);
        assertThat(stopped(contract("picture.png", ""), SourceFault.FILE_KIND)).contains("picture.png");
        put("short.csv", "号码,生日\n1,2\n", StandardCharsets.UTF_8);
        assertThat(stopped(contract("short.csv", ""), SourceFault.NO_COLUMN)).contains("姓名");
        assertThat(stored()).isEmpty();
    }

    private List<String> stopped(long made, SourceFault fault) {
        var run = room.run(made);
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        return run.notes().stream()
                .filter(note -> note.key().equals(fault.key()))
                .map(JobNote::args)
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.notes()));
    }

    @Test
    void links_that_lead_out_of_the_folder_are_not_followed() throws IOException {
        var secret = Files.writeString(data.resolve("secret.csv"), "号码,姓名,生日\n" + number(1) + ",甲,1990-01-01\n");
        Files.createSymbolicLink(folder.resolve("link.csv"), secret);
        assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);

        Files.createSymbolicLink(data.resolve("incoming/out"), data);
        var source = room.connectors()
                .add(
                        new Source.Draft(
                                "外面", ConnectorsFixtures.POLICE, SourceKind.FOLDER, Map.of("folder", "out"), ""),
                        LI);
        assertThat(room.connectors().test(room.source(source), LI).note().key())
                .isEqualTo(SourceFault.OUTSIDE_FOLDER.key());
    }

    @Test
    void a_file_that_is_still_being_written_is_left_alone() throws IOException {
        room.bean(ConnectorsFakes.Chosen.class).choose("zhengtong.connectors.quiet", "1h");
        put("a.csv", "号码,姓名,生日\n" + number(1) + ",甲,1990-01-01\n", StandardCharsets.UTF_8);
        Files.setLastModifiedTime(
                folder.resolve("a.csv"),
                java.nio.file.attribute.FileTime.from(room.clock().instant()));
        assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);

        room.clock().advance(java.time.Duration.ofHours(2));
        assertThat(room.run(contract).counts().written()).isOne();
    }
}
