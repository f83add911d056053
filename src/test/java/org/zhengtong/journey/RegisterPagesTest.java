package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;

/**
 * A department's data administrator loads a file with a wrong row, mends it, edits a record; an examiner of another department
 * doubts an item, the source corrects it. Every page on the way is looked at.
 */
@BrowserJourney
class RegisterPagesTest {

    private static final String LEGAL = "/staff/registers/legal-person";
    private static final String CODE = "91370102MA3TEXTA0B";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    private final PageCheck check = new PageCheck();

    @Test
    void records_are_loaded_edited_doubted_and_corrected() {
        WaitingWork.run(platform, "registers");
        try (var han = Window.of(browser, port, "韩雪");
                var li = Window.of(browser, port, "李文");
                var lu = Window.of(browser, port, "鲁敏")) {
            looksAround(han, lu);
            loads(han);
            edits(han);
            doubts(li);
            corrects(han);
            li.at(LEGAL + "/records?item=creditCode&value=" + CODE);
            li.link(CODE).click();
            assertThat(li.main().textContent()).contains("济南泉汐软件有限公司");
            assertThat(underCheck(li)).isZero();
            defines(han);
        }
        assertThat(check.faults()).isEmpty();
    }

    private void looksAround(Window han, Window lu) {
        check.look(han.at("/staff/registers"), "registers");
        check.look(han.at(LEGAL), "register");
        check.look(han.at(LEGAL + "/records?text=济南&sort=name&down=true"), "register-records");
        check.look(lu.at("/staff/registers/population/records"), "register-people");
        lu.main().locator("tbody a").first().click();
        check.look(lu, "register-person");
        assertThat(lu.main().textContent()).contains("**********");
        lu.press("查看");
        assertThat(lu.main().textContent()).contains("请写明查看的理由");
        lu.field("为什么要看").fill("核对户籍信息");
        lu.button("查看").click();
        assertThat(lu.main().textContent()).doesNotContain("**********");
        check.look(han.at("/staff/registers/division-seats/map"), "register-map");
        han.page().waitForSelector("#register-map[data-ready]");
        check.look(lu.at("/staff/registers/population/loads"), "register-people-loads");
    }

    private void loads(Window han) {
        var csv = "统一社会信用代码,名称,法人类型,登记状态,所在地,成立日期\r\n" + CODE
                + ",济南泉汐信息有限公司,企业,存续,370102,2026年3月2日\n91370102MA3TESTB0X,坏代码公司,企业,存续,37,昨天\n";
        han.at(LEGAL + "/loads");
        han.press("上传并对应列");
        check.look(han, "register-loads-refused");
        han.page()
                .locator("#file")
                .setInputFiles(new FilePayload("法人.csv", "text/csv", csv.getBytes(Charset.forName("GB18030"))));
        han.press("上传并对应列");
        check.look(han, "register-mapping");
        han.press("开始装载");
        WaitingWork.run(platform, "registers");
        han.page().reload();
        check.look(han, "register-work");
        han.link("看报告").click();
        check.look(han, "register-report");
        assertThat(han.main().textContent()).contains("读取 2 行 = 写入 1 + 没有变化 0 + 搁置 1。", "验证通过", "不是日期", "最后一位要对得上");
    }

    private void edits(Window han) {
        han.at(LEGAL + "/records?item=creditCode&value=" + CODE);
        han.link(CODE).click();
        han.link("修改").click();
        check.look(han, "register-edit");
        han.field("名称").fill("济南泉汐信息科技有限公司");
        han.press("保存");
        assertThat(han.main().textContent()).contains("修改的理由");
        han.page().locator("[name='/record/changeReason']").fill("变更名称");
        han.press("保存");
        assertThat(han.main().textContent()).contains("记录已经保存", "已更正");
        han.link("和现状比较").click();
        check.look(han, "register-compared");
        assertThat(han.main().locator("mark").first().textContent()).isEqualTo("济南泉汐信息有限公司");
        check.look(han.at(LEGAL + "/new"), "register-new");
    }

