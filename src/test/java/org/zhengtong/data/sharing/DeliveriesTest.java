package org.zhengtong.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterWriting;
import org.zhengtong.data.registers.RegisterWriting.RecordEdit;
import org.zhengtong.data.registers.RegisterWriting.WriteOutcome;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;
import org.zhengtong.testing.Visitor;

/** Data given in bulk, and what the people it is about see of all that was given. */
@PlatformTest
class DeliveriesTest {

    private static final RegisterCode POPULATION = new RegisterCode("population");
    private static final ItemName DIVISION = new ItemName("division");
    private static final String WANG = "370104198806169982";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Requests requests;

    @Autowired
    private Grants grants;

    @Autowired
    private GrantedReading reading;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private RegisterWriting writing;

    @Autowired
    private FileStorage files;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SettableClock clock;

    private CurrentUser han;
    private CurrentUser lu;

    @BeforeEach
    void three_people() {
        clock.set("2026-03-05T10:00");
        WaitingWork.run(platform, "registers");
        han = staff("jn-0204");
        lu = staff("jn-1101");
    }

    private CurrentUser staff(String id) {
        var number = new StaffId(id);
        return accounts.findUser(accounts.ofStaff(List.of(number)).get(number)).orElseThrow();
    }

    private static Set<ItemName> items(String... names) {
        return Stream.of(names).map(ItemName::new).collect(Collectors.toSet());
    }

    /** People of one county, for 韩雪, with their names in part. */
    private DataGrant granted(String county, Way... ways) {
        var wish = new Wish(
                "企业开办时核对身份",
                "市场主体登记管理条例",
                items("citizenNumber", "name", "division"),
                List.of(Condition.equal(DIVISION, county)),
                100,
                LocalDate.of(2026, 12, 31),
                Set.of(ways),
                "");
        var saved = (RequestOutcome.Done) requests.save(new Draft(0, 0, "101001-000001", wish), han);
        var sent = requests.send(saved.request().id(), han);
        assertThat(sent).isInstanceOf(RequestOutcome.Done.class);
        var answered = requests.answer(
                saved.request().id(),
                new Verdict.Grant(wish.items(), Map.of(new ItemName("name"), Masking.NAME), 100, ""),
                lu);
        return ((RequestOutcome.Granted) answered).grant();
    }

    private static void refused(SharingProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    private List<String> lines(DataGrant grant, long batch) throws IOException {
        var file = deliveries.take(grant.number(), batch, han);
        var text = files.content(file).getContentAsString(StandardCharsets.UTF_8);
        return text.lines().toList();
    }

    @Test
    void an_ordered_file_holds_the_rows_and_items_of_its_grant_and_nothing_else() throws IOException {
        var grant = granted("370102", Way.BATCH);
        var batch = deliveries.orderFile(grant.number(), "核对身份", han);
        refused(SharingProblem.FILE_NOT_FOUND, () -> deliveries.take(grant.number(), batch, han));

        WaitingWork.run(platform, "sharing");

        var lines = lines(grant, batch);
        assertThat(lines.getFirst()).isEqualTo("\ufeff公民身份号码,姓名,户籍所在地");
        assertThat(lines.subList(1, lines.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("*").endsWith(",370102"));
        assertThat(deliveries.files(grant.number())).singleElement().satisfies(file -> {
            assertThat(file.ready()).isTrue();
            assertThat(file.records()).isEqualTo(lines.size() - 1);
        });
        assertThat(deliveries.newest(grant.number()))
                .singleElement()
                .satisfies(given -> assertThat(given.way()).isEqualTo(Way.BATCH));
        assertThat(grants.usage(grant.number(), LocalDate.of(2026, 3, 1)))
                .singleElement()
                .satisfies(day -> assertThat(day.records()).isEqualTo(lines.size() - 1));
    }

    @Test
    void a_file_goes_with_its_grant_to_nobody_else_and_in_no_other_way() {
        var grant = granted("370103", Way.BATCH);
        var batch = deliveries.orderFile(grant.number(), "核对身份", han);
        WaitingWork.run(platform, "sharing");

        refused(SharingProblem.GRANT_NOT_FOUND, () -> deliveries.take(grant.number(), batch, lu));
        refused(SharingProblem.FILE_NOT_FOUND, () -> deliveries.take(grant.number(), batch + 999, han));
        refused(
                SharingProblem.NOT_THIS_WAY,
                () -> deliveries.orderFile(granted("370103", Way.PAGE).number(), "核对身份", han));
        grants.suspend(grant.number(), "核查", lu);
        refused(SharingProblem.SUSPENDED, () -> deliveries.take(grant.number(), batch, han));
    }

    @Test
    void a_person_sees_who_read_the_register_why_and_under_which_grant() {
        bornIfNeeded();
        var grant = granted("370104", Way.PAGE, Way.BATCH);

        var read = reading.byKey(
                new Use(grant.number(), Way.PAGE, grant.consumer(), han.actor(), "设立登记核对法定代表人", "10.0.0.1"),
                new RecordKey(WANG));
        deliveries.orderFile(grant.number(), "批量核对法定代表人", han);
        WaitingWork.run(platform, "sharing");

        assertThat(read).isPresent();
        var seen = Visitor.at(port).signedInAs("王海燕").open("/my/looks");
        assertThat(seen.turnedTo("批量核对法定代表人").text())
                .contains("韩雪", grant.number().value(), "人口基础库");
        seen.turnedTo("设立登记核对法定代表人");
    }

    private void bornIfNeeded() {
        var edit = new RecordEdit(
                POPULATION,
                new RecordKey(WANG),
                Map.of(
                        new ItemName("citizenNumber"),
                        WANG,
                        new ItemName("name"),
                        "王海燕",
                        new ItemName("sex"),
                        "2",
                        new ItemName("birthDate"),
                        "1988-06-16",
                        DIVISION,
                        "370104"),
                LocalDate.of(2026, 1, 1),
                0,
                "户口登记");
        assertThat(writing.write(edit, lu)).isInstanceOfAny(WriteOutcome.Written.class, WriteOutcome.Overtaken.class);
    }
}
