package org.zhengtong.base.establishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.PlanOutcome;
import org.zhengtong.base.organization.OrganizationEditing.UndoOutcome;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.organization.OrganizationHistory;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

@PlatformTest
class ReformingTest {
    private static final Actor BY = new Actor(Actor.Kind.STAFF, "1", "何平");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static int serial = 100;
    private static int codes = 1_000;

    @Autowired
    private OrganizationEditing editing;

    @Autowired
    private OrganizationHistory history;

    @Autowired
    private Departments departments;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private DepartmentId old;
    private DepartmentId other;
    private StaffId person;

    @BeforeEach
    void two_departments() {
        clock.set(SettableClock.MONDAY_TEN);
        serial++;
        old = made("370211.old-" + serial, "旧局" + serial);
        other = made("370211.other-" + serial, "新局" + serial);
        write(OrganizationTable.POST, Map.of("id", old + "/clerk", "name", "经办岗"));
        person = new StaffId("reform-" + serial);
        write(
                OrganizationTable.STAFF,
                Map.of("id", person.value(), "name", "钱一", "department", old.value(), "posts", old + "/clerk"));
    }

    @AfterEach
    void back_to_monday() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void a_merger_waits_for_its_day_and_then_takes_people_and_posts_along() {
        var day = TODAY.plusDays(10);
        var planned = plan(new Reform.Merge(List.of(old), other), day);
        assertThat(planned.inForce()).isFalse();
        editing.takeEffect();
        assertThat(departments.inCharge(old)).isEqualTo(old);

        clock.set("2026-03-12T00:01");
        assertThat(editing.takeEffect()).isEqualTo(1);

        assertThat(departments.inCharge(old)).isEqualTo(other);
        assertThat(departments.require(old).closedOn()).isEqualTo(day);
        assertThat(departments.search("旧局" + serial, null, 5)).isEmpty();
        assertThat(directory.require(person).department()).isEqualTo(other);
        assertThat(directory.require(person).posts())
                .extracting(post -> post.id().value())
                .containsExactly(other + "/clerk");
        assertThat(history.pastPosts(person))
                .extracting(past -> past.post().value())
                .containsExactly(old + "/clerk");
        assertThat(history.cameFrom(other))
                .extracting(OrganizationHistory.Succession::from)
                .containsExactly(old);
        assertThat(editing.undo(planned.change(), BY)).isInstanceOf(UndoOutcome.Impossible.class);
        var page = Visitor.at(port).signedInAs("刘思远").open("/staff/organization/departments/" + old);
        assertThat(page.text()).contains("已经撤销", "新局" + serial, "并入");
    }

    @Test
    void items_of_a_department_that_ceases_pass_to_its_heir() {
        jdbc.sql("""
                update items.item set department = :old
                where code = (select min(code) from items.item where department like '370104.%' and department <> '370104.civil-affairs')
                """).param("old", old.value()).update();

        assertThat(editing.foresee(new Reform.Merge(List.of(old), other), TODAY).lines())
                .anyMatch(line -> line.key().equals("items.organization.items") && line.count() == 1);
        plan(new Reform.Merge(List.of(old), other), TODAY);

        assertThat(jdbc.sql("""
                        select v.body -> 'department' ->> 'value'
                        from items.item i
                        join items.item_version v on v.item_code = i.code and v.version = i.version
                        where i.department = :other
                        """)
                        .param("other", other.value())
                        .query(String.class)
                        .list())
                .containsExactly(other.value());
    }

    @Test
    void a_plan_can_be_canceled_before_its_day() {
        var planned = plan(new Reform.Merge(List.of(old), other), TODAY.plusDays(3));

        assertThat(editing.cancel(planned.change(), BY)).isTrue();
        clock.set("2026-03-20T09:00");
        editing.takeEffect();
        assertThat(departments.inCharge(old)).isEqualTo(old);
    }

    @Test
    void a_new_name_keeps_the_old_one_in_the_history_and_can_be_set_back() {
        var planned = plan(new Reform.Rename(old, "更名后的局", "更名局"), TODAY);

        assertThat(departments.require(old).shortName()).isEqualTo("更名局");
        assertThat(history.formerNames(old))
                .extracting(OrganizationHistory.FormerName::name)
                .containsExactly("旧局" + serial);
        assertThat(editing.undo(planned.change(), BY)).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(departments.require(old).name()).isEqualTo("旧局" + serial);
        assertThat(history.formerNames(old)).isEmpty();
    }

    @Test
    void a_split_places_people_and_leaves_the_rest_with_the_heir() {
        var third = made("370211.third-" + serial, "三局" + serial);
        plan(new Reform.Split(old, List.of(new Reform.Placement(person, third)), other), TODAY);

        assertThat(directory.require(person).department()).isEqualTo(third);
        assertThat(departments.inCharge(old)).isEqualTo(other);
        assertThat(history.passedTo(old)).hasSize(2);
    }

