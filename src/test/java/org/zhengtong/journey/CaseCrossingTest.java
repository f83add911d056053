package org.zhengtong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.app.node.ZhengtongApplication;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.Message;
import org.zhengtong.base.notice.Messages;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.license.Licenses;

/** Filed on the outer network, decided on the inner one, answered on the outer one: two platforms, and only a folder between them. */
class CaseCrossingTest {

    private static final String OUTER = "370100-outer";
    private static final String INNER = "370100-inner";

    private static Path folder;
    private static Side outer;
    private static Side inner;
    private static final List<Path> CARRIED = new ArrayList<>();

    /** One of the two platforms. */
    private record Side(
            ConfigurableApplicationContext platform,
            CaseworkFixtures fixtures,
            Cases cases,
            CaseReading reading,
            JdbcClient jdbc) {

        static Side start(String code, String other, String... settings) {
            var arguments = new ArrayList<>(List.of(
                    "--zhengtong.data-dir=" + folder.resolve(code),
                    "--server.port=0",
                    "--spring.jmx.enabled=false",
                    "--zhengtong.node.code=" + code,
                    "--zhengtong.node.name=" + code,
                    "--zhengtong.node.demo-history=false",
                    "--zhengtong.exchange.every=200ms",
                    "--zhengtong.exchange.longest-pause=1s",
                    "--zhengtong.exchange.ferry-folder="
                            + folder.resolve("ferry").resolve(code),
                    "--zhengtong.exchange.introduction.folder=" + folder.resolve("cards"),
                    "--zhengtong.exchange.introduction.nodes=" + other + ":FERRY"));
            arguments.addAll(List.of(settings));
            var platform = SpringApplication.run(ZhengtongApplication.class, arguments.toArray(String[]::new));
            return new Side(
                    platform,
                    CaseworkFixtures.of(platform),
                    platform.getBean(Cases.class),
                    platform.getBean(CaseReading.class),
                    platform.getBean(JdbcClient.class));
        }

        boolean has(CaseNumber number) {
            return jdbc.sql("""
                select exists (select from casework.case_file
                    where id = cast(replace(substr(:number, 1, 15), '-', '') || lpad(split_part(:number, '-', 3), 5, '0') as bigint))
                """)
                    .param("number", number.value())
                    .query(Boolean.class)
                    .single();
        }

        CaseView mine(CaseNumber number) {
            return reading.openMine(number, fixtures.wangHaiyan());
        }

        CaseState state(CaseNumber number) {
            return reading.requireFile(number).state();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "crossing-")
                .toAbsolutePath();
        outer = Side.start(
                OUTER, INNER, "--zhengtong.crossing.inner=" + INNER, "--zhengtong.casework.first-serial=50001");
        inner = Side.start(INNER, OUTER, "--zhengtong.node.zone=INTRANET", "--zhengtong.crossing.outer=" + OUTER);
        await(() -> outer.platform
                        .getBean(Nodes.class)
                        .find(new NodeCode(INNER))
                        .isPresent()
                && inner.platform.getBean(Nodes.class).find(new NodeCode(OUTER)).isPresent());
    }

