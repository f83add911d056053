package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.IdentityFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.Visitor;

/** A passkey made and used in Chromium, with a virtual device in place of a finger. */
@BrowserJourney
class PasskeyJourneyTest {
    private static final String PASSWORD = "quiet river 27";

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private IdentityFixtures people;

    @LocalServerPort
    private int port;

    private String number = "";

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
    void somebody_has_an_account() {
        number = people.freshCitizenNumber();
        people.citizen("万钥", number, PASSWORD);
    }

    private static CDPSession device(Window window) {
        var session = window.context().newCDPSession(window.page());
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", arguments);
        return session;
    }

    private Window signedIn() {
        var window = Window.open(browser, port, true).at("/sign-in?next=/account/passkeys");
        window.fill("登录名", number);
        window.fill("密码", PASSWORD);
        window.press("登录");
        return window;
    }

    @Test
    void a_passkey_is_added_and_opens_the_account_without_a_password() {
        try (var window = signedIn()) {
            device(window);
            window.fill("新密钥的名称", "家里的电脑");
            window.press("添加通行密钥");
            window.page().waitForURL("**/account/passkeys?done=added");
            assertThat(window.main().textContent()).contains("家里的电脑", "还没有用过");

            window.at("/account");
            window.page()
                    .locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("万钥"))
                    .click();
            window.page().locator("header button:has-text('退出')").click();
            window.at("/sign-in?next=/account/sessions").press("用通行密钥登录");
            window.page().waitForURL(address -> address.endsWith("/account/sessions") && !address.contains("next="));
            assertThat(window.main().textContent()).contains("用通行密钥登录", "上的 Chrome");
            assertThat(window.at("/account/passkeys").main().textContent()).contains("用过");
        }
    }

    @Test
    void a_removed_passkey_can_be_taken_back_and_opens_nothing_until_then() {
        try (var window = signedIn()) {
            device(window);
            window.press("添加通行密钥");
            window.page().waitForURL("**/account/passkeys?done=added");
            window.press("移除");
            window.press("撤销");
            assertThat(window.main().textContent()).contains("通行密钥已经恢复");
            window.press("移除");
            assertThat(window.main().textContent()).contains("还没有通行密钥");

            window.context().clearCookies();
            window.at("/sign-in").press("用通行密钥登录");
            window.page().waitForURL("**/sign-in?refused=passkey**");
            assertThat(window.main().textContent()).contains("这个通行密钥不能登录");
        }
    }

    @Test
    void an_answer_counts_once() {
        try (var window = signedIn()) {
            device(window);
            window.press("添加通行密钥");
            window.page().waitForURL("**/account/passkeys?done=added");
            window.context().clearCookies();
            window.at("/sign-in");
            var sent = window.page().waitForRequest("**/sign-in/passkey", () -> window.press("用通行密钥登录"));
            window.page().waitForURL(address -> !address.contains("/sign-in"));

            var thief = Visitor.at(port);
            var answer = java.net.URLDecoder.decode(
                    sent.postData().replaceFirst(".*answer=", "").replaceFirst("&.*", ""),
                    java.nio.charset.StandardCharsets.UTF_8);
            var replayed = thief.open("/sign-in")
                    .form("用通行密钥登录")
                    .fill("answer", answer)
                    .submit();

            assertThat(replayed.text()).contains("这个通行密钥不能登录");
            assertThat(thief.open("/account").path()).isEqualTo("/sign-in");
        }
    }

    @Test
    void nonsense_in_place_of_an_answer_is_refused_in_words() {
        var visitor = Visitor.at(port);
        for (var answer : new String[] {
            "", "{", "[]", "{\"rawId\":\"!\"}", "{\"rawId\":\"AAAA\",\"response\":{\"clientDataJSON\":\"e30\"}}"
        }) {
            assertThat(visitor.open("/sign-in")
                            .form("用通行密钥登录")
                            .fill("answer", answer)
                            .submit()
                            .text())
                    .contains("这个通行密钥不能登录");
        }
    }
}
