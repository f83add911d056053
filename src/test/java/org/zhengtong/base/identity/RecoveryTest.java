package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class RecoveryTest {
    private static final String PASSWORD = "quiet river 27";
    private static final String NEXT = "noisy brook 72";

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private RealNames realNames;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private String number = "";
    private AccountId account = new AccountId(1);

    @BeforeEach
    void somebody_left_a_mail_address() {
        clock.advance(Duration.ofHours(2));
        number = people.freshCitizenNumber();
        account = people.citizen("简忘", number, PASSWORD);
        jdbc.sql("""
                insert into notice.contact (account, channel, address, enabled, verified_at)
                values (:account, 'MAIL', 'jian@example.cn', true, now())
                """).param("account", account.value()).update();
    }

    private SeenPage ask(String name) {
        return Visitor.at(port)
                .open("/sign-in")
                .follow("忘记密码")
                .form("寄链接给我")
                .fill("name", name)
                .submit();
    }

    private List<String> mailed() {
        return jdbc.sql("""
                select link
                from notice.delivery
                where recipient = :account
                    and template = 'identity.notice.recovery'
                order by id
                """)
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    private String link() {
        ask(number);
        await().atMost(Duration.ofSeconds(10)).until(() -> !mailed().isEmpty());
        return mailed().getLast();
    }

    private SeenPage set(String link, String password) {
        return Visitor.at(port)
                .open(link)
                .form("设置新密码")
                .fill("password", password)
                .fill("repeated", password)
                .submit();
    }

    private SeenPage signIn(Visitor visitor, String password) {
        return visitor.open("/sign-in?next=/account")
                .form("登录")
                .fill("name", number)
                .fill("password", password)
                .submit();
    }

    @Test
    void a_link_by_mail_sets_a_new_password_once_ends_all_sessions_and_is_told() {
        var before = Visitor.at(port);
        signIn(before, PASSWORD);
        var link = link();

        var weak = set(link, "12345678");
        assertThat(weak.status()).isEqualTo(422);
        var done = set(link, NEXT);

        assertThat(done.text()).contains("新密码已经设置好");
        assertThat(before.open("/account").path()).isEqualTo("/sign-in");
        var visitor = Visitor.at(port);
        assertThat(signIn(visitor, PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(visitor, NEXT).path()).isEqualTo("/account");
        assertThat(visitor.open("/messages").text()).contains("您的密码重新设置了");
        assertThat(Visitor.at(port).open(link).status()).isEqualTo(410);
    }

    @Test
    void a_link_ends_after_half_an_hour() {
        var link = link();

        clock.advance(Duration.ofMinutes(30));

        assertThat(Visitor.at(port).open(link).status()).isEqualTo(410);
        assertThat(Visitor.at(port).open("/recovery/password?token=guess").status())
                .isEqualTo(410);
    }

    @Test
    void the_answer_does_not_tell_whether_there_is_such_an_account() {
        var known = ask(number);
        var unknown = ask(people.freshCitizenNumber());

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.text()).isEqualTo(known.text());
    }

    @Test
    void asking_again_within_five_minutes_sends_nothing_more() {
        link();
        ask(number);
        clock.advance(Duration.ofMinutes(6));
        ask(number);

        await().atMost(Duration.ofSeconds(10)).until(() -> mailed().size() == 2);
        assertThat(Visitor.at(port).open(mailed().getFirst()).status()).isEqualTo(410);
    }

    @Test
    void a_link_by_mail_leaves_the_second_factor_and_one_from_the_counter_switches_it_off() {
        people.setUpAuthenticator(account);
        set(link(), NEXT);
        assertThat(signIn(Visitor.at(port), NEXT).heading()).isEqualTo("输入动态码");

        var desk = desk();
        var refused = desk.press("做一次性链接");
        assertThat(refused.errorAt("recoverySeen")).contains("看了原件");
        var made = refused.form("做一次性链接").fill("recoverySeen", "true").submit();
        var link = made.html().select("section:has(#link) code").text();
        assertThat(set(link.replaceFirst("https?://[^/]+", ""), PASSWORD).text())
                .contains("新密码已经设置好");

        assertThat(signIn(Visitor.at(port), PASSWORD).path()).isEqualTo("/account");
        assertThat(factors.stateOf(account).set()).isFalse();
    }

    private SeenPage desk() {
        return Visitor.at(port)
                .signedInAs("孙静")
                .open("/staff/accounts")
                .form("找账号")
                .fill("number", number)
                .submit();
    }

    @Test
    void the_counter_checks_an_identity_and_its_owner_sees_by_whom() {
        var visitor = Visitor.at(port);
        assertThat(signIn(visitor, PASSWORD).text()).contains("未认证");
        var desk = desk();
        assertThat(desk.text()).contains("简忘").doesNotContain(number);
        assertThat(desk.press("认证这个账号").errorAt("seen")).contains("看了原件");

        var done = desk.form("认证这个账号").fill("seen", "true").submit();

        assertThat(done.text()).contains("已经认证", "窗口 孙静 核对了居民身份证");
        assertThat(visitor.open("/account").text()).contains("已认证", "孙静");
        assertThat(visitor.open("/my/looks").text()).contains("孙静", "账号信息", "在窗口核验身份");
        done.form("撤回认证").fill("why", "看错了人").submit();
        assertThat(realNames.find(account)).isEmpty();
    }

    @Test
    void the_desk_lists_nobody_and_is_closed_to_others() {
        var sun = Visitor.at(port).signedInAs("孙静");

        var none = sun.open("/staff/accounts").form("找账号").fill("number", "简忘").submit();
        assertThat(none.errorAt("number")).contains("没有这个号码的账号");
        assertThat(Visitor.at(port).signedInAs("刘思远").open("/staff/accounts").status())
                .isEqualTo(403);
    }

    @Test
    void without_a_source_nobody_is_asked() {
        var user = people.accounts().findUser(account).orElseThrow();

        assertThat(realNames.verifyBySource(user)).isEqualTo(RealNames.Asked.NO_SOURCE);
    }
}
