package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;

/** A scan goes ahead of its form in pieces, over a line that breaks once; the form then only names it. */
@BrowserJourney
class UploadingAheadTest {
    private static final String ITEM = CaseworkFixtures.COMPANY_ESTABLISHMENT.value();

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private ApplicationContext platform;

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

    private static byte[] scan() {
        return ("%PDF-1.7\n1 0 obj << >> endobj\n" + "x".repeat(3_500_000) + "\ntrailer << >>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_broken_line_costs_one_piece_and_the_form_holds_the_file() {
        CaseworkFixtures.of(platform);
        try (var wang = Window.of(browser, port, "王海燕")) {
            wang.at("/items/" + ITEM + "/application");
            wang.main()
                    .locator("button")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("填"))
                    .last()
                    .click();
            var draft = wang.page().url();
            wang.at(draft + "/materials");
            var broken = new AtomicInteger();
            var sent = new AtomicInteger();
            wang.page().route("**/uploads/*", route -> {
                if (route.request().method().equals("PATCH") && sent.incrementAndGet() == 2) {
                    broken.incrementAndGet();
                    route.abort();
                } else {
                    route.resume();
                }
            });

            wang.main()
                    .locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload("章程.pdf", "application/pdf", scan()));
            wang.main()
                    .locator(".zt-file input[type=hidden]")
                    .first()
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            wang.page()
                    .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", "upload-ahead.png")));
            wang.main().locator("button[value=save]").first().click();

            wang.at(draft + "/materials");
            assertThat(broken.get()).isEqualTo(1);
            assertThat(sent.get()).isEqualTo(5);
            assertThat(wang.main().innerText()).contains("章程.pdf", "未查毒");
        }
    }
}
