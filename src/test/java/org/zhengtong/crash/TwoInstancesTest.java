package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.database.PostgresServer;
import org.zhengtong.testing.Visitor;

/**
 * Two instances with a data folder each, as docs/operating has them: they share a database, a bucket and the keys. What is
 * begun at one goes on at the other.
 */
@EnabledOnOs(OS.LINUX)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoInstancesTest {
    private static final int START_SECONDS = 180;
    private static final int ANSWER_SECONDS = 60;
    private static final byte[] PAPER = ("%PDF-1.7\n1 0 obj << >> endobj\n" + "x".repeat(5_000)
                    + "\ntrailer << >>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    private static Path folder;
    private static PostgresServer server;
    private static LocalS3 bucket;
    private static URI endpoint;
    private static ProgramProcess first;
    private static ProgramProcess second;
    private static int firstPort;
    private static int secondPort;

    @BeforeAll
    static void startBoth() throws Exception {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "instances-");
        server = PostgresServer.startForTests(folder.resolve("server"));
        startBucket();
        first = start("first");
        firstPort = port(first);
        // as storage mounted by both
        Files.createDirectories(folder.resolve("second"));
        for (var keys : List.of("trust", "keys")) {
            Files.createSymbolicLink(
                    folder.resolve("second").resolve(keys),
                    folder.resolve("first").resolve(keys).toAbsolutePath());
        }
        second = start("second");
        secondPort = port(second);
    }

    private static void startBucket() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        bucket = LocalS3.builder().port(port).mode(LocalS3Mode.IN_MEMORY).build();
        bucket.start();
        endpoint = URI.create("http://localhost:" + port);
        try (var http = HttpClient.newHttpClient()) {
            var made = HttpRequest.newBuilder(endpoint.resolve("/papers"))
                    .PUT(BodyPublishers.noBody())
                    .build();
            http.send(made, BodyHandlers.discarding());
        }
    }

    private static ProgramProcess start(String name) throws Exception {
        return ProgramProcess.start(
                InstanceProgram.class,
                "--zhengtong.data-dir=" + folder.resolve(name),
                "--server.port=0",
                "--zhengtong.node.demo-history=false",
                "--zhengtong.database.url=" + server.jdbcUrl(),
                "--zhengtong.database.username=" + server.username(),
                "--zhengtong.database.password=" + server.password(),
                "--zhengtong.database.connections=12",
                "--zhengtong.files.s3.endpoint=" + endpoint,
                "--zhengtong.files.s3.bucket=papers",
                "--zhengtong.files.s3.access-key=key",
                "--zhengtong.files.s3.secret-key=secret",
                "--zhengtong.jobs.heartbeat=1s");
    }

    private static int port(ProgramProcess program) throws Exception {
        var line = program.await(said -> said.startsWith("PORT "), START_SECONDS);
        assertThat(line).describedAs("%s", program.said()).isPresent();
        return Integer.parseInt(line.orElseThrow().substring(5));
    }

    @AfterAll
    static void stopBoth() {
        first.close();
        second.close();
        bucket.shutdown();
        server.close();
    }

    private static String done(ProgramProcess program, String line) throws Exception {
        program.tell(line);
        return program.await(said -> said.startsWith("DONE "), ANSWER_SECONDS)
                .orElseThrow()
                .substring(5);
    }

    @Test
    @Order(1)
    void who_signed_in_at_one_is_known_at_the_other_until_signing_out_at_either() throws Exception {
        var atFirst = Visitor.at(firstPort).signedInAs("王海燕");
        var cookies = atFirst.cookieHeader();
        assertThat(status(firstPort, cookies)).isEqualTo(200);
        assertThat(status(secondPort, cookies)).isEqualTo(200);

        atFirst.movedTo(secondPort).open("/").press("退出");

        assertThat(status(firstPort, cookies)).isEqualTo(303);
        assertThat(status(secondPort, cookies)).isEqualTo(303);
    }

    private static int status(int port, String cookies) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/my/cases"))
                    .header("Cookie", cookies)
                    .header("Accept", "text/html")
                    .build();
            return http.send(page, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    @Order(1)
    void an_upload_begun_at_one_goes_on_at_the_other_and_both_read_the_file() throws Exception {
        var visitor = Visitor.at(firstPort).signedInAs("王海燕");
        var token = visitor.open("/").html().select("input[name=_csrf]").attr("value");
        var cookies = visitor.cookieHeader();
        try (var http = HttpClient.newHttpClient()) {
            var begun = http.send(
                    request(firstPort, "/uploads", cookies, token)
                            .header("Upload-Length", String.valueOf(PAPER.length))
                            .header("Upload-Metadata", "filename YS5wZGY=,filetype YXBwbGljYXRpb24vcGRm")
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
            var upload = begun.headers().firstValue("Location").orElseThrow();
            for (var piece : List.of(new int[] {firstPort, 0, 2_000}, new int[] {secondPort, 2_000, PAPER.length})) {
                var kept = http.send(
                        request(piece[0], upload, cookies, token)
                                .header("Content-Type", "application/offset+octet-stream")
                                .header("Upload-Offset", String.valueOf(piece[1]))
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofByteArray(Arrays.copyOfRange(PAPER, piece[1], piece[2])))
                                .build(),
                        BodyHandlers.discarding());
                assertThat(kept.statusCode()).isEqualTo(204);
            }

            var file = done(second, "store " + upload.substring(upload.lastIndexOf('/') + 1));

            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(PAPER));
            assertThat(done(first, "read " + file)).isEqualTo(digest);
            assertThat(done(second, "read " + file)).isEqualTo(digest);
        }
    }

    private static HttpRequest.Builder request(int port, String path, String cookies, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Cookie", cookies)
                .header("X-XSRF-TOKEN", token)
                .header("Tus-Resumable", "1.0.0");
    }

    @Test
    @Order(1)
    void a_case_filed_at_one_is_found_at_the_other_and_so_is_what_happened_to_it_there() throws Exception {
        var clerkAtFirst = Visitor.at(firstPort).signedInAs("孙静");
        var clerkAtSecond = Visitor.at(secondPort).signedInAs("孙静");
        var search = "/staff/search?q=%E6%B3%89%E6%B1%90";
        awaitIndex(clerkAtFirst, search);
        awaitIndex(clerkAtSecond, search);

        var number = done(first, "file");
        assertThat(clerkAtSecond.open(search).text()).contains(number);
        assertThat(clerkAtSecond.open(search + "&state=WITHDRAWN").text()).doesNotContain(number);

        done(second, "withdraw " + number);
        assertThat(clerkAtFirst.open(search + "&state=WITHDRAWN").text()).contains(number);
    }

    /** The first question opens the index. */
    private static void awaitIndex(Visitor clerk, String search) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(ANSWER_SECONDS))
                .untilAsserted(() -> assertThat(clerk.open(search).text()).contains("找到"));
    }

    @Test
    @Order(2)
    void long_work_of_a_killed_one_is_done_by_the_other_whose_page_tells_so() throws Exception {
        var jdbc =
                JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
        // making an index waits a while for a transaction that somebody keeps open
        try (var open = DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password())) {
            open.setAutoCommit(false);
            open.createStatement().execute("select pg_current_xact_id()");
            Visitor.at(firstPort).signedInAs("何平").open("/staff/search").press("重新建立全文索引");
            var worker = Awaitility.await()
                    .atMost(Duration.ofSeconds(ANSWER_SECONDS))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> workerOf(jdbc), found -> !found.isEmpty());
            var killed = worker.endsWith("/" + first.pid()) ? first : second;
            var living = killed == first ? secondPort : firstPort;

            killed.kill();

            open.rollback();
            var id = jdbc.sql("select max(id) from jobs.long_work")
                    .query(Long.class)
                    .single();
            var page = Visitor.at(living).signedInAs("何平").open("/staff/jobs/" + id);
            assertThat(page.text()).doesNotContain("收录了");
            var he = page.visitor();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(ANSWER_SECONDS))
                    .until(() -> he.open("/staff/jobs/" + id).text().contains("收录了"));
            var facts = he.open("/staff/jobs/" + id).html().select("dl").text();
            assertThat(facts).contains("开始过几次 2").contains("何平");
        }
    }

    private static String workerOf(JdbcClient jdbc) {
        return jdbc.sql("""
            select picked_by
            from jobs.scheduled_task
            where task_name = 'jobs.long-work' and picked
            """).query(String.class).optional().orElse("");
    }
}
