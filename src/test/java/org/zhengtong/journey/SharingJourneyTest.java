package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.Visitor;

/**
 * A department asks for data, the provider gives it masked, staff look a record up, a system subscribes, an error is flagged,
 * corrected, and the correction reaches the subscriber. Every page on the way is looked at.
 */
@BrowserJourney
class SharingJourneyTest {

    private static final String PURPOSE = "purpose=%E4%BF%A1%E7%94%A8%E4%BF%AE%E5%A4%8D";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

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
    void data_is_asked_for_granted_read_doubted_and_corrected_everywhere() throws Exception {
        WaitingWork.run(platform, "registers");
        var told = connect();
        try (var meng = Window.of(browser, port, "孟川");
                var han = Window.of(browser, port, "韩雪")) {
            asks(meng);
            answers(han);
            var number = looksUp(meng);
            binds(meng, told[0]);
            var base = "/api/sharing/v1/grants/" + number;
            assertThat(call(base + "/changes?after=0&limit=1&" + PURPOSE, "x:y").statusCode())
                    .isEqualTo(401);
            var first = call(base + "/changes?after=0&limit=1000&" + PURPOSE, told[0] + ":" + told[1]);
            assertThat(first.statusCode()).isEqualTo(200);
            gives(base, told[0] + ":" + told[1], first.body().replaceAll("(?s).*?\"creditCode\":\"(\\w+)\".*", "$1"));
            var position = first.body().replaceAll(".*\"position\":(\\d+)}$", "$1");
            doubts(meng);
            corrects(han);
            var changed = call(base + "/changes?after=" + position + "&" + PURPOSE, told[0] + ":" + told[1]);
            assertThat(changed.body()).contains("泉城路1号");
            assertThat(call(base + "/corrections?" + PURPOSE, told[0] + ":" + told[1])
                            .body())
                    .contains("\"item\":\"address\"");
            looksAround(meng, han, number);
            assertThat(call(base + "/changes?after=0&" + PURPOSE, told[0] + ":" + told[1])
                            .statusCode())
                    .isEqualTo(403);
            assertThat(call(base + "/record?" + PURPOSE, told[0] + ":" + told[1], "Record-Key", "x")
                            .body())
                    .contains("\"code\":\"sharing.suspended\"");
        }
        assertThat(check.faults()).isEmpty();
    }

    /** Client id and secret of a system that the administrator connects. */
    private String[] connect() {
        var form = Visitor.at(port).signedInAs("何平").open("/staff/systems").form("接入系统");
        var page = form.fill("name", "信用修复系统")
                .fill("redirectUris", "https://credit.example.org/back")
                .fill("logoutUris", "")
                .fill("confidential", "true")
                .submit();
        var codes = page.html().select(".zt-note code").eachText();
        return new String[] {codes.get(1), codes.get(2)};
    }

    /** One record by its key, signed when asked for; a refusal is a problem document. */
    private void gives(String base, String credentials, String key) throws Exception {
        var given = call(base + "/record?signed=true&" + PURPOSE, credentials, "Record-Key", key);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).contains("\"creditCode\":\"" + key + "\"");
        assertThat(given.headers().map())
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsKeys("body-signature", "signature-key", "signature-algorithm");
        var unknown = call(base + "/record?" + PURPOSE, credentials, "Record-Key", "nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(unknown.body()).contains("\"code\":\"sharing.record_not_found\"");
        var stranger = call(base + "/record?" + PURPOSE, "x:y", "Record-Key", key);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    private HttpResponse<String> call(String path, String credentials, String... headers) throws Exception {
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Authorization", "Basic " + basic);
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private void asks(Window meng) {
        meng.at("/staff/catalog/resources/102001-000001");
        meng.link("申请共享").click();
        check.look(meng, "sharing-wish");
        meng.press("提交申请");
        check.look(meng, "sharing-wish-faults");
        meng.page().locator("#purpose").fill("信用修复时核对企业登记状态");
        meng.page().locator("#basis").fill("社会信用管理条例");
        for (var item : new String[] {"creditCode", "name", "address", "representative", "division"}) {
            meng.page().locator("#item-" + item).check();
        }
        for (var way : new String[] {"PAGE", "API", "BATCH", "SUBSCRIPTION"}) {
            meng.page().locator("#way-" + way).check();
        }
        meng.page().locator("#until").fill("2027-01-31");
        meng.press("提交申请");
        assertThat(meng.main().textContent()).contains("等待答复", "还有 5 个工作日");
    }

    private void answers(Window han) {
        check.look(han.at("/staff/sharing/requests"), "sharing-inbox");
        han.main().locator("tbody a").first().click();
        check.look(han, "sharing-answer");
        han.press("不同意");
        assertThat(han.main().textContent()).contains("写清楚理由");
        han.page().locator("input[name=masked][value=representative]").check();
        han.press("同意共享");
        check.look(han, "sharing-granted");
    }

    private String looksUp(Window meng) {
        check.look(meng.at("/staff/sharing/grants"), "sharing-grants");
        meng.main().locator("tbody a").first().click();
        check.look(meng, "sharing-grant");
        var number = meng.path().replaceAll(".*/", "");
        meng.page().locator(".acts a.btn-primary").click();
        meng.page().locator("#purpose").fill("信用修复");
        meng.page().locator("#text").fill("济南");
        meng.press("查询");
        check.look(meng, "sharing-found");
        meng.main().locator("tbody button").first().click();
        check.look(meng, "sharing-record");
        assertThat(meng.main().textContent()).contains("*");
        return number;
    }

    private void binds(Window meng, String client) {
        var record = meng.page().url();
        assertThat(record).contains("/records/");
        try (var other = Window.of(browser, port, "孟川")) {
            other.at("/staff/sharing/systems");
            other.page().locator("#client").fill(client);
            other.press("绑定");
            check.look(other, "sharing-systems");
        }
    }

    private void doubts(Window meng) {
        meng.page().locator("#item").selectOption("address");
        meng.page().locator("#claimed").fill("济南市历下区泉城路1号");
        meng.page().locator("#doubt").fill("和营业执照不一致");
        meng.press("提交疑义");
        assertThat(meng.main().textContent()).contains("疑义已转给数源部门核实");
    }

    private void corrects(Window han) {
        han.at("/staff/registers/corrections");
        han.main().locator("tbody a").first().click();
        han.page().locator("#verdict-correct").check();
        han.page().locator("#answer").fill("已核对营业执照");
        han.press("答复");
    }

    private void looksAround(Window meng, Window han, String number) {
        check.look(meng.at("/staff/sharing/grants/" + number), "sharing-grant-used");
        assertThat(meng.main().textContent()).contains("“住所”已更正");
        check.look(meng.at("/staff/sharing/usage"), "sharing-usage");
        check.look(meng.at("/staff/sharing/received"), "sharing-received");
        check.look(meng.at("/staff/sharing/requests?box=SENT"), "sharing-sent");
        han.at("/staff/sharing/grants/" + number);
        han.page().locator("#reason").fill("疑似滥用");
        han.press("暂停授权");
        check.look(han, "sharing-suspended");
        check.look(han.at("/staff/sharing/stops"), "sharing-stops");
    }
}
