package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;

/** 刘思远 visits a place with others, suspends the case and lets it go on; 王海燕 reads it all without JavaScript. */
@BrowserJourney
class VisitedAndSuspendedTest extends PageTour {

    private static final String PURPOSE = "核对住所与登记材料是否一致";
    private static final String FOUND = "住所与材料一致，现场悬挂门牌";
    private static final String DISPUTE = "住所的使用权正在法院审理，等判决";
    private static final String JUDGED = "判决已经生效，住所可以使用";

    @Autowired
    private ApplicationContext platform;

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_place_is_visited_and_the_case_is_suspended_and_goes_on() {
        var number = CaseworkFixtures.of(platform).accepted().value();
        try (var liu = Window.of(browser, port, "刘思远");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            plansAVisit(liu, number);
            readsOfTheVisit(wang, number);
        }
        clock.set("2026-03-04T15:00");
        try (var li = Window.of(browser, port, "李文");
                var liu = Window.of(browser, port, "刘思远");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            findsIt(li, number);
            closesIt(liu, number);
            suspendsIt(liu, number);
            readsThatItIsSuspended(wang, number);
            letsItGoOn(liu, number);
        }
        nothing_found();
    }

    private void plansAVisit(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.follow("联合踏勘");
        liu.fill("哪天（工作日）", "2026-03-04");
        liu.fill("地点", "张庄路 188 号");
        liu.fill("看什么（申请人看得到，至少 10 个字）", PURPOSE);
        liu.field("刘思远").check();
        liu.press("安排，通知申请人");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("至少要有 2 人参加");
        assertThat(liu.field("地点")).hasValue("张庄路 188 号");
        check.look(liu, "visit-refused");
        liu.field("高翔").check();
        liu.field("李文").check();
        liu.press("安排，通知申请人");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("踏勘已安排");
        assertThat(liu.main()).containsText("踏勘期间办理期限照常计算");
        summary(liu, "改期").click();
        check.look(liu, "visit-planned");
    }

    private void readsOfTheVisit(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("现场踏勘");
        assertThat(wang.main()).containsText(PURPOSE);
        opens(wang, "现场踏勘通知书");
        looksAt(number, "case-visited");
    }

    private void findsIt(Window li, String number) {
        li.at("/staff/inspections?text=" + number);
        assertThat(li.row(number)).containsText("0/2 已写");
        check.look(li, "inspections");
        li.row(number).getByRole(AriaRole.LINK).first().click();
        summary(li, "写踏勘意见").click();
        li.press("提交意见");
        assertThat(li.page().getByRole(AriaRole.ALERT)).containsText("请选踏勘的结论");
        li.field("符合").check();
        li.fill("看到的情况和意见（至少 10 个字）", FOUND);
        li.field("照片和文件（PDF、JPG、PNG，可不选）")
                .setInputFiles(new FilePayload(
                        "现场.pdf",
                        "application/pdf",
                        Pdf.a4(Locale.SIMPLIFIED_CHINESE, "现场")
                                .title("现场")
                                .finish()
                                .bytes()));
        li.press("提交意见");
        assertThat(li.page().getByRole(AriaRole.STATUS)).containsText("踏勘意见已写好");
        assertThat(li.main()).containsText(FOUND);
        assertThat(li.link("现场.pdf")).isVisible();
        check.look(li, "visit-found");
    }

    private void closesIt(Window liu, String number) {
        liu.at("/staff/cases/" + number + "/visits");
        summary(liu, "不等没写的部门，结束踏勘").click();
        liu.fill("原因（至少 10 个字）", "本部门已当场查看，没有不同意见");
        liu.press("结束，生成记录");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("记录正在生成");
        liu.at("/staff/cases/" + number);
        opens(liu, "联合踏勘记录");
    }

    private void suspendsIt(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.follow("中止审批");
        liu.fill("具体情况（申请人看得到，至少 10 个字）", DISPUTE);
        liu.press("中止，停止计时");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("请选一个中止事由");
        liu.page().locator("#ground-lawsuit").check();
        liu.fill("哪天自动恢复（工作日；不填就等人来恢复）", "2026-03-08");
        liu.press("中止，停止计时");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("请选工作日");
        check.look(liu, "suspension-refused");
        liu.fill("哪天自动恢复（工作日；不填就等人来恢复）", "");
        liu.press("中止，停止计时");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已中止");
        assertThat(liu.main()).containsText(DISPUTE);
        check.look(liu, "case-suspended-staff");
    }

    private void readsThatItIsSuspended(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("为什么中止办理");
        assertThat(wang.main()).containsText(DISPUTE);
        opens(wang, "中止审批告知书");
        looksAt(number, "case-suspended");
    }

    private void letsItGoOn(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.follow("恢复审批");
        check.look(liu, "resumption");
        liu.fill("为什么可以恢复（申请人看得到，至少 10 个字）", JUDGED);
        liu.press("恢复，接着计时");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已恢复");
        opens(liu, "恢复审批告知书");
    }

    /** The same page with scripts, for the check of barriers. */
    private void looksAt(String number, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at("/cases/" + number);
            check.look(scripted, name);
        }
    }

    private static void opens(Window window, String document) {
        var answer = window.context().request().get(window.link(document).getAttribute("href"));
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(200);
        org.assertj.core.api.Assertions.assertThat(
                        new String(answer.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    private static Locator summary(Window window, String text) {
        return window.main().locator("summary").filter(new Locator.FilterOptions().setHasText(text));
    }
}
