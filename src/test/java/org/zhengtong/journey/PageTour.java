package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SettableClock;

/** Looks at page after page on a Monday morning, in one browser, and keeps what is wrong with them. */
abstract class PageTour {

    private static final int OK = 200;

    private static Playwright playwright;
    static Browser browser;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    PageCheck check;

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
    final void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        check = new PageCheck();
    }

    final void look(Window window, String name, String path) {
        look(window, name, path, OK);
    }

    /** A page that says no is looked at, too: as one that was expected. */
    final void look(Window window, String name, String path, int status) {
        assertThat(window.open(path)).as(path).isEqualTo(status);
        check.look(window, name);
    }

    final void nothing_found() {
        assertThat(check.faults()).isEmpty();
    }
}
