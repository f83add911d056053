package org.zhengtong.base.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class ThreeAdministratorsTest {
    private static final String HE_SYSTEM = "jn-0901";
    private static final String QIU_SECURITY = "jn-0902";
    private static final String SONG_AUDIT = "jn-0903";
    private static final Set<String> BUSINESS =
            Set.of("casework", "items", "license", "fees", "appointments", "supervision", "feedback", "window", "hall");
    /** Who the others are and how the platform is set is no secret among the three; only changing it is divided. */
    private static final Set<String> MAY_BE_SEEN_BY_EACH =
            Set.of("permission.view_administrators", "operating.view_settings");

    private static final DataScope MARKET = DataScope.of(new DepartmentId("370100.market-regulation"));

    @Autowired
    private RoleAdministration administration;

    @Autowired
    private Accounts accounts;

    @Autowired
    private List<PackSection> sections;

    @LocalServerPort
    private int port;

    @Test
    void no_role_unites_two_administrators_or_one_with_business() {
        var roles = administration.roles();

        for (var role : roles) {
            var rooms = role.permissions().stream()
                    .map(name -> name.split("\\.")[0])
                    .toList();
            if (AdminRole.of(role.code()).isPresent()) {
                assertThat(rooms).as(role.code().value()).doesNotContainAnyElementsOf(BUSINESS);
            }
        }
        for (var role : AdminRole.values()) {
            var others = roles.stream()
                    .filter(each -> AdminRole.of(each.code())
                            .filter(admin -> admin != role)
                            .isPresent())
                    .flatMap(each -> each.permissions().stream())
                    .toList();
            assertThat(permissionsOf(roles, role))
                    .filteredOn(permission -> !MAY_BE_SEEN_BY_EACH.contains(permission))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(others);
        }
    }

    @Test
    void nobody_of_the_pack_is_two_administrators() {
        var holders = Arrays.stream(AdminRole.values())
                .flatMap(role -> holdersIn(role).stream())
                .toList();

        assertThat(holders).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_second_administrator_role_is_refused_whoever_grants_it() {
        var qiu = staff(QIU_SECURITY);

        for (var other : List.of(AdminRole.SECURITY, AdminRole.AUDIT)) {
            assertThatThrownBy(
                            () -> administration.grant(qiu, staff(HE_SYSTEM).id(), other.role(), DataScope.EVERYTHING))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem()).isEqualTo(PermissionProblem.SECOND_ADMINISTRATOR));
        }
        assertThatThrownBy(() -> administration.grant(qiu, qiu.id(), AdminRole.AUDIT.role(), DataScope.EVERYTHING))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void an_administrator_does_no_business_and_an_examiner_is_no_administrator() {
        var qiu = staff(QIU_SECURITY);

        for (var grant : Map.of(staff(SONG_AUDIT), new RoleCode("examiner"), staff("jn-0201"), AdminRole.AUDIT.role())
                .entrySet()) {
            assertThatThrownBy(() -> administration.grant(qiu, grant.getKey().id(), grant.getValue(), MARKET))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertThat(failure.problem())
                                    .isEqualTo(PermissionProblem.ADMINISTRATOR_WITHOUT_BUSINESS));
        }
    }

    @Test
    void the_system_administrator_grants_nothing_while_the_others_are_there() {
        var he = staff(HE_SYSTEM);

        assertThatThrownBy(() ->
                        administration.grant(he, staff("jn-0202").id(), AdminRole.AUDIT.role(), DataScope.EVERYTHING))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void each_sees_his_own_pages_alone() {
        var pages = Map.of(
                "何平", Set.of("/staff/jobs", "/staff/mails", "/staff/packs", "/staff/workdays"),
                "邱岚", Set.of("/staff/roles"),
                "宋立言", Set.of("/staff/audit"));
        var all = pages.values().stream().flatMap(Set::stream).toList();
        var business = List.of("/staff/walk-ins", "/staff/items", "/staff/licenses", "/staff/supervision");

        pages.forEach((name, own) -> {
            var visitor = Visitor.at(port).signedInAs(name);
            for (var page : all) {
                assertThat(visitor.open(page).status()).as(name + page).isEqualTo(own.contains(page) ? 200 : 403);
            }
            for (var page : business) {
                assertThat(visitor.open(page).status()).as(name + page).isEqualTo(403);
            }
        });
    }

    @Test
    void a_pack_that_unites_them_is_refused_with_its_lines() throws IOException {
        var errors = new PackErrors();
        var pack = PackReader.ofTexts(
                "united",
                Map.of(
                        "organization/staff.csv",
                        "id,name,department,posts\na-1,王,370100.none,\n",
                        "permission/roles.yaml",
                        """
                        roles:
                          - code: everything
                            name: {zh: 全能}
                            permissions: [audit.view_log, casework.accept_case]
                          - code: clerk
                            name: {zh: 人员}
                            permissions: [casework.accept_case]
                        assignments:
                          - {staff: a-1, role: audit-administrator, everything: true}
                          - {staff: a-1, role: clerk, everything: true}
                        """));

        section().check(pack, errors);

        assertThat(errors.list())
                .extracting(PackError::messageKey)
                .contains("permission.pack.mixed", "permission.pack.united");
        var none = new PackErrors();
        section().check(PackReader.ofFolder(Path.of("packs", "shandong")), none);
        assertThat(none.list()).isEmpty();
    }

    private static List<String> permissionsOf(List<Role> roles, AdminRole admin) {
        return roles.stream()
                .filter(role -> role.code().equals(admin.role()))
                .flatMap(role -> role.permissions().stream())
                .toList();
    }

    private List<CurrentUser> holdersIn(AdminRole role) {
        return List.of(HE_SYSTEM, QIU_SECURITY, SONG_AUDIT).stream()
                .map(this::staff)
                .filter(user -> administration.assignments(Set.of(user.id())).get(user.id()).stream()
                        .anyMatch(held -> held.role().equals(role.role())))
                .toList();
    }

    private PackSection section() {
        return sections.stream()
                .filter(each -> each.name().equals("permission"))
                .findFirst()
                .orElseThrow();
    }

    private CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }
}
