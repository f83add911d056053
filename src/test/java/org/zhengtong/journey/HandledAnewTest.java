package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.print.Pdf;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;

/** 刘思远 registers a reconsideration decision, 赵宁 confirms it, 王海燕 reads it all without JavaScript. */
@BrowserJourney
class HandledAnewTest extends PageTour {

    private static final String WHY = "原决定认定事实不清，责令重新作出";

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Cases cases;

    @Test
    void a_decision_is_revoked_and_the_case_is_handled_anew() {
        var cast = CaseworkFixtures.of(platform);
        var filed = cast.filed();
        cases.refuseAcceptance(filed, "不属于本机关职权范围，不予受理", "六十日内申请行政复议", cast.sunJingAtTheWindow());
        var number = filed.value();
        try (var liu = Window.of(browser, port, "刘思远");
                var zhao = Window.of(browser, port, "赵宁");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            registers(liu, number);
            confirms(zhao, number);
            wang.at("/cases/" + number);
            assertThat(wang.main()).containsText("原决定已撤销，重新办理");
            assertThat(wang.main()).containsText("已撤销");
            assertThat(wang.link("重新办理通知书")).isVisible();
            look(wang, "case-handled-anew");
        }
        nothing_found();
    }

    /** The applicant's windows run no scripts; what checks a page does. */
    private void look(Window wang, String name) {
        try (var scripted = Window.of(browser, port, "王海燕")) {
            scripted.at(wang.path());
            check.look(scripted, name);
        }
    }

    private void registers(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.follow("登记复议决定、判决，重新办理");
        liu.press("登记，请负责人核准");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("请选由来");
        check.look(liu, "reopening-refused");
        liu.page().locator("#kind-RECONSIDERATION").check();
        liu.fill("文书编号", "济政复决字〔2026〕17 号");
        liu.fill("作出文书的机关", "济南市人民政府");
        liu.fill("文书日期", "2026-03-02");
        liu.fill("撤销的理由（申请人看得到，至少 10 个字）", WHY);
        liu.field("文书（PDF、JPG、PNG）")
                .setInputFiles(new FilePayload(
                        "复议决定书.pdf",
                        "application/pdf",
                        Pdf.a4(Locale.SIMPLIFIED_CHINESE, "决定")
                                .title("决定")
                                .finish()
                                .bytes()));
        liu.press("登记，请负责人核准");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("等负责人核准");
        assertThat(liu.main()).containsText(WHY);
    }

    private void confirms(Window zhao, String number) {
        zhao.at("/staff/cases/" + number);
        zhao.follow("核准重新办理");
        assertThat(zhao.main()).containsText("济政复决字〔2026〕17 号");
        check.look(zhao, "reopening-confirm");
        zhao.press("核准，重新办理");
        assertThat(zhao.page().getByRole(AriaRole.STATUS)).containsText("已重新办理");
        check.look(zhao, "case-reopened");
    }
}
