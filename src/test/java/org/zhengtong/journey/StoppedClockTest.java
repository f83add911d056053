package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;

/** 刘思远 needs a hearing and then more time; 王海燕 reads why without JavaScript, and 赵宁 approves. */
@BrowserJourney
class StoppedClockTest extends PageTour {

    private static final String REASON = "利害关系人对住所的使用权有异议，申请听证";
    private static final String RESULT = "听证笔录已经签字，住所使用权没有争议";
    private static final String MORE = "听证以后须再次核对不动产登记，情形复杂";

    @Autowired
    private ApplicationContext platform;

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_hearing_stops_the_clock_and_a_head_gives_more_time() {
        var number = CaseworkFixtures.of(platform).accepted().value();
        try (var liu = Window.of(browser, port, "刘思远");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            startsAHearing(liu, number);
            readsWhy(wang, number);
        }
        clock.set("2026-03-04T10:00");
        try (var liu = Window.of(browser, port, "刘思远");
                var zhao = Window.of(browser, port, "赵宁");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            liu.at("/staff/cases/" + number);
            endsIt(liu);
            asksForMoreTime(liu);
            approves(zhao, number);
            readsThatItWasExtended(wang, number);
        }
        nothing_found();
    }

    private void startsAHearing(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        summary(liu, "启动特别程序").click();
        liu.field("预计哪天结束").fill("2026-03-01");
        liu.fill("原因（申请人看得到，至少 10 个字）", REASON);
        liu.press("启动，停止计时");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("不能早于今天");
        check.look(liu, "special-procedure-refused");
        assertThat(liu.field("原因（申请人看得到，至少 10 个字）")).hasValue(REASON);
        liu.field("预计哪天结束").fill("2026-03-06");
        liu.press("启动，停止计时");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("停止计时");
        assertThat(liu.main()).containsText("听证，预计 3月6日");
        check.look(liu, "special-procedure-running");
        liu.at("/staff/inbox?show=waiting");
        assertThat(liu.row(number)).containsText("特别程序中");
    }

    private void readsWhy(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("为什么停止计时");
        assertThat(wang.main()).containsText(REASON);
        assertThat(wang.main()).containsText("行政许可法第四十五条");
        looksAt(number, "case-stopped");
    }

    private void readsThatItWasExtended(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("办理期限延长了");
        assertThat(wang.main()).containsText(MORE);
        looksAt(number, "case-extended");
        opens(wang, "特别程序告知书");
        opens(wang, "延长办理期限告知书");
    }

    /** The same page with scripts, for the check of barriers. */
    private void looksAt(String number, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at("/cases/" + number);
            check.look(scripted, name);
        }
    }

    private static void endsIt(Window liu) {
        liu.press("结束，恢复计时");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("请写明结果");
        liu.fill("结果（申请人看得到）", RESULT);
        liu.press("结束，恢复计时");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("恢复计时");
        assertThat(liu.main()).containsText(RESULT);
    }

    private static void asksForMoreTime(Window liu) {
        summary(liu, "申请延长期限").click();
        var reason = liu.page().locator("#extension-reason");
        reason.fill("太难");
        liu.press("提交审批");
        assertThat(liu.page().locator("#extension-reason-error")).containsText("至少写 10 个字");
        reason.fill(MORE);
        liu.press("提交审批");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("等负责人审批");
    }

    private void approves(Window zhao, String number) {
        zhao.at("/staff/extensions");
        var row = zhao.row(number);
        assertThat(row).containsText(MORE);
        check.look(zhao, "extensions");
        row.getByRole(AriaRole.LINK).first().click();
        check.look(zhao, "extension-to-approve");
        zhao.press("批准延长");
        assertThat(zhao.page().getByRole(AriaRole.STATUS)).containsText("已批准延长");
        assertThat(zhao.main()).containsText("已延长 3 个工作日");
    }

    private static void opens(Window wang, String document) {
        var answer = wang.context().request().get(wang.link(document).getAttribute("href"));
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(200);
        org.assertj.core.api.Assertions.assertThat(
                        new String(answer.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    private static Locator summary(Window window, String text) {
        return window.main().locator("summary").filter(new Locator.FilterOptions().setHasText(text));
    }
}
