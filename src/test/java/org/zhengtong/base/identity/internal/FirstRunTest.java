package org.zhengtong.base.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.FirstAdministrator;
import org.zhengtong.base.identity.Invitations;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.identity.RegistrationOutcome.Refused;
import org.zhengtong.base.identity.RegistrationOutcome.Registered;
import org.zhengtong.base.identity.SignIn;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class FirstRunTest {
    private static final String ADDRESS = "198.51.100.8";
    private static final NewPassword LONG = new NewPassword("seven tall mountains", "seven tall mountains");
    private static final NodeMode SERIOUS = new NodeMode(false, "", "");

    @Autowired
    private FirstAdministrator administrator;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SignIn signIn;

    @Autowired
    private AccountStore store;

    @Autowired
    private HolderStore holders;

    @Autowired
    private DemoAccountStore demo;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private ObjectProvider<PermissionSource> permissions;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AuditLog audit;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void it_is_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @AfterEach
    void there_is_no_administrator_but_the_made_up_one() {
        jdbc.sql("delete from permission.assignment where granted_by = 'first administrator'")
                .update();
    }

    @Test
    void the_link_makes_one_administrator_with_a_good_password_and_then_nothing() {
        var secret = administrator.renewLink().orElseThrow();

        assertThat(administrator.appoint(secret, "钱多", "qian", new NewPassword("short", "short")))
                .isInstanceOf(Refused.class);
        assertThat(administrator.appoint(
                        secret, "钱多", "qianduo", new NewPassword("qianduo qianduo", "qianduo qianduo")))
                .isInstanceOf(Refused.class);
        var account = ((Registered) administrator.appoint(secret, "钱多", "qian.duo", LONG)).account();

        assertThat(accounts.findUser(account).orElseThrow().permissions()).contains("jobs.view_jobs");
        assertThat(signIn.signIn("Qian.Duo", LONG.password(), ADDRESS)).isEqualTo(new SignInOutcome.SignedIn(account));
        assertThat(administrator.isOpen(secret)).isFalse();
        assertThatThrownBy(() -> administrator.appoint(secret, "钱少", "qianshao", LONG))
                .isInstanceOf(ProblemException.class);
        assertThat(administrator.renewLink()).isEmpty();
    }

    @Test
    void a_new_link_replaces_the_old_and_lives_a_day() {
        var first = administrator.renewLink().orElseThrow();
        var second = administrator.renewLink().orElseThrow();

        assertThat(administrator.isOpen(first)).isFalse();
        assertThat(administrator.isOpen(second)).isTrue();
        clock.advance(Duration.ofHours(24));
        assertThat(administrator.isOpen(second)).isFalse();
    }

    @Test
    void the_page_of_the_link_works_without_scripts() {
        var secret = administrator.renewLink().orElseThrow();

        var refused = Visitor.at(port)
                .open("/first-administrator?token=" + secret)
                .form("建立管理员")
                .fill("name", "钱多")
                .fill("signInName", "1")
                .fill("password", "password1234")
                .fill("repeated", "other")
                .submit();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).hasSize(3);
        assertThat(Visitor.at(port).open("/first-administrator?token=wrong").status())
                .isEqualTo(410);
    }

    @Test
    void made_up_people_are_nobody_outside_demonstration_mode() {
        var serious = new StoredAccounts(store, holders, directory, permissions, SERIOUS);
        var seriousDemo = new PackedDemoAccounts(demo, store, SERIOUS, audit);
        var sun = accounts.ofStaff(Set.of(new StaffId("jn-0101"))).get(new StaffId("jn-0101"));

        assertThat(accounts.findUser(sun)).isPresent();
        assertThat(serious.findUser(sun)).isEmpty();
        assertThat(seriousDemo.groups(Locale.SIMPLIFIED_CHINESE)).isEmpty();
        assertThatThrownBy(() -> seriousDemo.enter(sun)).isInstanceOf(ProblemException.class);
        assertThat(signIn.signIn("jn-0101", "", ADDRESS)).isInstanceOf(SignInOutcome.Wrong.class);
    }

    @Test
    void an_invitation_opens_the_account_of_a_member_of_staff_once() {
        jdbc.sql(
                        "insert into organization.staff (id, name, department_id) values ('jn-7777', '新来', '370100.taxation') on conflict do nothing")
                .update();
        var he = accounts.ofStaff(Set.of(new StaffId("jn-0901"))).get(new StaffId("jn-0901"));
        var link = invitations.invite(accounts.findUser(he).orElseThrow(), new StaffId("jn-7777"));

        var page = Visitor.at(port).open(link);
        var entered = page.form("设置好")
                .fill("signInName", "xinlai.7777")
                .fill("password", LONG.password())
                .fill("repeated", LONG.password())
                .submit();

        assertThat(page.text()).contains("新来");
        assertThat(entered.visitor().open("/account").text()).contains("新来");
        assertThat(signIn.signIn("xinlai.7777", LONG.password(), ADDRESS)).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(Visitor.at(port).open(link).status()).isEqualTo(410);
    }
}
