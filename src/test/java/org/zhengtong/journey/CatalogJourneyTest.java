package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;

/** A department compiles an entry, sees its faults while typing, files it; a reviewer publishes it; everybody finds it. */
@BrowserJourney
class CatalogJourneyTest {
    private static final String NAME = "济南市广告发布登记信息";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    private final PageCheck check = new PageCheck();

    @BeforeAll
    static void opens_a_browser() {
        playwright = Browsers.playwright();
        browser = Browsers.launch(playwright);
    }

    @AfterAll
    static void closes_the_browser() {
        playwright.close();
    }

    private void look(Window window, String path, String name) {
        window.at(path);
        check.look(window, name);
    }

    @Test
    void an_entry_goes_from_typing_to_the_open_data_page() {
        String draft;
        try (var han = Window.of(browser, port, "韩雪")) {
            look(han, "/staff/catalog", "catalog-list");
            look(han, "/staff/catalog/resources/3260010001-000001", "catalog-resource");
            look(han, "/staff/catalog/resources/206001-000001", "catalog-resource-rows");
            look(han, "/staff/catalog/resources/3260010001-000001/versions", "catalog-versions");
            look(han, "/staff/catalog/resources/3260010001-000001/retirement", "catalog-retirement");
            look(han, "/staff/catalog/coverage", "catalog-coverage");
            look(han, "/staff/catalog/imports", "catalog-import");
            importBadFile(han);
            draft = compile(han);
        }
        try (var yu = Window.of(browser, port, "于晓东")) {
            publish(yu);
        }
        try (var visitor = Window.open(browser, port, true)) {
            look(visitor, "/open-data", "catalog-open-list");
            look(visitor, "/open-data/201001-000001", "catalog-dataset-chart");
            look(visitor, "/open-data/206001-000002", "catalog-dataset-elsewhere");
        }
        try (var visitor = Window.open(browser, port, false)) {
            visitor.at("/open-data?text=广告发布");
            visitor.follow(NAME);
            assertThat(visitor.heading().textContent()).isEqualTo(NAME);
        }
        assertThat(draft).startsWith("/staff/catalog/drafts/");
        assertThat(check.faults()).isEmpty();
    }

    private void importBadFile(Window han) {
        var text = "信息资源名称,分类,格式,信息项名称\n乱填的信息,99,不知道,\n";
        han.page()
                .locator("#file")
                .setInputFiles(new FilePayload("目录.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        han.press("先看看");
        assertThat(han.main().textContent()).contains("分类代码 99");
        check.look(han, "catalog-import-preview");
        han.press("不导入了");
    }

    private String compile(Window han) {
        han.at("/staff/catalog/drafts");
        han.press("新编一条");
        var draft = han.path();
        check.look(han, "catalog-draft-empty");

        // live: the name of a published entry, typed with other blanks and punctuation
        han.page().locator("#name").fill("济南市 企业登记信息。");
        han.page().waitForFunction("() => document.getElementById('findings').textContent.includes('重名')");
        // live: a file shared as a database
        han.page().locator("#format").selectOption("sheet.csv");
        han.page().locator("#mode-platform-database").check();
        han.page().waitForFunction("() => document.getElementById('findings').textContent.includes('不能一起用')");

        han.press("报送审核");
        assertThat(han.page().locator("#name-error").textContent()).contains("重名");
        check.look(han, "catalog-draft-refused");

        han.page().locator("#name").fill(NAME);
        han.page().locator("#classCode").selectOption("326001");
        han.page().locator("#summary").fill("广播电台、电视台、报刊出版单位发布广告的登记，每条是一家发布单位。");
        han.page().locator("#domain").selectOption("市场监督");
        han.page().locator("#updateCycle").selectOption("month");
        han.page().locator("#mode-platform-database").uncheck();
        han.page().locator("#mode-platform-file").check();
        han.page().locator("#sharing-UNCONDITIONAL").check();
        han.page().locator("#openness-UNCONDITIONAL").check();
        han.page().locator("#extension-network").selectOption("政务外网");
        han.page().locator("#items-0-name").fill("发布单位名称");
        han.page().locator("#items-0-dataType").selectOption("C");
        han.page().locator("#items-0-sharing").selectOption("UNCONDITIONAL");
        han.page().locator("#items-0-open").check();
        han.press("报送审核");
        assertThat(han.main().textContent()).contains("待审核").contains("最迟");
        check.look(han, "catalog-draft-waiting");
        look(han, "/staff/catalog/drafts", "catalog-drafts");
        return draft;
    }

    private void publish(Window yu) {
        look(yu, "/staff/catalog/reviews", "catalog-reviews");
        yu.follow(NAME);
        check.look(yu, "catalog-review");
        yu.press("退回");
        assertThat(yu.page().locator("#note-error").textContent()).contains("退回要写意见");
        yu.press("通过");
        yu.press("发布");
        assertThat(yu.heading().textContent()).isEqualTo(NAME);
        assertThat(yu.main().textContent()).contains("已发布").contains("326001/0000");
    }
}
