package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Cards;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SettableClock;

/** 王海燕 starts a company: applies once, three departments decide beside each other, the licence comes to her page. */
@BrowserJourney
class StartingAnEnterpriseTest {

    private static final String WRONG_NUMBER = "370104198806169983";
    private static final String RIGHT_NUMBER = "370104198806169982";

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cards cards;

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
    void from_the_question_to_the_licence() {
        try (var zhou = Window.of(browser, port, "周敏");
                var wang = Window.of(browser, port, "王海燕")) {
            var before = takenInToday(zhou);
            findsTheItem(wang);
            typesAPageByHand(wang);
            letsTheExampleDoTheRest(wang);
            var number = handsIn(wang);

            twoClerksTakeIn(number);
            decides("刘思远", number, "材料齐全，符合法定形式，准予登记。");
            decides("李文", number, "涉税信息已确认。");
            decides("陈立", number, "社会保险登记已办好。");

            receivesTheLicense(wang, number);
            rates(wang);
            assertThat(takenInToday(zhou)).isEqualTo(before + 1);
        }
    }

    private void findsTheItem(Window wang) {
        wang.at("/");
        wang.fill("要办的事", "企业设立登记");
        wang.press("搜索");
        wang.follow("企业设立登记");
        assertThat(wang.heading()).hasText("企业设立登记");
        assertThat(wang.main()).containsText("几个部门同时办");

        wang.press("立即申请");
        if (wang.button("另外再填一份").isVisible()) {
            wang.press("另外再填一份");
        }
        assertThat(wang.main()).containsText("8 项中已填好 0 项。");
    }

    /** A wrong number is told beside its field and in the summary; nothing typed is lost. */
    private void typesAPageByHand(Window wang) {
        wang.follow("联络员和代办人");
        wang.fill("姓名", "王海燕");
        wang.fill("公民身份号码", WRONG_NUMBER);
        wang.fill("手机号码", "13800000426");
        wang.field("否").check();
        wang.press("保存并继续");

        var summary = wang.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("有 1 处要改");
        assertThat(wang.page()).hasTitle(Pattern.compile("^错误："));
        summary.getByRole(AriaRole.LINK).click();
        assertThat(wang.field("公民身份号码")).isFocused();
        assertThat(wang.field("公民身份号码")).hasValue(WRONG_NUMBER);
        assertThat(wang.page().locator(".zt-error")).isVisible();
        assertThat(wang.field("姓名")).hasValue("王海燕");

        wang.fill("公民身份号码", RIGHT_NUMBER);
        wang.press("保存，回到填写清单");
        assertThat(wang.main()).containsText("8 项中已填好 1 项。");
    }

    private void letsTheExampleDoTheRest(Window wang) {
        wang.press("填入示例内容");
        assertThat(wang.main()).containsText("8 项中已填好 8 项。");

        wang.follow("上传材料");
        wang.field("公司章程").setInputFiles(new FilePayload("公司章程补充页.pdf", "application/pdf", paper()));
        wang.press("保存，回到填写清单");
        wang.follow("上传材料");
        assertThat(wang.main()).containsText("公司章程补充页.pdf");
        wang.press("保存，回到填写清单");
    }

    private static byte[] paper() {
        return Pdf.a4(Locale.SIMPLIFIED_CHINESE, "公司章程")
                .title("公司章程补充页")
                .finish()
                .bytes();
    }

    /** Pressed twice in a hurry, handed in once. */
    private String handsIn(Window wang) {
        var before = handedIn(wang);
        wang.page().goBack();
        wang.follow("检查全部内容并提交");
        assertThat(wang.main()).containsText("公司章程补充页.pdf");
        wang.page().getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        wang.button("提交申请").dblclick();

        assertThat(wang.heading()).hasText("申请已提交");
        var number = wang.page().locator(".zt-casenumber").innerText();
        assertThat(number).matches("370104-20260302-[0-9]+-[0-9X]");
        assertThat(handedIn(wang)).isEqualTo(before + 1);
        return number;
    }

    private static int handedIn(Window wang) {
        wang.at("/my/cases");
        return count(wang.link("全部").innerText());
    }

