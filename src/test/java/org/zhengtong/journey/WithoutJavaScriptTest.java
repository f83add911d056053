package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** Everything a citizen does goes without JavaScript too: old phones, strict offices, screen readers of their own. */
@BrowserJourney
class WithoutJavaScriptTest {

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_citizen_applies_supplements_follows_receives_and_complains() {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            begins(wang);
            addsAndRemovesAShareholder(wang);
            opensQuestionsByUpdating(wang);
            var number = handsIn(wang);
            clerkAsksForMore(number);
            supplements(wang, number);
            staffDecide(number);
            receives(wang, number);
            complains(wang, number);
        }
    }

    private static void begins(Window wang) {
        wang.at("/items?q=企业设立登记");
        wang.follow("企业设立登记");
        wang.press("立即申请");
        if (wang.button("另外再填一份").isVisible()) {
            wang.press("另外再填一份");
        }
        wang.press("填入示例内容");
        assertThat(wang.main()).containsText("8 项中已填好 8 项。");
    }

    private static void addsAndRemovesAShareholder(Window wang) {
        wang.follow("股东和出资");
        wang.press("再加一名股东");
        var names = wang.main().getByLabel("姓名或名称");
        assertThat(names).hasCount(3);
        names.nth(2).fill("赵一平");
        wang.main().locator("button").filter(having("删除")).nth(2).click();
        assertThat(names).hasCount(2);
        assertThat(wang.main()).containsText("已删除");
        wang.press("撤销");
        assertThat(names).hasCount(3);
        assertThat(names.nth(2)).hasValue("赵一平");
        wang.main().locator("button").filter(having("删除")).nth(2).click();
        wang.press("保存，回到填写清单");
        assertThat(wang.main()).containsText("8 项中已填好 8 项。");
    }

    /** Without scripts the questions that an answer opens appear after one more round. */
    private static void opensQuestionsByUpdating(Window wang) {
        wang.follow("经营范围");
        wang.field("是").check();
        wang.press("更新这一页");
        assertThat(wang.field("哪些项目须经批准")).isVisible();
        wang.field("否").check();
        wang.press("保存，回到填写清单");
    }

    private static String handsIn(Window wang) {
        wang.follow("检查全部内容并提交");
        wang.page().getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        wang.press("提交申请");
        assertThat(wang.heading()).hasText("申请已提交");
        return wang.page().locator(".zt-casenumber").innerText();
    }

    private void clerkAsksForMore(String number) {
        Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/cases/" + number)
                .form("发补正告知书")
                .fill("demand[/materials/premises]", "租赁合同缺最后一页，请补上。")
                .submit();
    }

    private static void supplements(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("租赁合同缺最后一页，请补上。");
        wang.follow("现在去补");
        wang.link("住所文件").click();
        var paper = Pdf.a4(Locale.SIMPLIFIED_CHINESE, "租赁合同")
                .title("租赁合同最后一页")
                .finish()
                .bytes();
        wang.field("住所文件").setInputFiles(new FilePayload("租赁合同最后一页.pdf", "application/pdf", paper));
        wang.press("保存");
        assertThat(wang.main()).containsText("已改");
        wang.press("提交补正");
        assertThat(wang.main()).containsText("您补了材料");
    }

    private void staffDecide(String number) {
        Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/cases/" + number)
                .form("受理")
                .submit();
        Map.of("刘思远", "予以登记。", "李文", "已确认。", "陈立", "已登记。")
                .forEach((name, opinion) -> Visitor.at(port)
                        .signedInAs(name)
                        .open("/staff/cases/" + number)
                        .form("作出决定")
                        .fill("opinion", opinion)
                        .submit());
    }

    private static void receives(Window wang, String number) {
        wang.at("/cases/" + number);
        wang.page().waitForCondition(() -> {
            wang.page().reload();
            return wang.link("下载证照").isVisible();
        });
        assertThat(wang.main()).containsText("办好了");
        wang.follow("谁看过我的信息");
        assertThat(wang.main()).containsText("刘思远");
    }

    private static void complains(Window wang, String number) {
        wang.at("/cases/" + number + "/complaint");
        wang.fill("投诉内容", "补材料跑了两次，请以后一次说清楚要补哪些页。");
        wang.fill("怎么联系您", "13800000426");
        wang.press("提交投诉");
        assertThat(wang.main()).containsText("等待受理");
        wang.at("/complaints");
        assertThat(wang.main()).containsText("等待受理");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
