package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;

/** Moves inside the tree: 刘思远 sends a case back to the window, has it countersigned and adds a step; 王海燕 reads none of why. */
@BrowserJourney
class StepsInsideTest extends PageTour {

    private static final String REASON = "租赁合同缺了出租方的签章，请补齐";
    private static final String OPINION = "材料齐全，符合法定形式，拟准予";
    private static final String MATTER = "拟准予登记，住所跨区，请会签";
    private static final String DOUBT = "住所材料不一致，应当先核实";
    private static final String WHY = "住所与登记不一致，请实地核对";

    @Autowired
    private ApplicationContext platform;

    @Test
    void a_case_goes_back_is_countersigned_and_has_one_step_more() {
        var number = CaseworkFixtures.of(platform).accepted().value();
        try (var liu = Window.of(browser, port, "刘思远");
                var gao = Window.of(browser, port, "高翔");
                var sun = Window.of(browser, port, "孙静");
                var li = Window.of(browser, port, "李文");
                var wang = Window.of(browser, port, "王海燕")) {
            gao.at("/staff/cases/" + number);
            gao.fill("意见", OPINION);
            sendsBack(liu, number);
            comesLate(gao);
            looksAgain(sun, number);
            asksToSign(liu, number);
            disagrees(gao, number);
            addsStep(liu, number);
            doesIt(li, number);
            grantsAllTheSame(liu, number);
            readsNoneOfWhy(wang, number);
        }
        nothing_found();
    }

    /** What stands under the heading of one of my open steps. */
    private static Locator form(Window window, String address) {
        return window.main().locator("form[action$='" + address + "']").first();
    }

    private static void unfold(Window window, String summary) {
        window.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
    }

    private void sendsBack(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        unfold(liu, "退回更早的环节");
        var form = form(liu, "/return");
        form.getByLabel("退回的原因（至少 10 个字）").fill("缺章");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(form(liu, "/return")).containsText("至少写 10 个字");
        check.look(liu, "return-refused");
        form(liu, "/return").getByLabel("退回的原因（至少 10 个字）").fill(REASON);
        form(liu, "/return").getByRole(AriaRole.BUTTON).click();
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已退回");
        assertThat(liu.main()).containsText("收件复核");
        check.look(liu, "returned");
    }

    private void comesLate(Window gao) {
        gao.press("作出决定");
        assertThat(gao.page().getByRole(AriaRole.ALERT)).containsText("把这件交给前面的环节");
        assertThat(gao.main()).containsText(OPINION);
        check.look(gao, "return-was-first");
    }

    private void looksAgain(Window sun, String number) {
        sun.at("/staff/cases/" + number);
        assertThat(sun.main()).containsText(REASON);
        check.look(sun, "recheck");
        sun.fill("核对情况", "合同已经补签，原件在窗口核对");
        sun.press("核对完毕，送回部门");
        assertThat(sun.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
    }

    private void asksToSign(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        assertThat(liu.main()).containsText("核对完毕，送回部门：合同已经补签");
        unfold(liu, "请同事或者部门会签");
        var form = form(liu, "/countersigns");
        form.locator("#signers").selectOption(new SelectOption().setLabel("高翔"));
        form.getByLabel("会签的事项（至少 10 个字）").fill(MATTER);
        form.getByLabel("请于哪天以前会签").fill("2026-03-03");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已发出会签");
        liu.press("作出决定");
        assertThat(liu.page().getByRole(AriaRole.ALERT)).containsText("还在等会签：高翔");
        check.look(liu, "sign-awaited");
    }

    private void disagrees(Window gao, String number) {
        gao.at("/staff/inbox?step=%3Asign&show=MINE");
        var row = gao.page()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHasText("会签"));
        assertThat(row).hasCount(1);
        check.look(gao, "sign-inbox");
        gao.at("/staff/cases/" + number);
        check.look(gao, "sign-to-answer");
        gao.page()
                .getByLabel("不同意", new Page.GetByLabelOptions().setExact(true))
                .check();
        gao.fill("说明（不同意的，至少 10 个字）", DOUBT);
        gao.press("签署");
        assertThat(gao.page().getByRole(AriaRole.STATUS)).containsText("已答复");
    }

    private void addsStep(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        assertThat(liu.main()).containsText("会签没有通过");
        unfold(liu, "加办一个环节");
        var form = form(liu, "/added-steps");
        form.getByLabel("环节名称").fill("实地核对");
        form.getByLabel("由哪个部门办").selectOption("370100.taxation");
        form.getByLabel("办理时限（工作日，不超过整个办件的剩余期限）").fill("9");
        form.getByLabel("和本环节同时办").check();
        form.getByLabel("要办什么、为什么（至少 10 个字）").fill(WHY);
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(form(liu, "/added-steps")).containsText("办理时限要在 1 和 3 个工作日之间");
        check.look(liu, "add-refused");
        form(liu, "/added-steps").getByLabel("办理时限（工作日，不超过整个办件的剩余期限）").fill("2");
        form(liu, "/added-steps").getByRole(AriaRole.BUTTON).click();
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已加办");
        assertThat(liu.button("收回加办：")).isVisible();
        check.look(liu, "added");
    }

    private void doesIt(Window li, String number) {
        li.at("/staff/cases/" + number);
        assertThat(li.main()).containsText(WHY);
        check.look(li, "added-to-do");
        li.press("作出决定");
        assertThat(li.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
    }

    private void grantsAllTheSame(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.press("作出决定");
        assertThat(liu.main()).containsText("会签没有通过，仍要准予的请写明理由");
        check.look(liu, "against");
        liu.fill("会签没有通过，仍要准予的理由（至少 10 个字，只给工作人员看）", "实地核查后材料一致，予以采信");
        liu.press("作出决定");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("决定已作出");
        check.look(liu, "against-decided");
    }

    private void readsNoneOfWhy(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("窗口重新核对收件");
        assertThat(wang.main()).containsText("加办“实地核对”");
        for (var inner : new String[] {REASON, MATTER, DOUBT, WHY, "合同已经补签", "实地核查后", "会签"}) {
            assertThat(wang.main()).not().containsText(inner);
        }
        check.look(wang, "applicant-reads");
    }
}
