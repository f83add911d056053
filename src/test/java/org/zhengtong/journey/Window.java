package org.zhengtong.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One person's browser window: finds things by what they are called, as the person would. */
final class Window implements AutoCloseable {

    static final int DESKTOP = 1280;
    static final int PHONE = 375;

    private static final int HEIGHT = 800;
    private static final int PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;

    private Window(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
    }

    /** The same page once more beside this one, as somebody opens it who comes to its address. */
    Page beside() {
        var tab = context.newPage();
        tab.navigate(page.url());
        return tab;
    }

    /** A window of somebody who has not signed in. */
    static Window open(Browser browser, int port, boolean scripts) {
        return new Window(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setJavaScriptEnabled(scripts)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(DESKTOP, HEIGHT)));
    }

    /** A window of one of the demonstration's people. */
    static Window of(Browser browser, int port, String name) {
        return open(browser, port, true).signedInAs(name);
    }

    /** Signs in with one click. */
    Window signedInAs(String name) {
        page.navigate("/sign-in");
        press("进入：" + name);
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Window at(String path) {
        open(path);
        return this;
    }

    /** Goes there; the status of the answer. */
    int open(String path) {
        return page.navigate(path).status();
    }

    static void wide(Page page, int pixels) {
        page.setViewportSize(pixels, HEIGHT);
    }

    Locator main() {
        return page.locator("main");
    }

    Locator heading() {
        return page.locator("h1");
    }

    Locator button(String name) {
        return main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    Locator link(String name) {
        return main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first();
    }

    Locator field(String label) {
        return main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    /** The row of the list that holds this text, on whichever of its pages: other tests fill the same lists. */
    Locator row(String text) {
        var row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
        while (row.count() == 0) {
            at(link("下一页").getAttribute("href"));
        }
        return row;
    }

    void press(String name) {
        button(name).click();
    }

    void follow(String name) {
        link(name).click();
    }

    void fill(String label, String value) {
        field(label).fill(value);
    }

    /** Path and query of the page, without host. */
    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    @Override
    public void close() {
        context.close();
    }
}
