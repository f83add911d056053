package org.zhengtong.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.SettableClock;

/** 王海燕 books without JavaScript; 孙静 gives a ticket and calls it; the screen in the hall shows it. */
@BrowserJourney
class QueueJourneyTest extends PageTour {

    @AfterEach
    void it_is_monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_time_is_booked_and_a_ticket_is_called() {
        clock.set("2026-06-15T08:45");
        try (var wang = Window.open(browser, port, false).signedInAs("王海燕")) {
            wang.at("/appointments");
            wang.follow("居民身份证");
            wang.main().getByLabel("09:00").check();
            wang.press("预约");
            assertThat(wang.heading()).containsText("我的预约");
        }
        try (var scripted = Window.of(browser, port, "王海燕")) {
            for (var path : new String[] {"/appointments", "/appointments/jinan/identity-card", "/my/appointments"}) {
                scripted.at(path);
                check.look(scripted, path);
            }
        }
        try (var sun = Window.of(browser, port, "孙静")) {
            sun.at("/staff/queue");
            sun.press("取号：居民身份证");
            sun.fill("窗口", "2号窗口");
            sun.press("叫下一个");
            assertThat(sun.main()).containsText("请到 2号窗口");
            check.look(sun, "queue");
            sun.at("/halls/jinan/calls");
            assertThat(sun.main()).containsText("2号窗口");
            check.look(sun, "calls");
            sun.at("/staff/queue/jinan/waiting-times");
            check.look(sun, "waiting-times");
            sun.at("/staff/queue");
            sun.press("办完");
        }
        nothing_found();
    }
}
