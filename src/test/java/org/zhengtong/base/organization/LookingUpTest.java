package org.zhengtong.base.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.pack.PackError;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.Visitor;

@PlatformTest
class LookingUpTest {
    private static final DivisionCode SHANDONG = new DivisionCode("370000");
    private static final DivisionCode JINAN = new DivisionCode("370100");
    private static final DivisionCode HUAIYIN = new DivisionCode("370104");

    @Autowired
    private Divisions divisions;

    @Autowired
    private Departments departments;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private List<PackSection> sections;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @LocalServerPort
    private int port;

    @Test
    void the_pack_brings_all_divisions_down_to_the_villages_of_shandong() {
        var stored = jdbc.sql("select count(*) from organization.division")
                .query(Long.class)
                .single();

        assertThat(stored).isEqualTo(3_217 + 1_853 + 62_074);
        assertThat(divisions.provinces()).hasSize(34);
        assertThat(divisions.children(SHANDONG)).hasSize(16);
        assertThat(divisions.children(JINAN)).hasSizeGreaterThanOrEqualTo(12);
        assertThat(divisions.children(HUAIYIN))
                .isNotEmpty()
                .allMatch(town -> town.code().value().length() == 9);
    }

    @Test
    void names_a_village_in_full_from_the_province_down() {
        var village = divisions.search("解放桥社区", null, 1).getFirst();

        assertThat(divisions.fullName(village.code())).startsWith("山东省济南市历下区").endsWith("解放桥社区居民委员会");
        assertThat(divisions.path(village.code())).hasSize(5);
        assertThat(divisions.names(List.of(JINAN, village.code(), new DivisionCode("379999"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(JINAN, "济南市", village.code(), village.name()));
    }

    @Test
    void searches_by_the_beginning_of_a_name_within_a_division_and_takes_signs_as_they_are() {
        assertThat(divisions.search("槐荫", null, 10))
                .extracting(Division::code)
                .first()
                .isEqualTo(HUAIYIN);
        assertThat(divisions.search("槐荫", new DivisionCode("370200"), 10)).isEmpty();
        assertThat(divisions.search("%", null, 10)).isEmpty();
    }

    @Test
    void a_search_among_sixty_thousand_divisions_uses_the_index() {
        var plan = String.join(
                "\n",
                jdbc.sql("explain select code from organization.division where name like '解放桥%'")
                        .query(String.class)
                        .list());

        assertThat(plan).contains("division_name_idx");
    }

    @Test
    void knows_the_departments_of_province_and_city() {
        var market = new DepartmentId("370100.market-regulation");

        assertThat(departments.require(market).name()).isEqualTo("济南市市场监督管理局");
        assertThat(departments.of(SHANDONG)).hasSizeGreaterThanOrEqualTo(41);
        assertThat(departments.search("政务服务中心", JINAN, 10))
                .extracting(Department::id)
                .containsExactly(new DepartmentId("370100.service-hall"));
        assertThatThrownBy(() -> departments.require(new DepartmentId("370100.nobody")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void knows_who_works_where_and_in_which_post() {
        var sun = directory.search("孙静", null, 5).getFirst();

        assertThat(sun.department()).isEqualTo(new DepartmentId("370100.service-hall"));
        assertThat(sun.posts()).extracting(Post::name).containsExactly("综合窗口");
        assertThat(directory.of(new DepartmentId("370100.market-regulation"))).hasSize(4);
    }

    @Test
    void importing_the_divisions_again_takes_seconds_and_changes_nothing() throws Exception {
        var section = section();
        var pack = PackReader.ofFolder(java.nio.file.Path.of("packs", "shandong"));
        var before = jdbc.sql("select sum(xmin::text::bigint) from organization.division")
                .query(Long.class)
                .single();
        var started = System.nanoTime();

        transactions.executeWithoutResult(status -> section.apply(pack));

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
        assertThat(jdbc.sql("select sum(xmin::text::bigint) from organization.division")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void a_wrong_pack_is_told_with_file_and_line() {
        var errors = new PackErrors();
        var pack = PackReader.ofTexts(
                "wrong",
                Map.of(
                        "organization/divisions.csv",
                        "code,name,level,parent_code\n370000,山东省,1,\n370100,济南市,3,380000\n",
                        "organization/departments.csv",
                        "id,name,short_name,kind,credit_code,phone,address\n"
                                + "371700.tax,菏泽税务,税务,VERTICAL,113715252459151027,,\n",
                        "organization/staff.csv",
                        "id,name,department,posts\na-1,王,370100.none,370100.none/x\n"));

        section().check(pack, errors);

        assertThat(errors.list())
                .extracting(PackError::file, PackError::line, PackError::messageKey)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "organization/divisions.csv", 3, "organization.pack.wrong_level"),
                        org.assertj.core.groups.Tuple.tuple(
                                "organization/divisions.csv", 3, "organization.pack.unknown_division"),
                        org.assertj.core.groups.Tuple.tuple(
                                "organization/departments.csv", 2, "organization.pack.unknown_division"),
                        org.assertj.core.groups.Tuple.tuple(
                                "organization/staff.csv", 2, "organization.pack.unknown_department"),
                        org.assertj.core.groups.Tuple.tuple(
                                "organization/staff.csv", 2, "organization.pack.unknown_post"));
    }

    @Test
    void the_page_lists_departments_and_staff() {
        var page = Visitor.at(port)
                .signedInAs("刘思远")
                .open("/staff/organization?text=%E7%A8%8E%E5%8A%A1&division=370100&staff=%E6%9D%8E");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("国家税务总局济南市税务局", "李文");
    }

    private PackSection section() {
        return sections.stream()
                .filter(each -> each.name().equals("organization"))
                .findFirst()
                .orElseThrow();
    }
}
