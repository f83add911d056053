package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;

/** 刘思远 sends a case back to the window, 孙静 looks again and passes it on, and 王海燕 reads that, not why. */
@BrowserJourney
class StepsInsideTest extends PageTour {

    private static final String REASON = "租赁合同缺了出租方的签章，请补齐";

    @Autowired
    private ApplicationContext platform;

    @Test
    void a_case_goes_back_to_the_window_and_comes_again() {
        var number = CaseworkFixtures.of(platform).accepted().value();
        try (var liu = Window.of(browser, port, "刘思远");
                var sun = Window.of(browser, port, "孙静");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            sendsBack(liu, number);
            looksAgain(sun, number);
            comesAgain(liu, number);
            readsThatItDid(wang, number);
        }
        nothing_found();
    }

    private void sendsBack(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        var panel = liu.main()
                .locator("section")
                .filter(new Locator.FilterOptions()
                        .setHas(liu.page().getByRole(AriaRole.HEADING).getByText("退回")))
                .filter(new Locator.FilterOptions().setHasText("企业登记审查"));
        panel.locator("summary").click();
        panel.getByLabel("退回的原因（至少 10 个字）").fill("缺章");
        panel.getByRole(AriaRole.BUTTON).click();
        assertThat(liu.main()).containsText("至少写 10 个字");
        check.look(liu, "return-refused");
        panel.getByLabel("退回的原因（至少 10 个字）").fill(REASON);
        panel.getByRole(AriaRole.BUTTON).click();
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已退回");
        assertThat(liu.main()).containsText("收件复核");
        check.look(liu, "returned");
    }

    private void looksAgain(Window sun, String number) {
        sun.at("/staff/cases/" + number);
        assertThat(sun.main()).containsText(REASON);
        check.look(sun, "recheck");
        sun.fill("核对情况", "合同已经补签，原件在窗口核对");
        sun.press("核对完毕，送回部门");
        assertThat(sun.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
    }

    private void comesAgain(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        assertThat(liu.main()).containsText("核对完毕，送回部门：合同已经补签");
        assertThat(liu.button("作出决定")).isVisible();
        check.look(liu, "came-again");
    }

    private static void readsThatItDid(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("窗口重新核对收件");
        assertThat(wang.main()).not().containsText(REASON);
        assertThat(wang.main()).not().containsText("合同已经补签");
    }
}
