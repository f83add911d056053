package org.zhengtong.base.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class GrantingTest {
    private static final DepartmentId MARKET = new DepartmentId("370100.market-regulation");
    private static final DepartmentId TAXATION = new DepartmentId("370100.taxation");
    private static final String DECIDE = "casework.decide_case";
    private static final RoleCode SUPERVISOR = new RoleCode("supervisor");

    @Autowired
    private Permissions permissions;

    @Autowired
    private RoleAdministration administration;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void a_permission_holds_in_its_scope_alone() {
        var examiner = staff("jn-0201");

        assertThat(examiner.permissions()).contains(DECIDE);
        assertThat(permissions.may(examiner, DECIDE, MARKET)).isTrue();
        assertThat(permissions.may(examiner, DECIDE, TAXATION)).isFalse();
        assertThat(permissions.may(examiner, "casework.accept_case")).isFalse();
    }

    @Test
    void a_division_stands_for_all_below_it() {
        var supervisor = staff("sd-0001");

        assertThat(permissions.may(supervisor, "supervision.view_dashboard", MARKET))
                .isTrue();
        assertThat(permissions.may(supervisor, "supervision.view_dashboard", new DivisionCode("370104")))
                .isTrue();
        assertThat(permissions.may(supervisor, "supervision.view_dashboard", new DivisionCode("110000")))
                .isFalse();
    }

    @Test
    void the_scope_fits_into_the_condition_of_a_list() {
        assertThat(matched(permissions.scopeOf(staff("jn-0201"), DECIDE))).containsExactly("370100.market-regulation");
        assertThat(matched(permissions.scopeOf(staff("jn-0101"), "casework.accept_case")))
                .containsExactly("370100.market-regulation", "370104.taxation");
        assertThat(matched(DataScope.NOTHING)).isEmpty();
        assertThat(matched(DataScope.EVERYTHING)).hasSize(3);
    }

    @Test
    void a_refusal_names_the_right_and_who_grants_it() {
        var clerk = staff("jn-0201");

        assertThatThrownBy(() -> permissions.require(clerk, "casework.accept_case", MARKET))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.details()).containsExactly("受理", "赵宁、邱岚"));
    }

    @Test
    void a_grant_counts_from_the_next_request_and_can_be_taken_back_and_restored() {
        var administrator = staff("jn-0902");
        var gao = staff("jn-0202");
        assertThat(gao.may("supervision.view_dashboard")).isFalse();

        var id = administration.grant(administrator, gao.id(), SUPERVISOR, DataScope.of(MARKET));
        assertThat(staff("jn-0202").may("supervision.view_dashboard")).isTrue();
        assertThat(administration.grant(administrator, gao.id(), SUPERVISOR, DataScope.of(MARKET)))
                .isEqualTo(id);

        administration.revoke(administrator, id);
        assertThat(staff("jn-0202").may("supervision.view_dashboard")).isFalse();
        administration.restore(administrator, id);
        assertThat(staff("jn-0202").may("supervision.view_dashboard")).isTrue();
        administration.revoke(administrator, id);
    }

    @Test
    void nobody_grants_beyond_his_own_scope() {
        var zhao = staff("jn-0203");
        var gao = staff("jn-0202").id();

        for (var scope : List.of(
                DataScope.of(TAXATION),
                DataScope.EVERYTHING,
                DataScope.NOTHING,
                DataScope.of(new DivisionCode("370100")))) {
            assertThatThrownBy(() -> administration.grant(zhao, gao, SUPERVISOR, scope))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem()).isEqualTo(PermissionProblem.BEYOND_OWN_SCOPE));
        }
        assertThatThrownBy(() -> administration.grant(zhao, gao, Role.ADMINISTRATOR, DataScope.of(MARKET)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> administration.grant(staff("jn-0201"), gao, SUPERVISOR, DataScope.of(MARKET)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void the_last_administrator_keeps_the_role() {
        var administrator = staff("jn-0902");
        var own = administration.assignments(Set.of(administrator.id())).get(administrator.id()).stream()
                .filter(held -> held.role().equals(AdminRole.SECURITY.role()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> administration.revoke(administrator, own.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(PermissionProblem.LAST_ADMINISTRATOR));
    }

    @Test
    void the_page_grants_revokes_and_undoes() {
        var qiu = Visitor.at(port).signedInAs("邱岚");

        var granted = qiu.open("/staff/roles?name=%E9%AB%98%E7%BF%94")
                .form("开通 高翔")
                .fill("role", "window-clerk")
                .fill("scope", "370100")
                .submit();
        assertThat(granted.text()).contains("已给高翔开通“综合窗口人员”");

        var undone = granted.press("撤销");
        assertThat(undone.text()).contains("已收回高翔的“综合窗口人员”");
        assertThat(staff("jn-0202").may("casework.accept_case")).isFalse();
    }

    @Test
    void a_form_kept_over_the_end_of_the_session_is_taken_when_it_is_sent_again() {
        var qiu = Visitor.at(port).signedInAs("邱岚");
        var form = qiu.open("/staff/roles?name=%E9%AB%98%E7%BF%94")
                .form("开通 高翔")
                .fill("role", "window-clerk")
                .fill("scope", "370100.taxation");
        jdbc.sql("delete from identity.session").update();

        var offered = form.submit().form("进入：邱岚").submit();
        var taken = offered.press("接着提交");

        assertThat(taken.path()).isEqualTo("/staff/roles");
        assertThat(taken.text()).contains("已给高翔开通“综合窗口人员”");
        assertThat(qiu.open("/pending-posts").heading()).isEqualTo("没有留住的内容");
        taken.press("撤销");
    }

    @Test
    void without_the_right_the_page_says_who_grants_it() {
        var page = Visitor.at(port).signedInAs("刘思远").open("/staff/roles");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("开通和收回角色", "赵宁");
    }

    private CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }

    private List<String> matched(DataScope scope) {
        return jdbc.sql("""
                select department
                from (values ('370100.market-regulation'), ('370104.taxation'), ('370200.taxation')) t (department)
                where :everything or department = any (:departments) or department like any (:divisions)
                order by department
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(String.class)
                .list();
    }
}
