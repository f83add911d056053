package org.zhengtong.base.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.PlanOutcome;
import org.zhengtong.base.organization.OrganizationEditing.UndoOutcome;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.permission.Delegations.DelegationOutcome;
import org.zhengtong.base.permission.HeldRole.Source;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

@PlatformTest
class RightsOverTimeTest {
    private static final DepartmentId MARKET = new DepartmentId("370100.market-regulation");
    private static final DepartmentId TAXATION = new DepartmentId("370100.taxation");
    private static final PostId MARKET_EXAMINER = new PostId(MARKET + "/examiner");
    private static final PostId TAX_EXAMINER = new PostId(TAXATION + "/examiner");
    private static final String DECIDE = "casework.decide_case";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Actor BY = new Actor(Actor.Kind.STAFF, "1", "何平");

    @Autowired
    private Permissions permissions;

    @Autowired
    private RoleAdministration administration;

    @Autowired
    private Delegations delegations;

    @Autowired
    private AccessReasons reasons;

    @Autowired
    private OrganizationEditing editing;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothing_is_handed_over() {
        clock.set(SettableClock.MONDAY_TEN);
        jdbc.sql("update permission.delegation set ended_at = now() where ended_at is null")
                .update();
        accounts.renewRights(List.of(gao().id(), liu().id(), li().id()));
    }

    @AfterEach
    void back_to_monday() {
        clock.set(SettableClock.MONDAY_TEN);
        nothing_is_handed_over();
    }

    @Test
    void rights_of_the_old_post_end_at_the_moment_at_which_those_of_the_new_begin() {
        assertThat(permissions.may(gao(), DECIDE, MARKET)).isTrue();
        var moved = move(TAXATION, TAX_EXAMINER);

        assertThat(permissions.may(gao(), DECIDE, MARKET)).isFalse();
        assertThat(permissions.may(gao(), DECIDE, TAXATION)).isTrue();
        assertThat(gao().department()).isEqualTo(TAXATION);

        assertThat(editing.undo(moved, BY)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(permissions.may(gao(), DECIDE, MARKET)).isTrue();
        assertThat(permissions.may(gao(), DECIDE, TAXATION)).isFalse();
    }

    @Test
    void what_follows_a_move_is_shown_before_and_grants_to_the_person_end_with_it() {
        var granted =
                administration.grant(staff("jn-0902"), gao().id(), new RoleCode("supervisor"), DataScope.of(MARKET));
        delegated(gao(), liu(), 0, 5);

        var foresight = editing.foresee(new Reform.Move(gaoId(), TAXATION, List.of(TAX_EXAMINER)), MONDAY);
        assertThat(foresight.lines())
                .filteredOn(line -> line.count() > 0)
                .extracting(line -> line.key())
                .contains(
                        "permission.organization.ended",
                        "permission.organization.begun",
                        "permission.organization.grants",
                        "permission.organization.delegations");

        var moved = move(TAXATION, TAX_EXAMINER);
        assertThat(gao().may("supervision.view_dashboard")).isFalse();
        assertThat(delegations.of(liu().id()).getFirst().endedAt()).isNotNull();
        editing.undo(moved, BY);
        assertThat(administration.find(granted)).isPresent();
        assertThat(gao().may("supervision.view_dashboard")).isFalse();
    }

    @Test
    void a_delegation_begins_and_ends_by_itself_and_says_why_somebody_holds_a_right() {
        delegated(liu(), li(), 1, 2);
        assertThat(permissions.may(li(), DECIDE, MARKET)).isFalse();

        clock.set("2026-03-03T00:00");
        assertThat(permissions.may(li(), DECIDE, MARKET)).isTrue();
        assertThat(reasons.of(li().id()))
                .filteredOn(held -> held.source() == Source.DELEGATION)
                .singleElement()
                .satisfies(held -> assertThat(held.from()).isEqualTo(liu().id()));
        assertThat(reasons.holders(DECIDE))
                .anyMatch(held -> held.account().equals(li().id()) && held.source() == Source.DELEGATION);

        clock.set("2026-03-04T23:59");
        assertThat(permissions.may(li(), DECIDE, MARKET)).isTrue();
        clock.set("2026-03-05T00:00");
        assertThat(permissions.may(li(), DECIDE, MARKET)).isFalse();
        assertThat(permissions.may(li(), DECIDE, TAXATION)).isTrue();
    }

    @Test
    void either_of_the_two_may_end_it_and_nobody_else() {
        var id = delegated(liu(), li(), 0, 3);

        assertThat(permissions.may(li(), DECIDE, MARKET)).isTrue();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> delegations.end(gao(), id))
                .isInstanceOf(org.zhengtong.base.problem.ProblemException.class);
        delegations.end(li(), id);
        assertThat(permissions.may(li(), DECIDE, MARKET)).isFalse();
    }

