package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.database.Migrations;
import org.zhengtong.base.database.PostgresServer;

/** A folder of the first release, opened by the present program. */
@EnabledOnOs(OS.LINUX)
class UpgradedProgramTest {

    /** The rooms of the first release and the versions of their tables then. */
    private static final Map<String, Integer> FIRST_RELEASE = List.of(
                    "audit",
                    "casework",
                    "feedback",
                    "files",
                    "hall",
                    "items",
                    "jobs",
                    "license",
                    "notice",
                    "organization",
                    "pack",
                    "permission",
                    "supervision",
                    "trust",
                    "workdays")
            .stream()
            .collect(Collectors.toMap(room -> room, _ -> 1));

    private static final int IDENTITY_OF_FIRST_RELEASE = 3;

    private Path folder = Path.of("");

    @AfterEach
    void endServer() {
        ProgramProcess.postmaster(folder).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void data_of_the_first_release_is_there_after_the_start_of_the_present_program_and_it_works() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "upgraded-");
        try (var server = PostgresServer.startForTests(folder.resolve("postgres"))) {
            var versions = new TreeMap<>(FIRST_RELEASE);
            versions.put("identity", IDENTITY_OF_FIRST_RELEASE);
            Migrations.bringTo(source(server), versions);
            fill(JdbcClient.create(source(server)));
        }

        try (var program = ProgramProcess.start(
                StreamProgram.class,
                folder.toString(),
                folder.resolve("acknowledged.txt").toString(),
                "finish")) {
            assertThat(program.await(line -> line.startsWith("DELIVERED"), 180))
                    .describedAs("%s", program.said())
                    .isPresent();
            assertThat(program.said()).noneMatch(line -> line.startsWith("BROKEN"));
            assertThat(program.awaitEnd(60)).isZero();
        }

        try (var server = PostgresServer.startForTests(folder.resolve("postgres"))) {
            var jdbc = JdbcClient.create(source(server));
            assertThat(jdbc.sql("select name from identity.account where id = 1000")
                            .query(String.class)
                            .single())
                    .isEqualTo("王海燕");
            assertThat(jdbc.sql("select args[1] from notice.message where recipient = 1000")
                            .query(String.class)
                            .single())
                    .isEqualTo("办件");
            assertThat(jdbc.sql("""
                    select s.name || '/' || p.name
                    from organization.staff s
                    join organization.staff_post sp on sp.staff_id = s.id
                    join organization.post p on p.id = sp.post_id
                    where s.id = 'old-1'
                    """).query(String.class).single()).isEqualTo("旧员工/旧岗位");
            assertThat(jdbc.sql("select everything from permission.assignment where account_id = 1000")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
            assertThat(jdbc.sql("select max(version::int) from identity.migration where success")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(Migrations.newest().get("identity"));
        }
    }

    private static DriverManagerDataSource source(PostgresServer server) {
        return new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password());
    }

    private static void fill(JdbcClient jdbc) {
        for (var statement : List.of(
                "insert into identity.account (id, kind, name, created_at) values (1000, 'CITIZEN', '王海燕', '2026-01-05T02:00:00Z')",
                "insert into organization.department (id, name, short_name, kind, credit_code, place) values ('370100.old-department', '旧部门', '旧', 'CONSTITUENT', '11370100509819318T', 1)",
                "insert into organization.post (id, department_id, name) values ('old.post', '370100.old-department', '旧岗位')",
                "insert into organization.staff (id, name, department_id) values ('old-1', '旧员工', '370100.old-department')",
                "insert into organization.staff_post (staff_id, post_id) values ('old-1', 'old.post')",
                "insert into permission.role (code, name_zh, name_en) values ('old-role', '旧角色', 'Old role')",
                "insert into permission.assignment (account_id, role_code, everything, granted_by, granted_at) values (1000, 'old-role', true, 'test', '2026-01-05T02:00:00Z')",
                "insert into notice.message (recipient, template, args, sent_at) values (1000, 'casework.news.accepted', '{办件}', '2026-01-05T02:00:00Z')")) {
            jdbc.sql(statement).update();
        }
    }
}
