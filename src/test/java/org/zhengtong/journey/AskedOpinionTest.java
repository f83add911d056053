package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;

/** 刘思远 asks the tax office and the police, 李文 answers with conditions, and 王海燕 reads that it came, not what it says. */
@BrowserJourney
class AskedOpinionTest extends PageTour {

    private static final String QUESTION = "该住所是否有未了结的涉税事项，请函复";
    private static final String WORDS = "须先结清上一承租人欠缴的税款";

    @Autowired
    private ApplicationContext platform;

    @Test
    void a_department_is_asked_answers_and_the_decision_weighs_it() {
        var number = CaseworkFixtures.of(platform).accepted().value();
        try (var liu = Window.of(browser, port, "刘思远");
                var li = Window.of(browser, port, "李文");
                var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            asks(liu, number);
            answers(li, number);
            weighs(liu, number);
            readsThatItCame(wang, number);
        }
        nothing_found();
    }

    private void asks(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        liu.main()
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText("征求其他部门的意见"))
                .click();
        liu.fill("或者写部门名称", "国家税务总局济南市税务局");
        liu.page().locator("#departments").selectOption("370104.public-security");
        liu.fill("要问什么（至少 10 个字）", "有欠税吗");
        liu.field("请于哪天以前答复").fill("2026-03-04");
        liu.press("发出征求意见");
        assertThat(liu.page().locator("#question-error")).containsText("至少写 10 个字");
        check.look(liu, "opinion-refused");
        liu.fill("要问什么（至少 10 个字）", QUESTION);
        liu.press("发出征求意见");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已发出征求意见");
        assertThat(liu.main()).containsText("还没有答复");
        check.look(liu, "opinion-asked");
    }

    private void answers(Window li, String number) {
        li.at("/staff/inbox?step=%3Aopinion");
        var row = li.row(number).filter(new Locator.FilterOptions().setHasText("答复征求意见"));
        assertThat(row).hasCount(1);
        li.at("/staff/cases/" + number);
        assertThat(li.main()).containsText(QUESTION);
        li.page()
                .getByLabel("附条件同意", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .check();
        li.fill("说明（附条件同意和不同意的，至少 10 个字）", WORDS);
        check.look(li, "opinion-to-answer");
        li.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions()
                                .setName("答复")
                                .setExact(true))
                .click();
        assertThat(li.page().getByRole(AriaRole.STATUS)).containsText("已答复");
    }

    private void weighs(Window liu, String number) {
        liu.at("/staff/cases/" + number);
        assertThat(liu.main()).containsText(WORDS);
        assertThat(liu.main()).containsText("复函");
        check.look(liu, "opinion-given");
        liu.press("收回：槐荫区公安分局");
        assertThat(liu.page().getByRole(AriaRole.STATUS)).containsText("已收回");
    }

    private static void readsThatItCame(Window wang, String number) {
        wang.at("/cases/" + number);
        assertThat(wang.main()).containsText("济南市税务局答复了济南市市场监管局征求的意见");
        assertThat(wang.main()).not().containsText(WORDS);
        assertThat(wang.main()).not().containsText(QUESTION);
    }
}