    @Test
    void what_was_handed_over_goes_no_further_and_some_roles_never_go() {
        delegated(liu(), li(), 0, 3);

        assertThat(delegations.delegable(li())).allMatch(held -> held.source() == Source.POST);
        var received = reasons.of(li().id()).stream()
                .filter(held -> held.source() == Source.DELEGATION)
                .findFirst()
                .orElseThrow();
        assertThat(delegations.delegate(li(), received.key(), gao().id(), MONDAY, MONDAY, "出差"))
                .isEqualTo(new DelegationOutcome.Refused("key", "permission.delegation.not-yours"));
        assertThat(delegations.delegable(staff("jn-0203")))
                .extracting(held -> held.role().value())
                .containsExactly("examiner");
        assertThat(delegations.delegable(staff("jn-0902"))).isEmpty();
    }

    @Test
    void a_delegation_that_makes_no_sense_is_refused_beside_its_field() {
        var key = delegations.delegable(liu()).getFirst().key();

        assertThat(refused(key, "jn-0201", MONDAY, MONDAY, "出差")).isEqualTo("permission.delegation.to-oneself");
        assertThat(refused(key, "jn-0901", MONDAY, MONDAY, "出差")).isEqualTo("permission.delegation.to-administrator");
        assertThat(refused(key, "jn-0202", MONDAY.minusDays(1), MONDAY, "出差")).isEqualTo("permission.delegation.past");
        assertThat(refused(key, "jn-0202", MONDAY, MONDAY.minusDays(1), "出差"))
                .isEqualTo("permission.delegation.turned");
        assertThat(refused(key, "jn-0202", MONDAY, MONDAY.plusDays(183), "出差"))
                .isEqualTo("permission.delegation.too-long");
        assertThat(refused(key, "jn-0202", MONDAY, MONDAY, " ")).isEqualTo("permission.delegation.reason-missing");
        assertThat(refused("DIRECT-1", "jn-0202", MONDAY, MONDAY, "出差")).isEqualTo("permission.delegation.not-yours");
    }

    @Test
    void a_grant_for_a_time_counts_from_its_first_day_to_the_end_of_its_last() {
        var term = Term.ofDays(MONDAY.plusDays(1), MONDAY.plusDays(1), clock.getZone());
        var id = administration.grant(
                staff("jn-0902"), gao().id(), new RoleCode("supervisor"), DataScope.of(TAXATION), term);

        assertThat(gao().may("supervision.view_dashboard")).isFalse();
        clock.set("2026-03-03T12:00");
        assertThat(gao().may("supervision.view_dashboard")).isTrue();
        clock.set("2026-03-04T00:00");
        assertThat(gao().may("supervision.view_dashboard")).isFalse();
        clock.set(SettableClock.MONDAY_TEN);
        administration.revoke(staff("jn-0902"), id);
    }

    @Test
    void a_post_with_business_is_closed_to_an_administrator() {
        var foresight = editing.foresee(
                new Reform.Move(new StaffId("jn-0903"), new DepartmentId("370100.big-data"), List.of(MARKET_EXAMINER)),
                MONDAY);

        assertThat(foresight.possible()).isFalse();
    }

    private long move(DepartmentId to, PostId post) {
        return ((PlanOutcome.Planned) editing.plan(new Reform.Move(gaoId(), to, List.of(post)), MONDAY, "轮岗", BY))
                .change();
    }

    private long delegated(CurrentUser from, CurrentUser to, int first, int last) {
        var key = delegations.delegable(from).getFirst().key();
        return ((DelegationOutcome.Delegated)
                        delegations.delegate(from, key, to.id(), MONDAY.plusDays(first), MONDAY.plusDays(last), "出差"))
                .id();
    }

    private String refused(String key, String to, LocalDate first, LocalDate last, String reason) {
        return ((DelegationOutcome.Refused)
                        delegations.delegate(liu(), key, staff(to).id(), first, last, reason))
                .key();
    }

    private static StaffId gaoId() {
        return new StaffId("jn-0202");
    }

    private CurrentUser gao() {
        return staff("jn-0202");
    }

    private CurrentUser liu() {
        return staff("jn-0201");
    }

    private CurrentUser li() {
        return staff("jn-0301");
    }

    private CurrentUser staff(String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }
}