    private static int count(String text) {
        return Integer.parseInt(text.replaceAll("[^0-9]", ""));
    }

    /** 郭晓芸 had the page open when 孙静 accepted: she is told who was first, and her words are still there. */
    private void twoClerksTakeIn(String number) {
        try (var sun = Window.of(browser, port, "孙静");
                var guo = Window.of(browser, port, "郭晓芸")) {
            guo.at("/staff/cases/" + number);
            sun.at("/staff/inbox");
            sun.row(number).getByRole(AriaRole.LINK).first().click();
            sun.press("受理");
            assertThat(sun.page().getByRole(AriaRole.STATUS)).containsText("已受理");

            guo.main().locator("summary").filter(having("不予受理")).click();
            guo.fill("理由（申请人看得到，至少 10 个字）", "章程里股东的签名不全，请核对以后再来。");
            guo.press("不予受理");

            assertThat(guo.page().getByRole(AriaRole.ALERT)).containsText("孙静");
            assertThat(guo.main()).containsText("章程里股东的签名不全，请核对以后再来。");
        }
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private void decides(String name, String number, String opinion) {
        try (var examiner = Window.of(browser, port, name)) {
            examiner.at("/staff/inbox");
            examiner.row(number).getByRole(AriaRole.LINK).first().click();
            examiner.fill("意见", opinion);
            examiner.press("作出决定");
            assertThat(examiner.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
            assertThat(examiner.main()).containsText(opinion);
        }
    }

    private void receivesTheLicense(Window wang, String number) {
        wang.at("/cases/" + number);
        wang.page().waitForCondition(() -> {
            wang.page().reload();
            return wang.link("下载证照").isVisible();
        });
        var sheet = wang.context().request().get(wang.link("下载证照").getAttribute("href"));
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(new String(sheet.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");

        wang.follow("核验这份证照");
        assertThat(wang.main()).containsText("有效");
        assertThat(wang.main()).containsText("济南市市场监督管理局");
        wang.page().goBack();
    }

    private static void rates(Window wang) {
        wang.follow("评价这次服务");
        wang.field("非常满意").check();
        wang.press("提交评价");
        assertThat(wang.main()).containsText("谢谢");
    }

    private static int takenInToday(Window zhou) {
        zhou.at("/staff/supervision?period=TODAY");
        return count(zhou.page().locator(".zt-tally li").first().locator("b").innerText());
    }

    @Test
    void a_case_left_alone_is_warned_of_and_gets_a_yellow_and_a_red_card() {
        clock.set("2026-04-13T10:00");
        var number = CaseworkFixtures.of(platform).accepted().value();

        judgedAt("2026-04-15T09:00", zhou -> {
            zhou.at("/staff/supervision/warnings");
            assertThat(zhou.main()).containsText(number);
        });
        judgedAt("2026-04-17T09:00", zhou -> sees(zhou, card(number), "黄牌"));
        judgedAt("2026-04-20T09:00", zhou -> {
            sees(zhou, card(number), "红牌");
            zhou.at("/staff/supervision/cards");
            assertThat(zhou.page().locator(".zt-cards > li").first()).isVisible();
        });
        assertThat(card(number).level()).isEqualTo(CardLevel.RED);
    }

    private void judgedAt(String time, java.util.function.Consumer<Window> looks) {
        clock.set(time);
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision");
            zhou.press("现在判断一遍");
            assertThat(zhou.main()).containsText("刚判断完");
            looks.accept(zhou);
        }
    }

    private static void sees(Window zhou, Card card, String level) {
        zhou.at("/staff/supervision/cards/" + card.id().value());
        assertThat(zhou.main()).containsText(level);
        assertThat(zhou.link(card.subject())).isVisible();
        assertThat(zhou.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName("证据").setExact(true)))
                .isVisible();
    }

    /** The newest card of the joint clock. */
    private Card card(String number) {
        var zhouMin = CaseworkFixtures.of(platform).staff("sd-0001");
        List<Card> all = cards.list(new Cards.Filter(null, null, null), zhouMin, 1000);
        return all.stream()
                .filter(card -> card.subject().equals(number) && card.step().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
