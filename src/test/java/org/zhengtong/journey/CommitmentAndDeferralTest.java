package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** 王海燕 commits herself instead of handing in proof, and sends a material later; both without JavaScript. */
@BrowserJourney
class CommitmentAndDeferralTest extends PageTour {

    private static final String HYGIENE = "11370100890082609R3000119001001";
    private static final String FOOD = "11370100890082609R3000119002001";
    private static final String FINDING = "到现场看过，两名从业人员没有健康合格证明。";

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_commitment_is_decided_at_once_and_checked_later() {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            begins(wang, HYGIENE);
            wang.press("提交申请");
            assertThat(wang.page().getByRole(AriaRole.ALERT)).containsText("请确认承诺");
            assertThat(wang.main()).containsText("直接为顾客服务的人员都持有效的健康合格证明上岗");
            looksAt(wang.path().replace("/submission", "/check"), "commitment-check");
            var number = handsIn(wang);
            accept(number);
            wang.at("/cases/" + number);
            assertThat(wang.main()).containsText("您作出承诺，不再提交有关材料");
            assertThat(wang.main()).containsText("当场审查决定");
            decide(number, "grant", "符合告知承诺的条件，当场许可。");
            wang.page().waitForCondition(() -> {
                wang.at("/cases/" + number);
                return wang.link("下载证照").isVisible();
            });
            assertThat(wang.main()).containsText("有关部门最迟");
            looksAt("/cases/" + number, "commitment-granted");
            finds(number);
            wang.at("/cases/" + number);
            assertThat(wang.main()).containsText("核查不属实，建议撤销");
            assertThat(wang.main()).containsText(FINDING);
            assertThat(wang.link("撤销建议书")).hasAttribute("href", "/cases/" + number + "/documents/REVOCATION_PROPOSAL");
            looksAt("/cases/" + number, "commitment-broken");
        }
        nothing_found();
    }

    private void finds(String number) {
        try (var cui = Window.of(browser, port, "崔明远")) {
            cui.at("/staff/inbox?q=" + number);
            assertThat(cui.row(number)).containsText("告知承诺核查");
            cui.at("/staff/cases/" + number);
            cui.press("记录核查结果");
            assertThat(cui.page().getByRole(AriaRole.ALERT)).containsText("请选择核查结果");
            check.look(cui, "commitment-finding");
            cui.field("承诺不属实，建议撤销").check();
            cui.fill("核查经过和情况（申请人看得到，至少 10 个字）", "不属实");
            cui.press("记录核查结果");
            assertThat(cui.page().locator("#finding-error")).containsText("10 个字");
            cui.fill("核查经过和情况（申请人看得到，至少 10 个字）", FINDING);
            cui.press("记录核查结果");
            assertThat(cui.page().getByRole(AriaRole.STATUS)).containsText("撤销建议书已经发给申请人");
            assertThat(cui.link("打开证照，办理撤销")).isVisible();
            check.look(cui, "commitment-found");
        }
    }

    @Test
    void materials_may_follow_by_a_day_and_nothing_is_granted_before() {
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            begins(wang, FOOD);
            assertThat(wang.main()).containsText("下面的材料您选择以后再交");
            var number = handsIn(wang);
            accept(number);
            wang.at("/cases/" + number);
            assertThat(wang.main()).containsText("要补交的材料");
            assertThat(wang.link("容缺受理通知书")).hasAttribute("href", "/cases/" + number + "/documents/DEFERRAL_NOTICE");
            looksAt("/cases/" + number, "deferral-case");
            isNotGranted(number);
            sends(wang, number);
            decide(number, "grant", "材料齐全，准予许可。");
            wang.page().waitForCondition(() -> {
                wang.at("/cases/" + number);
                return wang.link("下载证照").isVisible();
            });
        }
        nothing_found();
    }

    private void isNotGranted(String number) {
        try (var cui = Window.of(browser, port, "崔明远")) {
            cui.at("/staff/cases/" + number);
            assertThat(cui.main()).containsText("容缺材料");
            cui.fill("意见", "材料齐全，准予许可。");
            cui.press("作出决定");
            assertThat(cui.page().getByRole(AriaRole.ALERT)).containsText("容缺材料还没有补齐：经营场所布局图");
            check.look(cui, "deferral-not-granted");
        }
    }

    private void sends(Window wang, String number) {
        wang.follow("现在补交");
        looksAt("/cases/" + number + "/supplement", "deferral-list");
        wang.link("经营场所布局图").click();
        looksAt("/cases/" + number + "/supplement/materials", "deferral-page");
        var plan =
                Pdf.a4(Locale.SIMPLIFIED_CHINESE, "布局图").title("布局图").finish().bytes();
        wang.field("经营场所布局图").setInputFiles(new FilePayload("布局图.pdf", "application/pdf", plan));
        wang.press("保存");
        assertThat(wang.main()).containsText("已传");
        wang.press("提交材料");
        assertThat(wang.main()).containsText("您补交了容缺材料");
        assertThat(wang.main()).containsText("已补");
    }

    private static void begins(Window wang, String item) {
        wang.at("/items/" + item);
        wang.press("立即申请");
        if (wang.button("另外再填一份").isVisible()) {
            wang.press("另外再填一份");
        }
        wang.press("填入示例内容");
        wang.follow("检查全部内容并提交");
    }

    private static String handsIn(Window wang) {
        wang.page().getByRole(AriaRole.CHECKBOX).all().forEach(Locator::check);
        wang.press("提交申请");
        assertThat(wang.heading()).hasText("申请已提交");
        return wang.page().locator(".zt-casenumber").innerText();
    }

    private void accept(String number) {
        Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/cases/" + number)
                .form("受理")
                .submit();
    }

    private void decide(String number, String conclusion, String opinion) {
        Visitor.at(port)
                .signedInAs("崔明远")
                .open("/staff/cases/" + number)
                .form("作出决定")
                .fill("conclusion", conclusion)
                .fill("opinion", opinion)
                .submit();
    }

    /** The same page with scripts, for the check of barriers. */
    private void looksAt(String path, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at(path);
            check.look(scripted, name);
        }
    }
}
