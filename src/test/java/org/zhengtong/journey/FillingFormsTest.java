package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SettableClock;

/** Both forms of the plans, filled in with and without JavaScript, printed, taken out as a workbook and back unchanged. */
@BrowserJourney
class FillingFormsTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static Playwright playwright;
    private static Browser browser;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_survey_of_the_province(boolean scripts) {
        try (var liu = Window.open(browser, port, scripts).signedInAs("刘思远")) {
            liu.at("/staff/forms?text=调研统计表");
            liu.follow("电子政务规划调研统计表");
            liu.press("开始填写");
            var address = liu.path();

            liu.follow("基础设施建设情况");
            check(liu, "infrastructure-machine_room-build_mode");
            fill(liu, "infrastructure-machine_room-area", "320.5");
            fill(liu, "infrastructure-machine_room-investment", "8600000 元");
            fill(liu, "infrastructure-machine_room-build_year", "2007");
            fill(liu, "infrastructure-machine_room-finish_year", "2006");
            fill(liu, "infrastructure-platform-device_type-servers", "36");
            fill(liu, "infrastructure-platform-device_use_other", "数据交换前置机");
            liu.press("保存并继续");
            assertThat(liu.page().locator("#infrastructure-machine_room-finish_year-error"))
                    .containsText("完成年份 2006 早于建设年份 2007");
            fill(liu, "infrastructure-machine_room-finish_year", "2008");
            liu.press("保存并继续");

            assertThat(liu.heading()).hasText("网络情况");
            check(liu, "network-networks-inner-classified");
            fill(liu, "network-networks-inner-bandwidth", "1000M/100M");
            fill(liu, "network-networks-outer-link_mode_other", "政务专网");
            check(liu, "network-networks-outer-site_functions");
            liu.press("保存并继续");

            fill(liu, "storage-capacity", "24");
            fill(liu, "storage-used", "25");
            liu.press("保存并继续");
            assertThat(liu.page().locator("#storage-used-error")).containsText("超过了存储容量 24 TB");
            fill(liu, "storage-used", "15750 GB");
            liu.press("保存并继续");

            liu.press("提交");
            assertThat(liu.main()).containsText("已提交");
            printed(liu, address, "☑自建", "320.5", "860", "☑服务器：36台", "☑其他：数据交换前置机", "☑其他：政务专网", "15.75");
            outAndIn(liu, address);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_needs_of_a_region(boolean scripts) {
        try (var liu = Window.open(browser, port, scripts).signedInAs("刘思远")) {
            liu.at("/staff/forms");
            liu.link("建设需求表").click();
            liu.press("开始填写");
            var address = liu.path();

            liu.follow("一、项目基本情况");
            liu.press("保存并继续");
            assertThat(liu.main()).containsText("请选一项：项目需求");
            check(liu, "basic-directions");
            fill(liu, "basic-chief-0-name", "梁志明");
            fill(liu, "basic-chief-0-unit", "市经济和信息化局");
            fill(liu, "basic-summary", "建设统一申办受理平台，\n市县两级业务系统迁移上云。");
            liu.press("保存并继续");

            fill(liu, "unit-unit_name", "市经济和信息化局");
            fill(liu, "unit-division-online_hall-lead_unit", "市政务服务中心");
            assertThat(liu.page().locator("#unit-division-gov_cloud")).hasCount(0);
            liu.press("添加成员");
            fill(liu, "unit-division-online_hall-members-0-name", "赵宁");
            liu.press("再加一名成员");
            fill(liu, "unit-division-online_hall-members-1-name", "李文");
            liu.main()
                    .locator("button[value='remove:/unit/division/online_hall/members/0']")
                    .click();
            assertThat(liu.page().locator("#unit-division-online_hall-members-0-name"))
                    .hasValue("李文");
            liu.press("撤销");
            assertThat(liu.page().locator("#unit-division-online_hall-members-1-name"))
                    .hasValue("李文");
            liu.press("保存并继续");

            fill(liu, "opinion-opinion", "同意申报。");
            liu.press("保存并继续");
            liu.press("提交");
            assertThat(liu.main()).containsText("已提交");
            printed(liu, address, "梁志明", "方向一：网上办事大厅互联互通（业务互联互通）", "李文", "同意申报。", "（签章）");
            outAndIn(liu, address);
        }
    }

    private static void fill(Window window, String id, String value) {
        window.page().locator("#" + id).fill(value);
    }

    private static void check(Window window, String id) {
        window.page().locator("#" + id).check();
    }

    /** On the page as on paper, and as a PDF. */
    private static void printed(Window window, String address, String... texts) {
        window.at(address + "/paper");
        for (var text : texts) {
            assertThat(window.page().locator(".zt-sheet")).containsText(text);
        }
        assertThat(new String(body(window, address + "/paper.pdf"), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private static byte[] body(Window window, String path) {
        var answer = window.page().request().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Taken back, replaced by its own workbook, compared, submitted again: nothing changed. */
    private static void outAndIn(Window window, String address) {
        var workbook = body(window, address + "/workbook");
        window.at(address);
        window.page()
                .locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("更多"))
                .last()
                .click();
        window.press("撤回修改");
        window.field("用填好的工作簿替换内容（.xlsx）").setInputFiles(new FilePayload("filled.xlsx", XLSX, workbook));
        window.press("上传");
        assertThat(window.main()).containsText("没有发现问题");
        window.follow("看看改了什么");
        assertThat(window.main()).containsText("没有变化");
        window.at(address).press("提交");
        assertThat(window.main()).containsText("第 2 次");
        window.follow("和第 1 次比较");
        assertThat(window.main()).containsText("没有变化");
    }
}
