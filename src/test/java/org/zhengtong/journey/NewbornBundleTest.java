package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** 王海燕 fills in one form for her newborn without JavaScript; four departments decide, and she gets everything at once. */
@BrowserJourney
class NewbornBundleTest extends PageTour {

    private static final String ITEM = "1137010067438335123000720001001";

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void one_form_brings_all_results_together() {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            var number = handsIn(wang);
            decide(number, "宋佳宁", "已签发出生医学证明。");
            followsTheLanes(wang, number);
            decide(number, "马国强", "已办理出生户口登记。");
            decide(number, "宋佳宁", "已办理预防接种证。");
            wang.page().reload();
            assertThat(wang.main()).not().containsText("下载证照");
            decide(number, "林雨桐", "已办理居民医保参保登记。");
            receivesEverything(wang, number);
        }
        isCountedOnce();
        nothing_found();
    }

    private String handsIn(Window wang) {
        wang.at("/items?event=birth");
        wang.follow("新生儿出生一件事");
        assertThat(wang.main()).containsText("城乡居民医保参保登记（选办）");
        looksAt("/items/" + ITEM, "newborn-guide");
        wang.press("立即申请");
        if (wang.button("另外再填一份").isVisible()) {
            wang.press("另外再填一份");
        }
        wang.follow("父母");
        assertThat(wang.field("姓名")).hasValue("王海燕");
        assertThat(wang.field("公民身份号码")).hasValue("370104198806169982");
        wang.press("保存，回到填写清单");
        wang.press("填入示例内容");
        wang.follow("检查全部内容并提交");
        wang.page().getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        wang.press("提交申请");
        assertThat(wang.heading()).hasText("申请已提交");
        var number = wang.page().locator(".zt-casenumber").innerText();
        looksAt("/cases/" + number + "/receipt", "newborn-receipt");
        Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/cases/" + number)
                .form("受理")
                .submit();
        return number;
    }

    private void followsTheLanes(Window wang, String number) {
        wang.at("/cases/" + number);
        for (var lane : Map.of("签发出生医学证明", "卫生健康委", "出生户口登记", "公安局", "城乡居民医保参保登记", "医保局")
                .entrySet()) {
            assertThat(wang.main().locator(".zt-lane").filter(with(lane.getKey())))
                    .containsText(lane.getValue());
        }
        assertThat(wang.main()).not().containsText("社会保障卡申领");
        looksAt("/cases/" + number, "newborn-progress");
        try (var ma = Window.of(browser, port, "马国强")) {
            ma.at("/staff/cases/" + number);
            assertThat(ma.main().locator(".zt-lane").filter(with("出生户口登记")).getByRole(AriaRole.LINK))
                    .hasAttribute("href", "/items/511F09014002-511602000000-000-11511300008778693M-1-00");
            check.look(ma, "newborn-staff");
        }
    }

    private void decide(String number, String who, String opinion) {
        Visitor.at(port)
                .signedInAs(who)
                .open("/staff/cases/" + number)
                .form("作出决定")
                .fill("opinion", opinion)
                .submit();
    }

    private void receivesEverything(Window wang, String number) {
        wang.page().waitForCondition(() -> {
            wang.at("/cases/" + number);
            return wang.link("下载证照").isVisible();
        });
        var results = wang.main().locator("#result + p + ul > li");
        assertThat(results).hasCount(4);
        assertThat(results.filter(with("出生医学证明")).getByText("下载证照")).hasCount(1);
        assertThat(results.filter(with("居民户口簿")).getByText("下载证照")).hasCount(1);
        assertThat(results.filter(with("预防接种证")).getByText("下载证照")).hasCount(1);
        assertThat(results.filter(with("参保登记"))).containsText("结果写在决定书里");
        looksAt("/cases/" + number, "newborn-results");
        var sheet = results.filter(with("预防接种证")).getByText("核验这份证照");
        sheet.click();
        assertThat(wang.main()).containsText("预防接种证");
        assertThat(wang.main()).containsText("济南市卫生健康委员会");
    }

    private void isCountedOnce() {
        try (var zhou = Window.of(browser, port, "周敏")) {
            zhou.at("/staff/supervision/items?period=month");
            var row = zhou.page().getByRole(AriaRole.ROW);
            assertThat(row.filter(with("新生儿出生一件事"))).hasCount(1);
            assertThat(row.filter(with("出生户口登记"))).containsText("其中");
            check.look(zhou, "items-counted");
        }
    }

    /** The same page with scripts, for the check of barriers. */
    private void looksAt(String path, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at(path);
            check.look(scripted, name);
        }
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
