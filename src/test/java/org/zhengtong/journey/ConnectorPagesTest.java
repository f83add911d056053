package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.settings.SettingBook;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.RoomDatabase;
import org.zhengtong.testing.SftpServer;

/**
 * A data administrator connects her department's database: tests it, maps its columns on real rows, runs it, sees that both ends
 * agree; a changed table is told before anything is written. Another system pushes rows with a key. Every page is looked at.
 */
@BrowserJourney
class ConnectorPagesTest {

    private static final String GOOD = "91370102MA3TEXTC86";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettingBook settings;

    @TempDir
    private Path exports;

    private final PageCheck check = new PageCheck();

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    @Test
    void a_departments_database_becomes_a_source_of_a_register() throws Exception {
        WaitingWork.run(platform, "registers");
        var database = RoomDatabase.with();
        var theirs = JdbcClient.create(database);
        theirs.sql("create table company (id bigint primary key, code text, title text, kind text, place text)")
                .update();
        theirs.sql("insert into company values (1, :code, ' 济南泉汐软件有限公司 ', 'Q', '370102'), (2,"
                        + " '91370102MA3TESTB0X', '坏代码公司', 'Q', '370102')")
                .param("code", GOOD)
                .update();
        try (var han = Window.of(browser, port, "韩雪")) {
            check.look(han.at("/staff/connectors"), "connectors-none");
            setsUp(
                    han,
                    RoomDatabase.urlOf(database)
                            .replaceFirst("jdbc:postgresql://", "")
                            .split("[:/?]"));
            contracts(han);
            maps(han);
            runs(han);
            changes(han, theirs);
            pushes(han);
            fetches(han);
            check.look(han.at("/staff/connectors"), "connectors");
        }
        assertThat(check.faults()).isEmpty();
    }

    private void setsUp(Window han, String[] address) {
        han.link("数据库").click();
        han.press("保存");
        check.look(han, "connectors-source-refused");
        han.fill("名称", "企业登记系统");
        han.fill("主机", address[0]);
        han.page().locator("#port").fill(address[1]);
        han.fill("数据库名", address[2]);
        han.fill("用户名", RoomDatabase.username());
        han.fill("口令或令牌", RoomDatabase.password());
        han.press("保存");
        assertThat(han.main().textContent()).contains("来源已经保存");
        han.press("测试连接");
        assertThat(han.main().textContent()).contains("连不上", "不在允许的范围里");
        settings.change(
                new SettingBook.Wish("zhengtong.connectors.addresses", "127.0.0.0/8, localhost", "试验", 0),
                Actor.system("test"));
        han.press("测试连接");
        assertThat(han.main().textContent()).contains("连接成功：PostgreSQL");
        check.look(han, "connectors-source");
    }

    private void contracts(Window han) {
        han.link("增加约定").click();
        han.press("保存");
        check.look(han, "connectors-contract-refused");
        han.fill("名称", "每日企业登记");
        han.page().locator("#register").selectOption("legal-person");
        han.fill("表或视图", "company");
        han.fill("主键列", "id");
        han.field("每个工作日").check();
        han.fill("几点", "02:30");
        han.page().locator("#expect").fill("48");
        han.press("保存");
    }

    private void maps(Window han) {
        han.press("保存对照");
        assertThat(han.main().textContent()).contains("是主键，必须对照");
        han.page().locator("#column-creditCode").selectOption("code");
        han.page().locator("#column-name").selectOption("title");
        han.page().locator("#column-kind").selectOption("kind");
        han.page().locator("#way-kind").selectOption("CODES");
        han.page().locator("#detail-kind").fill("Q=enterprise");
        han.page().locator("#way-state").selectOption("CONSTANT");
        han.page().locator("#detail-state").fill("active");
        han.page().locator("#column-division").selectOption("place");
        han.press("用真实数据试一试");
        assertThat(han.main().textContent()).contains("试读了 2 行，1 行会搁置", "济南泉汐软件有限公司");
        check.look(han, "connectors-mapping");
        han.press("保存对照");
        assertThat(han.main().textContent()).contains("对照已经保存", "每个工作日 02:30");
    }

    private void runs(Window han) {
        han.press("现在运行");
        WaitingWork.run(platform, "connectors");
        han.page().reload();
        assertThat(han.main().textContent()).contains("读取 2 = 写入 1 + 没有变化 0 + 搁置 1", "一致：登记册里的就是读到的");
        check.look(han, "connectors-run");
        han.link("看报告和搁置的行").click();
        assertThat(han.main().textContent()).contains("最后一位要对得上");
    }

    private void changes(Window han, JdbcClient theirs) {
        theirs.sql("alter table company rename title to full_name").update();
        theirs.sql("alter table company add phone text").update();
        han.at("/staff/connectors").link("每日企业登记").click();
        han.press("现在运行");
        WaitingWork.run(platform, "connectors");
        han.page().reload();
        assertThat(han.main().textContent()).contains("来源里没有“title”这一列了", "来源多了“phone”这一列", "一行也没有写", "继续运行");
        check.look(han, "connectors-run-stopped");
        han.at("/staff/connectors").link("每日企业登记").click();
        check.look(han, "connectors-contract");
        han.link("对照").click();
        check.look(han, "connectors-mapping-gone");
    }

    private void pushes(Window han) throws Exception {
        han.at("/staff/connectors/sources/new?kind=PUSH").fill("名称", "市场主体推送");
        han.press("保存");
        han.link("增加约定").click();
        han.fill("名称", "实时变更");
        han.page().locator("#register").selectOption("legal-person");
        check.look(han, "connectors-contract-push");
        han.press("保存");
        var contract = han.path().replaceAll("[^0-9]", "");
        han.link("市场主体推送").click();
        han.press("换新的推送密钥");
        check.look(han, "connectors-source-push");
        var key = han.main().locator("[role=status] code").textContent();
        var body = "{\"rows\": [{\"creditCode\": \"%s\", \"name\": \"济南泉汐科技有限公司\"}]}".formatted(GOOD);
        assertThat(post(contract, key, body).body()).contains("\"written\":1");
        assertThat(post(contract, key + "x", body).statusCode()).isEqualTo(401);
        assertThat(post(contract, key, "{}").body()).contains("connectors.not_rows");
        assertThat(han.page().navigate("/staff/connectors/sources/999").status())
                .isEqualTo(404);
    }

    private void fetches(Window han) throws Exception {
        Files.createDirectories(exports.resolve("export"));
        try (var server = SftpServer.start(exports)) {
            han.at("/staff/connectors/sources/new?kind=SFTP");
            check.look(han, "connectors-source-sftp-new");
            han.fill("名称", "每日导出文件");
            han.fill("主机", "127.0.0.1");
            han.page().locator("#port").fill(String.valueOf(server.port()));
            han.fill("用户名", SftpServer.USER);
            han.fill("对方的文件夹", "/export");
            han.fill("口令或令牌", SftpServer.PASSWORD);
            han.press("保存");
            han.press("测试连接");
            assertThat(han.main().textContent()).contains("还没有人确认", "没有发出口令");
            check.look(han, "connectors-source-sftp-key");
            han.press("核对过，确认这把密钥");
            assertThat(han.main().textContent()).contains("登录成功", "SHA256:");
            check.look(han, "connectors-source-sftp");
        }
    }

    private HttpResponse<String> post(String contract, String key, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + port + "/api/connectors/v1/contracts/" + contract + "/rows"))
                            .header("Authorization", "Bearer " + key)
                            .header("Idempotency-Key", "journey-1")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
