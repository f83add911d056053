package org.zhengtong.base.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class ActingForAnEnterpriseTest {
    private static final String PASSWORD = "quiet river 27";
    private static final String APPLICATION =
            "/items/" + CaseworkFixtures.COMPANY_ESTABLISHMENT.value() + "/application";

    @Autowired
    private Agencies agencies;

    @Autowired
    private IdentityFixtures people;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private String number = "";
    private String code = "";
    private AccountId agent = new AccountId(1);
    private AccountId enterprise = new AccountId(1);

    @BeforeEach
    void an_enterprise_and_somebody_to_act_for_it() {
        clock.set(SettableClock.MONDAY_TEN);
        clock.advance(Duration.ofMinutes(20));
        number = people.freshCitizenNumber();
        agent = people.citizen("代安", number, PASSWORD);
        code = people.freshCreditCode();
        enterprise = people.enterprise("泉城测试有限公司", code, "钱法", PASSWORD);
    }

    private Visitor signedIn(String name) {
        var visitor = Visitor.at(port);
        visitor.open("/sign-in")
                .form("登录")
                .fill("name", name)
                .fill("password", PASSWORD)
                .submit();
        return visitor;
    }

    private CurrentUser user(AccountId account) {
        return people.accounts().findUser(account).orElseThrow();
    }

    private long invited(Set<String> matters) {
        var outcome = agencies.invite(user(enterprise), new Agencies.Typed("代安", number, matters, "2026-06-30"));
        return ((Agencies.Outcome.Invited) outcome).agency();
    }

    @Test
    void the_enterprise_invites_the_agent_agrees_acts_and_stops() {
        var boss = signedIn(code);
        var page = boss.open("/account/agencies")
                .form("发出授权")
                .fill("name", "代安")
                .fill("number", number)
                .fill("endsOn", "2026-06-30")
                .submit();
        assertThat(page.text()).contains("代安", "全部事项", "等对方同意");

        var visitor = signedIn(number);
        assertThat(visitor.open("/messages").text()).contains("一家企业授权您替它办事");
        var acting = visitor.open("/account/agencies").press("同意").press("开始替它办");
        assertThat(acting.path()).isEqualTo("/my/cases");
        assertThat(acting.html().select("header").text()).contains("泉城测试有限公司 / 代安");
        var draft = visitor.open(APPLICATION).html().select("main form button").last();
        assertThat(draft).isNotNull();

        assertThat(visitor.open("/account/password").path()).isEqualTo("/account/agencies");
        assertThat(visitor.open("/account/passkeys").path()).isEqualTo("/account/agencies");
        var own = visitor.open("/account/agencies").press("停止代办");
        assertThat(own.html().select("header").text()).contains("代安").doesNotContain("泉城");
        assertThat(visitor.open("/account").path()).isEqualTo("/account");
    }

    @Test
    void what_the_agent_does_is_recorded_under_both_names() {
        var id = invited(Set.of());
        agencies.accept(user(agent), id);

        var acted = user(enterprise).actedBy(new Acting(agent, "代安", Set.of()));

        assertThat(acted.actor().name()).isEqualTo("泉城测试有限公司 / 代安");
        assertThat(acted.actor().id()).isEqualTo(enterprise.toString());
    }

    @Test
    void an_agent_starts_nothing_beyond_the_matters_named() {
        var id = invited(Set.of("000123456789"));
        agencies.accept(user(agent), id);
        var visitor = signedIn(number);
        visitor.open("/account/agencies").press("开始替它办");

        var page = visitor.open(APPLICATION);
        var button = page.html().select("main form button").last();
        var answer = page.form(button.text()).submit();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("企业没有授权您办这件事");
    }

    @Test
    void an_ended_or_expired_authorization_counts_no_more_even_in_an_open_session() {
        var id = invited(Set.of());
        agencies.accept(user(agent), id);
        var visitor = signedIn(number);
        visitor.open("/account/agencies").press("开始替它办");
        assertThat(visitor.open("/my/cases").html().select("header").text()).contains("泉城");

        agencies.end(user(enterprise), id);
        assertThat(visitor.open("/my/cases").html().select("header").text()).doesNotContain("泉城");

        var second = invited(Set.of());
        agencies.accept(user(agent), second);
        assertThat(agencies.standing(agent, second)).isPresent();
        clock.set("2026-07-01T00:00");
        assertThat(agencies.standing(agent, second)).isEmpty();
    }

    @Test
    void others_find_no_authorization_and_agents_pass_none_on() {
        var id = invited(Set.of());
        var stranger = people.citizen("外人", people.freshCitizenNumber(), PASSWORD);

        assertThatThrownBy(() -> agencies.accept(user(stranger), id)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> agencies.end(user(stranger), id)).isInstanceOf(ProblemException.class);
        assertThat(agencies.standing(agent, id)).isEmpty();
        agencies.accept(user(agent), id);
        var acted = user(enterprise).actedBy(new Acting(agent, "代安", Set.of()));
        assertThatThrownBy(() -> agencies.invite(acted, new Agencies.Typed("代安", number, Set.of(), "2026-06-30")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_wrong_name_number_or_day_is_refused_beside_the_field() {
        var boss = signedIn(code);

        var page = boss.open("/account/agencies")
                .form("发出授权")
                .fill("name", "别人")
                .fill("number", number)
                .fill("endsOn", "2036-01-01")
                .submit();

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.errorAt("number")).contains("没有姓名和号码都对得上");
        assertThat(page.errorAt("endsOn")).contains("最长 3 年");
        assertThat(page.value("name")).isEqualTo("别人");
    }
}
