package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.IdentityFixtures;
import org.zhengtong.testing.BrowserJourney;
import org.zhengtong.testing.Browsers;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.Visitor;

/** Another system, with another library, signs its users in here. */
@BrowserJourney
class ConnectedSystemJourneyTest {
    private static final String PASSWORD = "quiet river 27";

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private IdentityFixtures people;

    @LocalServerPort
    private int port;

    private ForeignSystem system;
    private String name = "";
    private String number = "";
    private AccountId account = new AccountId(1);

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
    void a_system_is_connected_on_the_page() throws Exception {
        number = people.freshCitizenNumber();
        account = people.citizen("华连", number, PASSWORD);
        system = new ForeignSystem(port);
        name = "学习平台 " + number.substring(6, 14);
        var told =
                connect(system.callback(), true).html().select(".zt-note code").eachText();
        system.connected(told.get(1), told.get(2));
    }

    @AfterEach
    void it_is_gone() throws Exception {
        system.close();
    }

    private SeenPage connect(String redirect, boolean confidential) {
        return administrator()
                .open("/staff/systems")
                .form("接入系统")
                .fill("name", name)
                .fill("redirectUris", redirect)
                .fill("logoutUris", system.afterLogout())
                .fill("confidential", Boolean.toString(confidential))
                .submit();
    }

    private Visitor administrator() {
        return Visitor.at(port).signedInAs("何平");
    }

    private Visitor signedIn() {
        var visitor = Visitor.at(port);
        visitor.open("/sign-in")
                .form("登录")
                .fill("name", number)
                .fill("password", PASSWORD)
                .submit();
        return visitor;
    }

    private OIDCTokens tokens(Visitor visitor) throws Exception {
        var page = visitor.open(system.signIn().toString());
        if (page.heading().startsWith("登录“")) {
            page.press("同意，登录");
        }
        var answer = system.exchange(system.code(system.answer()));
        assertThat(answer.indicatesSuccess())
                .as(() -> answer.toErrorResponse().getErrorObject().toString())
                .isTrue();
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    }

    @Test
    void in_chromium_from_the_system_through_signing_in_and_consent_back_to_it() throws Exception {
        try (var window = Window.open(browser, port, true)) {
            window.at(system.signIn().toString());
            window.fill("登录名", number);
            window.fill("密码", PASSWORD);
            window.press("登录");
            window.page().waitForURL("**/sign-in/consent?**");
            assertThat(window.heading().textContent()).isEqualTo("登录“" + name + "”");
            assertThat(window.main().textContent()).contains("华连", "姓名");
            window.press("同意，登录");
            window.page().waitForURL(system.callback() + "**");

            var answer = (OIDCTokenResponse) system.exchange(system.code(system.answer()));
            var claims = system.validated(answer.getOIDCTokens());
            assertThat(claims.getSubject().getValue()).isEqualTo(account.toString());
            assertThat(claims.getStringClaim("name")).isEqualTo("华连");
            assertThat(system.userInfo(answer.getOIDCTokens()).getName()).isEqualTo("华连");

            window.page().navigate(system.signIn().toString());
            window.page().waitForURL(system.callback() + "**");
            window.page().navigate(system.signOut(answer.getOIDCTokens()).toString());
            window.page().waitForURL(system.afterLogout() + "**");
            assertThat(window.at("/account").path()).startsWith("/sign-in");
        }
    }

    @Test
    void a_code_is_good_once_and_a_replay_voids_what_it_gave() throws Exception {
        var visitor = signedIn();
        visitor.open(system.signIn().toString()).press("同意，登录");
        var code = system.code(system.answer());
        var first = (OIDCTokenResponse) system.exchange(code);
        assertThat(system.userInfoStatus(first.getOIDCTokens())).isEqualTo(200);

        var second = system.exchange(code);

        assertThat(second.indicatesSuccess()).isFalse();
        assertThat(second.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
        assertThat(system.userInfoStatus(first.getOIDCTokens())).isEqualTo(401);
    }

    @Test
    void without_the_right_verifier_or_secret_there_are_no_tokens() throws Exception {
        var visitor = signedIn();
        visitor.open(system.signIn().toString()).press("同意，登录");
        var code = system.code(system.answer());

        var stolen = system.exchange(code, new CodeVerifier(), system.secret());
        assertThat(stolen.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
        var guessed = system.exchange(code, new CodeVerifier(), new Secret("guess"));
        assertThat(guessed.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_client");
    }

    @Test
    void a_request_without_pkce_is_refused() throws Exception {
        var visitor = signedIn();

        visitor.open(system.request().build().toURI().toString());

        assertThat(system.answer().getQuery()).contains("error=invalid_request", "code_challenge");
    }

    @Test
    void a_forged_redirect_address_is_never_gone_to() {
        var forged = system.signIn().toString().replace("callback", "callback%2F..%2Fevil");

        var page = signedIn().open(forged);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.address().getPort()).isEqualTo(port);
        assertThat(signedIn()
                        .open(system.signIn()
                                .toString()
                                .replaceFirst("redirect_uri=[^&]+", "redirect_uri=https%3A%2F%2Fevil.example%2F"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_refuses_goes_back_with_nothing() throws Exception {
        signedIn().open(system.signIn().toString()).press("不同意");

        assertThat(system.answer().getQuery()).contains("error=access_denied");
    }

    @Test
    void consent_is_asked_once_and_can_be_taken_back() throws Exception {
        var visitor = signedIn();
        var tokens = tokens(visitor);
        assertThat(visitor.open(system.signIn().toString()).text()).isEqualTo("foreign system");
        system.answer();

        var left = visitor.open("/account/systems").press("收回");

        assertThat(left.text()).contains("还没有用本账号登录过别的系统");
        assertThat(system.userInfoStatus(tokens)).isEqualTo(401);
        assertThat(visitor.open(system.signIn().toString()).heading()).startsWith("登录“");
    }

    @Test
    void a_closed_system_is_shut_out_until_it_is_opened_again() throws Exception {
        var tokens = tokens(signedIn());
        var administrator = administrator();
        var page = administrator.open(
                "/staff/systems?text=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8));

        var closed = page.press("停用");

        assertThat(system.userInfoStatus(tokens)).isEqualTo(401);
        assertThat(signedIn().open(system.signIn().toString()).status()).isEqualTo(400);
        closed.press("撤销");
        assertThat(signedIn().open(system.signIn().toString()).text()).isEqualTo("foreign system");
    }

    @Test
    void addresses_that_lead_astray_are_refused_when_connecting() {
        for (var address : new String[] {
            "http://example.cn/cb",
            "https://*.example.cn/cb",
            "https://example.cn/cb#x",
            "/cb",
            "javascript:alert(1)",
            "https://a@b.cn/"
        }) {
            var page = connect(address, true);
            assertThat(page.status()).as(address).isEqualTo(422);
            assertThat(page.errorAt("redirectUris")).contains(address);
        }
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/systems").status())
                .isEqualTo(403);
    }

    @Test
    void says_what_it_can_do_and_nothing_else() {
        var provider = system.provider();

        assertThat(provider.getIssuer().getValue()).isEqualTo("http://localhost:" + port);
        assertThat(provider.getCodeChallengeMethods())
                .extracting(Object::toString)
                .containsExactly("S256");
        assertThat(provider.getGrantTypes()).extracting(Object::toString).contains("authorization_code");
        assertThat(URI.create(provider.getJWKSetURI().toString()).getPath()).isEqualTo("/oauth2/jwks");
    }
}