    @Test
    void a_department_with_people_is_not_closed() {
        var foresight = editing.foresee(new Reform.Close(old), TODAY);

        assertThat(foresight.possible()).isFalse();
        assertThat(foresight.faults()).extracting(CellFault::rule).containsExactly("close_with_staff");
        assertThat(editing.plan(new Reform.Close(old), TODAY, "x", BY)).isInstanceOf(PlanOutcome.Impossible.class);
        plan(new Reform.Leave(person), TODAY);
        assertThat(directory.require(person).present()).isFalse();
        assertThat(plan(new Reform.Close(old), TODAY).inForce()).isTrue();
        assertThat(departments.of(old.division())).noneMatch(each -> each.id().equals(old));
    }

    @Test
    void what_cannot_be_is_refused_with_its_rule() {
        assertThat(editing.foresee(new Reform.Merge(List.of(old), old), TODAY).faults())
                .extracting(CellFault::rule)
                .containsExactly("merge_into_itself");
        assertThat(editing.foresee(new Reform.Move(person, old, List.of(new PostId(old + "/nobody"))), TODAY)
                        .faults())
                .extracting(CellFault::rule)
                .containsExactly("unknown_post");
        assertThat(editing.foresee(new Reform.Rename(old, "旧局" + serial, "旧局" + serial), TODAY)
                        .faults())
                .extracting(CellFault::rule)
                .containsExactly("same_name");
        assertThat(editing.foresee(new Reform.Split(old, List.of(), old), TODAY).faults())
                .extracting(CellFault::rule)
                .containsExactly("split_into_nothing");
    }

    @Test
    void the_pages_show_what_follows_before_anything_is_done() {
        var he = Visitor.at(port).signedInAs("何平");
        var form = he.open("/staff/establishment/reforms/new?kind=MERGE&department=" + old);

        var shown = form.form("看影响")
                .fill("to", other.value())
                .fill("effectiveOn", "2026-03-02")
                .fill("reason", "机构改革")
                .submit();
        assertThat(shown.text()).contains("这样做会影响");
        assertThat(departments.inCharge(old)).isEqualTo(old);

        var done = shown.press("确定，按这个日期生效");
        assertThat(done.text()).contains("已经生效");
        assertThat(departments.inCharge(old)).isEqualTo(other);
    }

    @Test
    void a_form_creates_changes_and_sets_back_and_keeps_what_was_typed() {
        var he = Visitor.at(port).signedInAs("何平");
        var refused = he.open("/staff/establishment/departments/new")
                .form("保存")
                .fill("id", "370211.form-" + serial)
                .fill("name", "表单局")
                .fill("credit_code", "123")
                .submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorAt("credit_code")).contains("校验位");
        assertThat(refused.value("name")).isEqualTo("表单局");

        var saved = refused.form("保存")
                .fill("credit_code", OrganizationFixtures.creditCode(9_000 + serial))
                .submit();
        assertThat(saved.text()).contains("已经写入");
        var made = new DepartmentId("370211.form-" + serial);
        assertThat(departments.require(made).name()).isEqualTo("表单局");
        he.open("/staff/establishment/departments/" + made)
                .form("保存")
                .fill("phone", "0532-1")
                .submit();
        assertThat(departments.require(made).phone()).isEqualTo("0532-1");
        he.open("/staff/establishment?subject=" + made).press("撤回");
        assertThat(departments.require(made).phone()).isNull();
    }

    @Test
    void strangers_do_not_edit() {
        var liu = Visitor.at(port).signedInAs("刘思远");
        for (var address : List.of(
                "",
                "/imports",
                "/departments/new",
                "/departments/" + old,
                "/reforms/new?kind=CLOSE&department=" + old,
                "/exports/staff.csv")) {
            assertThat(liu.open("/staff/establishment" + address).status())
                    .as(address)
                    .isEqualTo(403);
        }
    }

    private PlanOutcome.Planned plan(Reform reform, LocalDate day) {
        return (PlanOutcome.Planned) editing.plan(reform, day, "机构改革方案", BY);
    }

    private DepartmentId made(String id, String name) {
        codes++;
        write(
                OrganizationTable.DEPARTMENT,
                Map.of(
                        "id",
                        id,
                        "name",
                        name,
                        "kind",
                        "AGENCY",
                        "credit_code",
                        OrganizationFixtures.creditCode(codes)));
        return new DepartmentId(id);
    }

    private void write(OrganizationTable table, Map<String, String> cells) {
        var rows = List.of(new TableRow(table, 0, cells));
        var check = editing.check(table, rows);
        assertThat(check.faults()).isEmpty();
        assertThat(editing.write(table, rows, "", null, check.version(), BY)).isInstanceOf(WriteOutcome.Written.class);
    }
}