    @AfterAll
    static void stop() {
        outer.platform.close();
        inner.platform.close();
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(300).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** The ferry goes to and fro until the condition holds. */
    private static void ferryUntil(BooleanSupplier condition) {
        await(() -> {
            carry(OUTER, INNER);
            carry(INNER, OUTER);
            return condition.getAsBoolean();
        });
    }

    private static void carry(String from, String to) {
        try {
            var out = Files.createDirectories(
                    folder.resolve("ferry").resolve(from).resolve(to).resolve("out"));
            var in = Files.createDirectories(
                    folder.resolve("ferry").resolve(to).resolve(from).resolve("in"));
            var kept = Files.createDirectories(folder.resolve("kept").resolve(to));
            try (var files = Files.list(out)) {
                for (var file : files.filter(one -> !one.toString().endsWith(".part"))
                        .sorted()
                        .toList()) {
                    CARRIED.add(
                            Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING));
                    Files.move(file, in.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was carried so far arrives once more, in another order. */
    private static void carryAgain() throws IOException {
        for (var file : CARRIED.reversed()) {
            var to = file.getParent().getFileName().toString();
            var from = to.equals(INNER) ? OUTER : INNER;
            Files.copy(
                    file,
                    folder.resolve("ferry")
                            .resolve(to)
                            .resolve(from)
                            .resolve("in")
                            .resolve(file.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void grantAll(CaseNumber number) {
        var fixtures = inner.fixtures;
        assertThat(inner.cases.accept(number, null, fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
        grant(number, "taxation", fixtures.liWenOfTaxation());
        grant(number, "human-resources", fixtures.chenLiOfHumanResources());
        grant(number, "market-regulation", fixtures.liuSiyuanOfMarketRegulation());
    }

    private static void grant(CaseNumber number, String step, CurrentUser by) {
        assertThat(inner.cases.decide(taskOf(number, step), new Decision.Granted("申请材料齐全，符合法定形式，予以登记。"), by))
                .isInstanceOf(CaseOutcome.Done.class);
    }

    @Test
    void a_case_is_decided_on_the_inner_network_and_answered_on_the_outer_one() throws IOException {
        var number = outer.fixtures.filed();

        assertThat(number.value()).contains("-50");
        assertThat(outer.reading.requireFile(number).handledAt()).isEqualTo(INNER);
        assertThat(outer.mine(number).intake().state()).isEqualTo(TaskState.ELSEWHERE);
        assertThatThrownBy(() -> outer.cases.accept(number, null, outer.fixtures.sunJingAtTheWindow()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CaseworkProblem.HANDLED_ELSEWHERE));
        assertThat(inner.has(number)).as("before the ferry").isFalse();

        ferryUntil(() -> inner.has(number));
        arrivedAsFiled(number);
        grantAll(number);
        await(() -> inner.state(number) == CaseState.DELIVERED);
        assertThat(outer.state(number)).as("before the ferry").isEqualTo(CaseState.FILED);

        ferryUntil(() -> outer.state(number) == CaseState.DELIVERED
                && outer.mine(number).documents().size() == 2);
        answered(number);

        nothingDoubled(number);
    }

    /** What stops the clock on the inner network stands on the applicant's page on the outer one, with its document. */
    @Test
    void a_special_procedure_and_an_extension_are_told_on_the_outer_network() {
        var number = outer.fixtures.filed();
        ferryUntil(() -> inner.has(number));
        inner.cases.accept(number, null, inner.fixtures.sunJingAtTheWindow());
        var limits = inner.platform.getBean(CaseLimits.class);
        var step = taskOf(number, "market-regulation");
        var liuSiyuan = inner.fixtures.liuSiyuanOfMarketRegulation();
        var start = new CaseLimits.Start(SpecialProcedure.Kind.HEARING, "利害关系人申请听证，须查明事实", LocalDate.of(2099, 1, 5));
        assertThat(limits.start(step, start, liuSiyuan)).isInstanceOf(CaseOutcome.Done.class);
        limits.ask(step, false, "情形复杂，须实地核对住所", liuSiyuan);
        limits.approve(number, 1, inner.fixtures.staff("jn-0203"));

        ferryUntil(() -> outer.mine(number).documents().size() == 3);

        var here = outer.mine(number);
        assertThat(here.specialProcedures().getFirst().running()).isTrue();
        assertThat(here.extensions().getFirst().state()).isEqualTo(Extension.State.APPROVED);
        assertThat(here.mainClock().state()).isEqualTo(ClockView.State.STOPPED);
        assertThat(here.timeline())
                .extracting(CaseView.Happening::kind)
                .startsWith(
                        EventKind.EXTENSION_APPROVED, EventKind.EXTENSION_ASKED, EventKind.SPECIAL_PROCEDURE_STARTED);
        var news = outer
                .platform
                .getBean(Messages.class)
                .list(outer.fixtures.wangHaiyan().id(), null, 50)
                .stream()
                .filter(message -> message.args().contains(number.value()))
                .map(Message::template)
                .toList();
        assertThat(news)
                .containsOnlyOnce("casework.news.special-procedure.HEARING", "casework.news.extended.WORKING_DAYS");
    }

    private static TaskId taskOf(CaseNumber number, String step) {
        return inner.reading.open(number, inner.fixtures.sunJingAtTheWindow()).lanes().stream()
                .filter(lane -> lane.step().equals(step))
                .findFirst()
                .map(CaseView.Lane::task)
                .orElseThrow();
    }

    private static void arrivedAsFiled(CaseNumber number) {
        var there = inner.reading.open(number, inner.fixtures.sunJingAtTheWindow());
        var here = outer.mine(number);
        assertThat(there.file().filedAt()).isEqualTo(here.file().filedAt());
        assertThat(there.file().applicant().name())
                .isEqualTo(here.file().applicant().name());
        assertThat(there.file().applicant().account()).isNull();
        assertThat(there.mainClock().startedOn()).isEqualTo(here.mainClock().startedOn());
        assertThat(there.materials()).hasSize(3);
        assertThat(digests(inner, there)).isEqualTo(digests(outer, here));
        assertThat(there.timeline()).extracting(CaseView.Happening::kind).containsExactly(EventKind.FILED);
    }

    private static List<String> digests(Side side, CaseView view) {
        return side.platform.getBean(FileStorage.class).ownedBy(view.file().files()).stream()
                .map(file -> file.digest())
                .sorted()
                .toList();
    }

    private static void answered(CaseNumber number) throws IOException {
        var here = outer.mine(number);
        assertThat(here.file().granted()).isTrue();
        assertThat(here.timeline())
                .extracting(CaseView.Happening::kind)
                .containsExactly(
                        EventKind.DELIVERED,
                        EventKind.GRANTED,
                        EventKind.STEP_GRANTED,
                        EventKind.STEP_GRANTED,
                        EventKind.STEP_GRANTED,
                        EventKind.ACCEPTED,
                        EventKind.FILED);
        assertThat(here.lanes()).allMatch(lane -> lane.decision() instanceof Decision.Granted);
        assertThat(here.clocks()).allMatch(clock -> clock.state() == ClockView.State.MET);
        var notice = outer.reading.requireDocument(number, CaseView.DocumentKind.GRANT, outer.fixtures.wangHaiyan());
        assertThat(notice.size()).isPositive();
        var files = outer.platform.getBean(FileStorage.class);
        var license = outer.platform.getBean(Licenses.class).findByCase(number).orElseThrow();
        assertThat(license.holder().account())
                .isEqualTo(outer.fixtures.wangHaiyan().id());
        assertThat(files.content(files.require(license.file(), license.files())).getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(files.require(license.ofd(), license.files()).digest()).isEqualTo(theirs(number));
    }

    private static String theirs(CaseNumber number) {
        var license = inner.platform.getBean(Licenses.class).findByCase(number).orElseThrow();
        return inner.platform
                .getBean(FileStorage.class)
                .require(license.ofd(), license.files())
                .digest();
    }

    private static void nothingDoubled(CaseNumber number) throws IOException {
        var before = List.of(seen(outer, number), seen(inner, number));
        carryAgain();
        var other = outer.fixtures.filed();
        ferryUntil(() -> inner.has(other));
        assertThat(inner.cases.withdraw(other, "测试", inner.fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
        ferryUntil(() -> outer.state(other) == CaseState.WITHDRAWN);

        assertThat(List.of(seen(outer, number), seen(inner, number))).isEqualTo(before);
        assertThat(outer.state(number)).isEqualTo(CaseState.DELIVERED);
    }

    /** All that a node has of a case. */
    private static List<Object> seen(Side side, CaseNumber number) {
        var view = side.reading.open(number, side.fixtures.sunJingAtTheWindow());
        var license = side.platform.getBean(Licenses.class).findByCase(number).orElseThrow();
        var files = side.platform.getBean(FileStorage.class);
        return List.of(
                view.timeline(),
                view.materials(),
                view.documents(),
                files.ownedBy(view.file().files()).size(),
                files.ownedBy(license.files()).size(),
                license);
    }

    @Test
    void what_is_missing_is_asked_for_and_sent_through_the_outer_node() {
        var number = outer.fixtures.filed();
        ferryUntil(() -> inner.has(number));
        var items = List.of(new SupplementItem("/materials/premises", "住所文件", "请补租赁合同的第二页"));
        assertThat(inner.cases.requestSupplement(number, items, inner.fixtures.sunJingAtTheWindow()))
                .isInstanceOf(CaseOutcome.Done.class);
        ferryUntil(() -> outer.state(number) == CaseState.SUPPLEMENTING);
        assertThat(outer.mine(number).supplements().getFirst().items()).isEqualTo(items);

        var answers = outer.mine(number).answers();
        ((tools.jackson.databind.node.ObjectNode) answers.path("scope")).put("items", "软件开发");
        assertThat(outer.cases.supplement(number, answers, outer.fixtures.wangHaiyan()))
                .isInstanceOf(Cases.SupplementOutcome.Supplemented.class);
        ferryUntil(() -> inner.state(number) == CaseState.FILED);
        assertThat(inner.reading.requireAnswers(number).at("/scope/items").asString())
                .isEqualTo("软件开发");

        assertThat(outer.cases.withdraw(number, "不办了", outer.fixtures.wangHaiyan()))
                .isInstanceOf(CaseOutcome.Done.class);
        assertThat(outer.state(number)).as("until the inner node answers").isEqualTo(CaseState.FILED);
        ferryUntil(() -> outer.state(number) == CaseState.WITHDRAWN);
        assertThat(outer.mine(number).timeline())
                .extracting(CaseView.Happening::kind)
                .contains(EventKind.WITHDRAWAL_SENT, EventKind.WITHDRAWN)
                .filteredOn(EventKind.SUPPLEMENTED::equals)
                .hasSize(1);
    }
}
