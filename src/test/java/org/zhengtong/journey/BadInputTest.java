package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** What people and programs send that no form foresaw does no harm, and whoever sent it is told. */
@PlatformTest
class BadInputTest {

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\")<b>有限公司";

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor wang;

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        wang = Visitor.at(port).signedInAs("王海燕");
    }

    @Test
    void html_and_formulas_in_a_name_stay_text_on_pages_and_in_exports() {
        var draft = complete();
        var saved = wang.open(draft + "/company")
                .form("保存，回到填写清单")
                .fill("/company/name", FORMULA)
                .submit();
        assertThat(saved.status()).isEqualTo(200);
        wang.open(draft + "/check")
                .form("提交申请")
                .fill("truth", "true")
                .fill("consent", "true")
                .submit();

        var sun = Visitor.at(port).signedInAs("孙静");
        var inbox = sun.open("/staff/inbox?text=HYPERLINK");
        assertThat(inbox.text()).contains(FORMULA);
        assertThat(inbox.html().select("main b").eachText()).noneMatch(text -> text.contains("有限公司"));
        var export = new String(sun.open("/staff/inbox/export?text=HYPERLINK").bytes(), StandardCharsets.UTF_8);
        assertThat(export).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK").doesNotContain(",\"=HYPERLINK");
    }

    @Test
    void nobody_accepts_before_the_application_came_in() {
        var number = CaseworkFixtures.of(platform).filed().value();
        var sun = Visitor.at(port).signedInAs("孙静");

        var early = accept(sun, number, "2026-02-27");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.errors()).singleElement().asString().contains("受理日期只能在");
        assertThat(early.value("acceptedOn")).isEqualTo("2026-02-27");

        assertThat(accept(sun, number, "2026-03-03").status()).isEqualTo(422);
        assertThat(accept(sun, number, "三月二日").errors())
                .singleElement()
                .asString()
                .contains("日期看不懂");
        assertThat(accept(sun, number, "2026-03-02").text()).contains("已受理");
    }

    private static SeenPage accept(Visitor clerk, String number, String day) {
        return clerk.open("/staff/cases/" + number)
                .form("受理")
                .fill("acceptedOn", day)
                .submit();
    }

    @Test
    void an_upload_whose_connection_is_cut_leaves_the_draft_as_it_was() throws IOException {
        var draft = complete();
        var before = wang.open(draft + "/materials");

        cut(draft + "/materials", before.value("_csrf"));

        var after = wang.open(draft + "/materials");
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.html().select(".zt-file").eachText())
                .isEqualTo(before.html().select(".zt-file").eachText());
        assertThat(after.press("保存，回到填写清单").text()).contains("8 项中已填好 8 项");
    }

    /** Announces a large file, sends its first bytes and hangs up. */
    private void cut(String path, String token) throws IOException {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--cut\r\nContent-Disposition: form-data; name=\"/materials/charter\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n" + "half of it ".repeat(2000);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + wang.cookieHeader()
                + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: 5000000\r\n\r\n";
        try (var socket = new Socket("localhost", port)) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private String complete() {
        var offer = wang.open("/items/" + CaseworkFixtures.COMPANY_ESTABLISHMENT.value() + "/application");
        var begun = offer.html().select("input[name=another]").isEmpty() ? offer.press("开始填写") : offer.press("另外再填一份");
        return begun.press("填入示例内容").path();
    }
}
