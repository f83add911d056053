package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.app.node.Launcher;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.base.database.StartupFailure;

/** Starts that go wrong say why in one sentence, in Chinese and English, and spoil nothing. */
@EnabledOnOs(OS.LINUX)
class StartingTest {

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "starting-");
    }

    private static JdbcClient database(PostgresServer server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
    }

    @Test
    void a_stale_pid_file_that_names_a_foreign_process_does_not_hinder_and_the_process_lives_on() throws Exception {
        PostgresServer.startForTests(folder).close();
        var foreign = new ProcessBuilder("sleep", "120").start();
        try {
            var pidFile = folder.resolve("data/postmaster.pid");
            Files.writeString(
                    pidFile, foreign.pid() + "\n" + folder.resolve("data").toAbsolutePath() + "\n");

            try (var server = PostgresServer.startForTests(folder)) {
                assertThat(database(server).sql("select 1").query(Integer.class).single())
                        .isOne();
            }

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void a_server_whose_first_process_was_killed_is_waited_for() throws Exception {
        try (var server = PostgresServer.start(folder)) {
            database(server).sql("create table kept (line text)").update();
            database(server).sql("insert into kept values ('one')").update();
            var first = Long.parseLong(
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
        }

        try (var server = PostgresServer.start(folder)) {
            assertThat(database(server)
                            .sql("select line from kept")
                            .query(String.class)
                            .list())
                    .containsExactly("one");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused() throws Exception {
        try (var holder = PostgresServer.startForTests(folder.resolve("postgres"));
                var second = start("--zhengtong.data-dir=" + folder)) {

            assertThat(second.awaitEnd(120)).isNotZero();

            assertThat(String.join("\n", second.errors()))
                    .contains("数据文件夹 " + folder.resolve("postgres").toAbsolutePath() + " 正被另一个政通程序使用")
                    .contains("is in use by another Zhengtong");
            assertThat(database(holder).sql("select 1").query(Integer.class).single())
                    .isOne();
        }
    }

    @Test
    void a_data_folder_without_its_version_file_is_refused_and_left_untouched() throws Exception {
        var data = Files.createDirectories(folder.resolve("data/base"));
        Files.writeString(data.resolve("1"), "rows");

        assertThatThrownBy(() -> PostgresServer.startForTests(folder))
                .isInstanceOfSatisfying(
                        StartupFailure.class,
                        failure -> assertThat(failure.key()).isEqualTo("database.folder_damaged"));

        assertThat(Files.readString(data.resolve("1"))).isEqualTo("rows");
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> folder.relativize(file).toString()))
                    .containsExactlyInAnyOrder("", "data", "data/base", "data/base/1", "program.lock");
        }
    }

    @Test
    void an_outside_database_is_used_and_a_taken_port_is_told() throws Exception {
        try (var outside = PostgresServer.startForTests(folder.resolve("outside"))) {
            var arguments = List.of(
                    "--zhengtong.database.url=" + outside.jdbcUrl(),
                    "--zhengtong.database.username=" + outside.username(),
                    "--zhengtong.database.password=" + outside.password(),
                    "--zhengtong.node.demo-history=false");
            try (var first = start(arguments, "one", "0")) {
                var greeting = first.await(line -> line.startsWith("Zhengtong is running"), 180);

                assertThat(greeting).describedAs("%s", first.said()).isPresent();
                assertThat(folder.resolve("one/postgres")).doesNotExist();
                assertThat(database(outside)
                                .sql("select count(*) from organization.department")
                                .query(Integer.class)
                                .single())
                        .isPositive();

                var port = greeting.get().replaceAll(".*:", "").strip();
                try (var second = start(arguments, "two", port)) {
                    assertThat(second.awaitEnd(180)).isNotZero();
                    assertThat(String.join("\n", second.errors()))
                            .contains("端口 " + port + " 已被别的程序占用")
                            .contains("Port " + port + " is in use by another program");
                }
            }
        }
    }

    private ProgramProcess start(List<String> arguments, String dataFolder, String port) throws IOException {
        var all = new java.util.ArrayList<>(arguments);
        all.add("--zhengtong.data-dir=" + folder.resolve(dataFolder));
        all.add("--server.port=" + port);
        return start(all.toArray(String[]::new));
    }

    private static ProgramProcess start(String... arguments) throws IOException {
        return ProgramProcess.start(Launcher.class, arguments);
    }
}