    private void doubts(Window li) {
        li.at(LEGAL + "/records?item=creditCode&value=" + CODE);
        li.link(CODE).click();
        li.press("提出疑义");
        check.look(li, "register-doubt-refused");
        li.page().locator("#item").selectOption("name");
        li.page().locator("#claimed").fill("济南泉汐软件有限公司");
        li.page().locator("#reason").fill("和营业执照不一致");
        li.press("提出疑义");
        assertThat(li.main().textContent()).contains("疑义已经转给数源部门");
        assertThat(underCheck(li)).isOne();
        check.look(li, "register-doubted");
    }

    private void corrects(Window han) {
        check.look(han.at("/staff/registers/corrections"), "register-corrections");
        han.main().locator("tbody a").first().click();
        han.press("答复");
        check.look(han, "register-correction");
        han.page().locator("#verdict-correct").check();
        han.page().locator("#answer").fill("核对了登记档案");
        han.press("答复");
        assertThat(han.main().textContent()).contains("答复已经发出", "已更正");
        check.look(han.at("/staff/registers/corrections?answered=true"), "register-corrections-answered");
    }

    private void defines(Window han) {
        check.look(han.at(LEGAL + "/definition"), "register-definition");
        check.look(han.at(LEGAL + "/items/capital"), "register-item");
        han.at(LEGAL + "/items/new");
        han.press("保存");
        check.look(han, "register-item-refused");
        han.page().locator("#name").fill("website");
        han.page().locator("#titleZh").fill("网站");
        han.page().locator("#titleEn").fill("Website");
        han.press("保存");
        assertThat(han.main().textContent()).contains("信息项已经增加", "website");
    }

    private static int underCheck(Window window) {
        return window.main()
                .locator(".zt-tag")
                .filter(new Locator.FilterOptions().setHasText("核实中"))
                .count();
    }

    @Test
    void an_enterprise_asks_for_repair_of_a_published_penalty_and_it_is_taken_down() {
        WaitingWork.run(platform, "registers");
        try (var anybody = Window.open(browser, port, true);
                var company = Window.of(browser, port, "济南泉汐信息科技有限公司");
                var meng = Window.of(browser, port, "孟川")) {
            anybody.at("/credit?text=济南泉汐信息");
            check.look(anybody, "credit");
            anybody.link("未按规定公示年度报告").click();
            check.look(anybody, "credit-entry");
            assertThat(anybody.main().textContent()).contains("超过了 7 个工作日", "登录");
            company.at("/credit/entries/CF37010400901");
            company.press("提交申请");
            check.look(company, "credit-refused");
            company.page().locator("#kind-repair").check();
            company.page().locator("#reason").fill("已经补报年度报告");
            company.press("提交申请");
            assertThat(company.main().textContent()).contains("申请已经提交");
            meng.at("/staff/registers").follow("信用公示管理");
            check.look(meng, "credit-desk");
            meng.page().locator("textarea").first().fill("核实已经纠正");
            meng.press("准予，停止公示");
            assertThat(meng.main().textContent()).contains("答复已经发出");
            check.look(meng.at("/staff/credit?answered=true"), "credit-answered");
            check.look(company.at("/my/credit"), "credit-mine");
            assertThat(company.main().textContent()).contains("已准予", "核实已经纠正");
            assertThat(anybody.at("/credit?text=济南泉汐信息").main().textContent()).doesNotContain("未按规定公示年度报告");
        }
        assertThat(check.faults()).isEmpty();
    }

    @Test
    void two_registers_are_compared_and_a_pair_is_judged() {
        WaitingWork.run(platform, "registers");
        try (var han = Window.of(browser, port, "韩雪")) {
            check.look(han.at("/staff/registers/matches"), "matches-none");
            han.at("/staff/registers/matches/new");
            han.press("开始比对");
            check.look(han, "match-refused");
            han.page().locator("#name").fill("公示信息和法人登记");
            han.page().locator("#left").selectOption("legal-person/name");
            han.page().locator("#right").selectOption("credit-publicity/name");
            han.press("开始比对");
            WaitingWork.run(platform, "registers");
            han.page().reload();
            check.look(han, "match");
            assertThat(han.main().textContent()).contains("完成", "100 %");
            han.button("是同一个").click();
            check.look(han.at(han.page().url().replaceAll("verdict=.*", "verdict=SAME")), "match-same");
            assertThat(han.main().locator("tbody tr").count()).isEqualTo(1);
            check.look(han.at("/staff/registers/matches"), "matches");
        }
        assertThat(check.faults()).isEmpty();
    }
}
