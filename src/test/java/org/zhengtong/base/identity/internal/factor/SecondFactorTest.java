package org.zhengtong.base.identity.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.IdentityFixtures;
import org.zhengtong.base.identity.SecondFactorRule;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SeenPage;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class SecondFactorTest {
    private static final String PASSWORD = "quiet river 27";
    private static final String ADDRESS = "198.51.100.40";

    @Autowired
    private SecondFactors factors;

    @Autowired
    private Accounts accounts;

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private String number = "";
    private AccountId account = new AccountId(1);
    private byte[] secret = {};

    @BeforeEach
    void somebody_has_an_account() {
        clock.advance(Duration.ofHours(2));
        number = people.freshCitizenNumber();
        account = people.citizen("田动", number, PASSWORD);
    }

    @AfterEach
    void nobody_is_forced() {
        people.setRule(SecondFactorRule.NOBODY);
    }

    private List<String> setUp() {
        var offer = factors.offer(account);
        secret = Base32.decode(offer.secret());
        return factors.setUp(account, offer.sealed(), code()).orElseThrow();
    }

    private String code() {
        return Totp.USUAL.code(secret, Totp.step(clock.instant()));
    }

    private SeenPage password(Visitor visitor) {
        return visitor.open("/sign-in?next=/account")
                .form("登录")
                .fill("name", number)
                .fill("password", PASSWORD)
                .submit();
    }

    @Test
    void the_password_alone_opens_nothing_and_the_code_opens_the_page_asked_for() {
        setUp();
        clock.advance(Duration.ofSeconds(30));
        var visitor = Visitor.at(port);

        var asked = password(visitor);
        assertThat(asked.heading()).isEqualTo("输入动态码");
        assertThat(Visitor.at(port).open("/account").path()).isEqualTo("/sign-in");
        assertThat(visitor.open("/account").path()).isEqualTo("/sign-in");
        var refused =
                visitor.open("/sign-in/code").form("登录").fill("code", "000000").submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("code")).contains("动态码不对", "4 次");

        var inside = refused.form("登录").fill("code", code()).submit();
        assertThat(inside.path()).isEqualTo("/account");
        assertThat(visitor.open("/account/sessions").text()).contains("用密码和动态码登录");
    }

    @Test
    void a_code_is_good_once() {
        setUp();
        assertThat(factors.prove(account, code(), ADDRESS)).isInstanceOf(SignInOutcome.Wrong.class);

        clock.advance(Duration.ofSeconds(30));
        var code = code();

        assertThat(factors.prove(account, code, ADDRESS)).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(factors.prove(account, code, ADDRESS)).isInstanceOf(SignInOutcome.Wrong.class);
    }

    @Test
    void a_recovery_code_is_good_once_however_it_is_typed() {
        var codes = setUp();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        var typed = codes.getFirst().toLowerCase(java.util.Locale.ROOT).replace("-", " ");

        assertThat(factors.prove(account, typed, ADDRESS)).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(factors.prove(account, typed, ADDRESS)).isInstanceOf(SignInOutcome.Wrong.class);
        assertThat(factors.stateOf(account)).isEqualTo(new SecondFactors.State(true, 9));
        assertThat(people.everythingStored()).doesNotContain(codes.getLast());
    }

    @Test
    void guessing_is_stopped_after_five_attempts() {
        setUp();
        clock.advance(Duration.ofSeconds(30));
        for (var turn = 0; turn < 5; turn++) {
            factors.prove(account, "00000" + turn, ADDRESS);
        }

        assertThat(factors.prove(account, code(), ADDRESS)).isInstanceOf(SignInOutcome.LockedOut.class);
    }

    @Test
    void an_offer_belongs_to_one_account_and_ends_after_a_quarter_of_an_hour() {
        var offer = factors.offer(account);
        var other = people.citizen("田静", people.freshCitizenNumber(), PASSWORD);

        assertThat(factors.reopen(other, offer.sealed())).isEmpty();
        assertThat(factors.reopen(account, offer.sealed() + "A")).isEmpty();
        assertThatThrownBy(() -> factors.setUp(other, offer.sealed(), "123456")).isInstanceOf(ProblemException.class);
        clock.advance(Duration.ofMinutes(15));
        assertThat(factors.reopen(account, offer.sealed())).isEmpty();
    }

    @Test
    void the_owner_switches_it_on_and_off_with_a_code() {
        var visitor = Visitor.at(port);
        password(visitor);
        var page = visitor.open("/account/second-factor").follow("设置动态码");
        secret = Base32.decode(page.html().select("code").text());
        var wrong = page.form("打开动态码").fill("code", "12").submit();
        assertThat(wrong.errorAt("code")).contains("动态码不对");
        assertThat(Base32.decode(wrong.html().select("code").text())).isEqualTo(secret);

        var codes = wrong.form("打开动态码").fill("code", code()).submit();
        assertThat(codes.html().select(".identity-codes li")).hasSize(10);
        var first = codes.html().select(".identity-codes li").first().text();
        var renewed = visitor.open("/account/second-factor")
                .form("换一批恢复码")
                .fill("code", first)
                .submit();
        assertThat(renewed.html().select(".identity-codes li").text()).doesNotContain(first);

        clock.advance(Duration.ofSeconds(30));
        var off = visitor.open("/account/second-factor")
                .form("关闭动态码")
                .fill("removalCode", code())
                .submit();
        assertThat(off.text()).contains("动态码已经关闭", "还没有打开");
    }

    @Test
    void who_must_have_one_and_has_none_sets_it_up_before_getting_in() {
        var administrator = accounts.ofStaff(List.of(new StaffId("jn-0901")))
                .values()
                .iterator()
                .next();
        people.setRule(SecondFactorRule.ADMINISTRATORS);

        assertThat(factors.demandOf(administrator)).isEqualTo(SecondFactors.Demand.SETTING_UP);
        assertThat(factors.demandOf(account)).isEqualTo(SecondFactors.Demand.NOTHING);
        assertThat(SecondFactorRule.STAFF.demands(AccountKind.STAFF, false)).isTrue();
        assertThat(SecondFactorRule.STAFF.demands(AccountKind.CITIZEN, false)).isFalse();
    }

    @Test
    void the_security_administrator_sets_the_rule_and_nobody_else() {
        var security = Visitor.at(port).signedInAs(people.staffName("jn-0902"));
        var page = security.open("/staff/sign-in-rule");
        assertThat(page.heading()).isEqualTo("登录规定");

        var saved = page.form("保存").fill("rule", "STAFF").submit();

        assertThat(saved.text()).contains("登录规定已经改好");
        assertThat(factors.rule()).isEqualTo(SecondFactorRule.STAFF);
        assertThat(Visitor.at(port).signedInAs("孙静").open("/staff/sign-in-rule").status())
                .isEqualTo(403);
    }

    @Test
    void a_member_of_staff_under_the_rule_sets_it_up_while_signing_in() {
        people.setRule(SecondFactorRule.STAFF);
        var staff = people.staffAccount("田工", "tian.gong", "a very quiet river");
        var visitor = Visitor.at(port);

        var page = visitor.open("/sign-in")
                .form("登录")
                .fill("name", "tian.gong")
                .fill("password", "a very quiet river")
                .submit();
        assertThat(page.heading()).isEqualTo("设置动态码");
        assertThat(visitor.open("/staff").path()).isEqualTo("/sign-in");
        secret = Base32.decode(page.html().select("code").text());
        var codes = page.form("打开动态码").fill("code", code()).submit();

        assertThat(codes.follow("已经收好").status()).isEqualTo(200);
        assertThat(visitor.open("/account/second-factor").text()).contains("已经打开");
        assertThat(factors.demandOf(staff)).isEqualTo(SecondFactors.Demand.CODE);
    }
}
