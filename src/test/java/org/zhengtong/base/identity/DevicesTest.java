package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.internal.device.DeviceName;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class DevicesTest {
    private static final String PASSWORD = "quiet river 27";

    @Autowired
    private IdentityFixtures people;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 | Chrome | Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Edge | Windows
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari | iPhone
            Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49 | WeChat | Android
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox | Linux
            Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile | Huawei Browser | HarmonyOS
            """)
    void a_browser_is_called_by_its_name(String userAgent, String browser, String system) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(new DeviceName(browser, system));
    }

    @Test
    void a_second_browser_is_told_to_the_holder_and_the_first_is_not() {
        var number = people.freshCitizenNumber();
        people.citizen("梁新", number, PASSWORD);
        var first = signedIn(number);
        assertThat(first.open("/messages").text()).doesNotContain("新的浏览器");

        first.open("/account").press("退出");
        signIn(first, number);
        assertThat(first.open("/messages").text()).doesNotContain("新的浏览器");

        signedIn(number);
        assertThat(first.open("/messages").text()).contains("您的账号在一个新的浏览器上登录了");
    }

    @Test
    void sessions_are_listed_in_words_and_the_owner_ends_the_others() {
        var number = people.freshCitizenNumber();
        people.citizen("梁旧", number, PASSWORD);
        var first = signedIn(number);
        var second = signedIn(number);

        var page = first.open("/account/sessions");
        assertThat(page.text()).contains("用密码登录", "127.0.0.1 本机").doesNotContain("Java-http-client");
        page.press("退出别处的全部登录");

        assertThat(second.open("/account").path()).isEqualTo("/sign-in");
        assertThat(first.open("/account").path()).isEqualTo("/account");
    }

    private Visitor signedIn(String number) {
        return signIn(Visitor.at(port), number);
    }

    private static Visitor signIn(Visitor visitor, String number) {
        visitor.open("/sign-in")
                .form("登录")
                .fill("name", number)
                .fill("password", PASSWORD)
                .submit();
        return visitor;
    }
}
