package org.zhengtong.data.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.data.connectors.ConnectorsFixtures.LI;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.testing.SftpServer;

/** Files on another machine as a source: who it is, who may in, what is finished, what happens when the line is cut. */
class SftpSourceTest {

    @TempDir
    private Path data;

    @TempDir
    private Path theirs;

    private Path folder;
    private SftpServer server;
    private ConnectorsFixtures room;

    @BeforeEach
    void starts() throws IOException {
        folder = Files.createDirectories(theirs.resolve("export/daily"));
        server = SftpServer.start(theirs);
        room = ConnectorsFixtures.start(data);
    }

    @AfterEach
    void ends() throws IOException {
        room.close();
        server.close();
    }

    private Source.Draft draft(Map<String, String> changed, String secret) {
        var settings = new HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(server.port()),
                "user",
                SftpServer.USER,
                "auth",
                "PASSWORD",
                "directory",
                "/export/daily"));
        settings.putAll(changed);
        return new Source.Draft("每日导出", ConnectorsFixtures.POLICE, SourceKind.SFTP, settings, secret);
    }

    private long source(Map<String, String> changed, String secret) {
        var source = room.connectors().add(draft(changed, secret), LI);
        confirm(source);
        return source;
    }

    private void confirm(long source) {
        room.connectors().test(room.source(source), LI);
        var seen = room.source(source);
        assertThat(seen.tested())
                .extracting(said -> said.note().key())
                .isIn(SourceFault.HOST_KEY_UNKNOWN.key(), SourceFault.HOST_KEY_CHANGED.key());
        assertThat(room.connectors().confirmKey(seen, Objects.requireNonNull(seen.keyToConfirm()), LI))
                .isTrue();
    }

    private long contract() {
        var made = room.contract(source(Map.of(), SftpServer.PASSWORD), Map.of("files", "people*.csv"));
        room.map(made, List.of(), Map.of("number", "号码", "name", "姓名"));
        return made;
    }

    private JobNote test(long source) {
        return room.connectors().test(room.source(source), LI).note();
    }

    private static String people(int first, int count) {
        var text = new StringBuilder("号码,姓名\n");
        for (var n = first; n < first + count; n++) {
            text.append(CitizenNumber.completing("370102199001%02d%03d".formatted(n % 28 + 1, n))
                            .value())
                    .append(",人")
                    .append(n)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void the_key_of_the_other_machine_is_confirmed_before_a_password_is_sent() throws IOException {
        var source = room.connectors().add(draft(Map.of(), "wrong"), LI);
        assertThat(test(source).key()).isEqualTo(SourceFault.HOST_KEY_UNKNOWN.key());
        var shown = Objects.requireNonNull(room.source(source).keyToConfirm());
        assertThat(shown).startsWith("ecdsa-sha2-nistp256 SHA256:");
        assertThat(room.connectors().confirmKey(room.source(source), shown + "x", LI))
                .isFalse();
        assertThat(room.connectors().confirmKey(room.source(source), shown, LI)).isTrue();

        assertThat(test(source).key()).isEqualTo(SourceFault.WRONG_PASSWORD.key());
        room.connectors().change(source, draft(Map.of(), SftpServer.PASSWORD), LI);
        assertThat(room.source(source).setting("hostKey")).isEqualTo(shown);
        assertThat(test(source)).isEqualTo(JobNote.of("connectors.tested.sftp", "/export/daily", 0));

        server.changeHostKey();
        var changed = test(source);
        assertThat(changed.key()).isEqualTo(SourceFault.HOST_KEY_CHANGED.key());
        assertThat(changed.args()).contains(shown);
        confirm(source);
        assertThat(test(source).key()).isEqualTo("connectors.tested.sftp");
        room.connectors().change(source, draft(Map.of("host", "localhost"), ""), LI);
        assertThat(room.source(source).setting("hostKey")).isEmpty();
    }

    @Test
    void a_private_key_may_stand_for_the_password() {
        var source = source(Map.of("auth", "KEY"), server.userKey().replace("\n", "\r\n"));
        assertThat(test(source).key()).isEqualTo("connectors.tested.sftp");
        room.connectors().change(source, draft(Map.of("auth", "KEY"), "no key"), LI);
        assertThat(test(source).key()).isEqualTo(SourceFault.PRIVATE_KEY.key());
    }

    @Test
    void what_stands_in_the_way_is_said() throws IOException {
        assertThat(test(source(Map.of("directory", "/export/none"), SftpServer.PASSWORD)))
                .isEqualTo(JobNote.of(SourceFault.NO_FOLDER.key(), "/export/none"));
        assertThat(test(room.connectors().add(draft(Map.of("host", "10.1.1.1"), "x"), LI))
                        .key())
                .isEqualTo(SourceFault.ADDRESS_NOT_ALLOWED.key());
        var source = source(Map.of(), SftpServer.PASSWORD);
        server.close();
        assertThat(test(source).key()).isEqualTo(SourceFault.REFUSED.key());
    }

    @Test
    void files_are_taken_once_and_moved_away_where_that_is_allowed() throws IOException {
        var contract = contract();
        Files.writeString(folder.resolve("people-1.csv"), people(0, 2));
        Files.writeString(folder.resolve("people-2.csv"), people(2, 1));
        Files.writeString(folder.resolve("other.csv"), people(3, 1));
        Files.createSymbolicLink(folder.resolve("people-link.csv"), folder.resolve("other.csv"));
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(3, 3, 0, 0));
        assertThat(folder.resolve("done/people-1.csv")).exists();
        assertThat(folder.resolve("people-1.csv")).doesNotExist();

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(folder.resolve("people-again.csv"), people(0, 2));
        assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);
        assertThat(data.resolve("fetched")).isEmptyDirectory();
    }

    @Test
    void a_file_that_grows_while_it_is_read_is_left_for_the_next_run() throws IOException {
        var contract = contract();
        var file = folder.resolve("people-1.csv");
        Files.writeString(file, people(0, 20));
        Files.writeString(folder.resolve("people-2.csv.part"), people(20, 1));
        var grown = new AtomicInteger();
        server.whileReading(() -> append(file, 30 + grown.getAndIncrement()));
        assertThat(room.run(contract).counts()).isEqualTo(Counts.NONE);

        server.whileReading(null);
        var all = 20 + grown.get();
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(all, all, 0, 0));
    }

    private static void append(Path file, int number) {
        try {
            var row = people(number, 1);
            Files.writeString(file, row.substring(row.indexOf('\n') + 1), StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_line_that_is_cut_in_the_middle_of_a_file_loses_nothing() throws IOException {
        var contract = contract();
        Files.writeString(folder.resolve("people-1.csv"), people(0, 900) + "x".repeat(1 << 20));
        server.cutAfter(1 << 19);
        var run = room.run(contract);
        assertThat(run.state()).isEqualTo(Run.State.INTERRUPTED);
        assertThat(run.notes()).contains(JobNote.of(SourceFault.BROKEN_OFF.key(), "127.0.0.1"));
        assertThat(room.jdbc()
                        .sql("select count(*) from registers.people__current")
                        .query(Long.class)
                        .single())
                .isZero();

        Files.writeString(folder.resolve("people-1.csv"), people(0, 900));
        assertThat(room.run(contract).counts()).isEqualTo(new Counts(900, 900, 0, 0));
    }
}
