package org.zhengtong.data.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.data.registers.RegistersFixtures.MARCH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.ConnectedSystemChanged;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.Masking;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegistersFixtures;
import org.zhengtong.data.registers.RegistersFixtures.RowsInMemory;
import org.zhengtong.data.sharing.GrantedReading.Search;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.SharingRequest.State;

/** Departments ask, providers answer in time, and every door gives what the grant says for as long as it holds. */
class SharingTest {

    private static final RegisterCode PEOPLE = new RegisterCode("people");
    private static final RecordKey KEY = new RecordKey("11010519491231002X");
    private static final ItemName NUMBER = new ItemName("number");
    private static final ItemName NAME = new ItemName("name");
    private static final ItemName MOBILE = new ItemName("mobile");
    private static final ItemName DIVISION = new ItemName("division");
    private static final DepartmentId MARKET = new DepartmentId("370000.market-regulation");
    private static final CurrentUser ASKER = SharingFakes.staffOf("370000.market-regulation");
    private static final CurrentUser HOLDER = SharingFakes.staffOf("370000.public-security");
    private static final CurrentUser SUPERIOR = SharingFakes.staffOf("370000.big-data");
    private static final Actor READER = new Actor(Actor.Kind.STAFF, "9", "查询人");

    private final SharingRoom room = new SharingRoom();

    @BeforeEach
    void two_people() {
        room.registers.define(RegistersFixtures.PEOPLE.replace("holder:", "resource: 101001/000001\nholder:"));
        room.registers.load(
                PEOPLE,
                "one",
                MARCH,
                RowsInMemory.of(
                        "number|name|mobile|division",
                        KEY.value() + "|张伟|13800000426|370102",
                        "37010219900307851X|李娜|13800000427|370103"));
    }

    @AfterEach
    void closes() {
        room.close();
    }

    private static Wish wish(Set<ItemName> items, Way... ways) {
        return new Wish("企业开办时核对身份", "市场主体登记管理条例", items, List.of(), 100, LocalDate.of(2026, 12, 31), Set.of(ways), "");
    }

    private SharingRequest draft(Wish wish) {
        var saved = room.requests().save(new Draft(0, 0, "101001-000001", wish), ASKER);
        return ((RequestOutcome.Done) saved).request();
    }

    private SharingRequest sent(Wish wish) {
        var outcome = room.requests().send(draft(wish).id(), ASKER);
        return ((RequestOutcome.Done) outcome).request();
    }

    private DataGrant granted(Wish wish) {
        return switch (room.requests().send(draft(wish).id(), ASKER)) {
            case RequestOutcome.Granted(var _, var grant) -> grant;
            case RequestOutcome.Done(var request) ->
                ((RequestOutcome.Granted) room.requests()
                                .answer(
                                        request.id(),
                                        new Verdict.Grant(wish.items(), Map.of(), wish.quota(), ""),
                                        HOLDER))
                        .grant();
            default -> throw new AssertionError();
        };
    }

    private static Use use(DataGrant grant, Way way) {
        return new Use(grant.number(), way, MARKET, READER, "核对身份", "10.0.0.1");
    }

    private RegisterRecord read(DataGrant grant) {
        return room.reading().byKey(use(grant, Way.PAGE), KEY).orElseThrow();
    }

    private static void refused(SharingProblem problem, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(problem));
    }

    @Test
    void what_is_shared_unconditionally_is_granted_at_once_and_shows_the_chosen_items_only() {
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));

        assertThat(read(grant).values().keySet()).containsExactlyInAnyOrder(NUMBER, NAME);
        assertThat(room.actions())
                .filteredOn(action -> action.event().equals("sharing.read"))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.why()).isEqualTo("核对身份");
                    assertThat(action.detail())
                            .containsEntry("grant", grant.number().value())
                            .containsEntry("department", MARKET.value());
                    assertThat(action.subject().id()).startsWith("people/").doesNotContain(KEY.value());
                });
    }

    @Test
    void what_is_shared_on_request_waits_for_its_provider_within_ten_working_days() {
        var request = sent(wish(Set.of(NAME, MOBILE), Way.PAGE));

        assertThat(request.state()).isEqualTo(State.WAITING);
        var clock = java.util.Objects.requireNonNull(request.clock());
        // Sent on Monday 2 March: the day itself and two weekends do not count.
        assertThat(clock.dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(clock.basis()).contains("809");
        assertThat(request.overdue(LocalDate.of(2026, 3, 16))).isFalse();
        assertThat(request.overdue(LocalDate.of(2026, 3, 17))).isTrue();
        assertThat(room.requests().waiting(HOLDER)).isEqualTo(1);

        var longer = (RequestOutcome.Done) room.requests().extend(request.id(), "要会签", HOLDER);
        assertThat(java.util.Objects.requireNonNull(longer.request().clock()).dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(room.requests().extend(request.id(), "再延长", HOLDER)).isInstanceOf(RequestOutcome.NotNow.class);
    }

    @Test
    void the_provider_may_give_less_than_was_asked_for() {
        var request = sent(wish(Set.of(NUMBER, NAME, MOBILE), Way.PAGE));

        var verdict = new Verdict.Grant(Set.of(NAME, MOBILE), Map.of(MOBILE, Masking.PHONE), 5, "");
        var grant = ((RequestOutcome.Granted) room.requests().answer(request.id(), verdict, HOLDER)).grant();

        assertThat(read(grant).values()).containsOnly(Map.entry(NAME, "张伟"), Map.entry(MOBILE, "138****0426"));
        assertThat(grant.terms().quota()).isEqualTo(5);
    }

    @Test
    void a_refusal_needs_its_reason_and_may_be_taken_to_the_common_superior() {
        var request = sent(wish(Set.of(MOBILE), Way.PAGE));

        assertThat(room.requests().answer(request.id(), new Verdict.Refuse(" "), HOLDER))
                .isEqualTo(new RequestOutcome.Refused(Map.of("reason", "sharing.fault.reason")));
        room.requests().answer(request.id(), new Verdict.Refuse("与登记无关"), HOLDER);
        var disputed = ((RequestOutcome.Done) room.requests().dispute(request.id(), "办理必需", ASKER)).request();

        assertThat(disputed.state()).isEqualTo(State.DISPUTED);
        assertThat(room.requests().waiting(SUPERIOR)).isEqualTo(1);
        var ruled =
                room.requests().rule(request.id(), new Verdict.Grant(Set.of(MOBILE), Map.of(), 100, "同意"), SUPERIOR);
        assertThat(read(((RequestOutcome.Granted) ruled).grant()).values()).containsOnlyKeys(MOBILE);
    }

    @Test
    void what_was_sent_back_can_be_completed_and_sent_again() {
        var request = sent(wish(Set.of(MOBILE), Way.PAGE));
        room.requests().answer(request.id(), new Verdict.Return("写明环节"), HOLDER);
        var returned = room.requests().require(request.id(), ASKER);

        assertThat(room.requests().rights(returned, ASKER).edit()).isTrue();
        var stale = new Draft(request.id(), 1, "101001-000001", returned.wish());
        assertThat(room.requests().save(stale, ASKER)).isInstanceOf(RequestOutcome.NotNow.class);
        assertThat(room.requests().send(request.id(), ASKER)).isInstanceOf(RequestOutcome.Done.class);
    }

    @Test
    void nothing_is_sent_that_lacks_its_ground_or_asks_for_what_is_not_shared() {
        var empty = room.requests().send(draft(Wish.NOTHING).id(), ASKER);
        assertThat(((RequestOutcome.Refused) empty).faults())
                .containsOnlyKeys("purpose", "basis", "items", "until", "ways");
        var hidden = room.requests()
                .send(draft(wish(Set.of(new ItemName("height")), Way.PAGE)).id(), ASKER);
        assertThat(((RequestOutcome.Refused) hidden).faults()).containsEntry("items", "sharing.fault.items.not_shared");
        var keyless =
                room.requests().send(draft(wish(Set.of(NAME), Way.SUBSCRIPTION)).id(), ASKER);
        assertThat(((RequestOutcome.Refused) keyless).faults()).containsEntry("items", "sharing.fault.items.key");
        refused(SharingProblem.REQUEST_NOT_FOUND, () -> room.requests().require(99, ASKER));
    }

    @Test
    void each_door_opens_only_in_the_ways_granted_and_for_a_purpose() {
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));

        refused(SharingProblem.NOT_THIS_WAY, () -> room.reading().byKey(use(grant, Way.API), KEY));
        refused(SharingProblem.NOT_THIS_WAY, () -> room.reading().changesAfter(use(grant, Way.SUBSCRIPTION), 0, 10));
        refused(
                SharingProblem.NO_PURPOSE,
                () -> room.reading().byKey(new Use(grant.number(), Way.PAGE, MARKET, READER, " ", ""), KEY));
        refused(
                SharingProblem.GRANT_NOT_FOUND,
                () -> room.reading()
                        .byKey(
                                new Use(
                                        grant.number(),
                                        Way.PAGE,
                                        new DepartmentId("370000.education"),
                                        READER,
                                        "看看",
                                        ""),
                                KEY));
    }

    @Test
    void records_outside_the_rows_are_not_found_and_hidden_items_cannot_be_searched_by() {
        var rows = List.of(Condition.equal(DIVISION, "370103"));
        var base = wish(Set.of(NUMBER, NAME), Way.PAGE);
        var grant =
                granted(new Wish(base.purpose(), base.basis(), base.items(), rows, 100, base.until(), base.ways(), ""));

        assertThat(room.reading().byKey(use(grant, Way.PAGE), KEY)).isEmpty();
        assertThat(room.reading()
                        .search(use(grant, Way.PAGE), new Search("李", List.of(), null, 10))
                        .records())
                .hasSize(1);
        var guess = new Search("", List.of(Condition.equal(MOBILE, "13800000427")), null, 10);
        refused(SharingProblem.NOT_THIS_WAY, () -> room.reading().search(use(grant, Way.PAGE), guess));
    }

    @Test
    void suspension_revocation_expiry_and_kill_switches_hold_for_the_next_answer_at_every_door() {
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.PAGE, Way.API, Way.SUBSCRIPTION));
        List<Consumer<DataGrant>> doors = List.of(
                each -> room.reading().byKey(use(each, Way.PAGE), KEY),
                each -> room.reading().byKey(use(each, Way.API), KEY),
                each -> room.reading().search(use(each, Way.PAGE), new Search("张", List.of(), null, 10)),
                each -> room.reading().changesAfter(use(each, Way.SUBSCRIPTION), 0, 10));
        doors.forEach(door -> door.accept(grant));

        room.grants().suspend(grant.number(), "疑似滥用", HOLDER);
        doors.forEach(door -> refused(SharingProblem.SUSPENDED, () -> door.accept(grant)));
        room.grants().resume(grant.number(), HOLDER);
        doors.forEach(door -> door.accept(grant));

        room.grants().stop(PEOPLE, "泄露排查", HOLDER);
        doors.forEach(door -> refused(SharingProblem.STOPPED, () -> door.accept(grant)));
        room.grants().lift(PEOPLE, HOLDER);
        room.grants().stop(null, "全面排查", SUPERIOR);
        doors.forEach(door -> refused(SharingProblem.STOPPED, () -> door.accept(grant)));
        room.grants().lift(null, SUPERIOR);
        doors.forEach(door -> door.accept(grant));

        room.clock().set("2027-01-01T09:00");
        doors.forEach(door -> refused(SharingProblem.EXPIRED, () -> door.accept(grant)));
        room.clock().set("2026-03-03T09:00");
        room.grants().revoke(grant.number(), "不再需要", ASKER);
        doors.forEach(door -> refused(SharingProblem.REVOKED, () -> door.accept(grant)));
        refused(SharingProblem.NOT_NOW, () -> room.grants().resume(grant.number(), HOLDER));
    }

    @Test
    void a_revocation_at_another_instance_holds_for_the_next_answer_here() {
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));
        read(grant);

        room.registers
                .jdbc()
                .sql("update sharing.data_grant set state = 'REVOKED'")
                .update();
        room.registers
                .jdbc()
                .sql("update sharing.epoch set number = number + 1")
                .update();

        refused(SharingProblem.REVOKED, () -> read(grant));
    }

    @Test
    void the_calls_of_a_day_are_counted_and_never_more_are_answered_however_many_ask_at_once() throws Exception {
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));
        try (var threads = Executors.newFixedThreadPool(16)) {
            Callable<Boolean> call = () -> {
                try {
                    return read(grant).position() > 0;
                } catch (ProblemException used) {
                    return false;
                }
            };
            var calls = threads.invokeAll(java.util.Collections.nCopies(150, call));
            assertThat(calls.stream().filter(SharingTest::given)).hasSize(100);
        }
        refused(SharingProblem.QUOTA_USED, () -> read(grant));
        assertThat(room.actions().stream().filter(action -> action.event().equals("sharing.read")))
                .hasSize(100);
        assertThat(room.grants().usage(grant.number(), MARCH))
                .containsExactly(new Grants.DayUse(LocalDate.of(2026, 3, 2), Way.PAGE, 100, 100));

        room.clock().set("2026-03-03T09:00");
        assertThat(read(grant).text(NAME)).isEqualTo("张伟");
    }

    @Test
    void calls_under_several_grants_share_their_way_and_none_takes_from_the_quota_of_another() throws Exception {
        var wish = wish(Set.of(NUMBER, NAME), Way.PAGE);
        var small = granted(
                new Wish(wish.purpose(), wish.basis(), wish.items(), List.of(), 7, wish.until(), wish.ways(), ""));
        var large = granted(wish);
        try (var threads = Executors.newFixedThreadPool(16)) {
            var calls = new ArrayList<Callable<Boolean>>();
            for (var number = 0; number < 60; number++) {
                var grant = number % 3 == 0 ? small : large;
                var key = number % 2 == 0 ? KEY : new RecordKey("nobody");
                calls.add(() -> read(grant, key));
            }
            assertThat(threads.invokeAll(calls).stream().filter(SharingTest::given))
                    .hasSize(47);
        }
        assertThat(room.grants().usage(small.number(), MARCH))
                .singleElement()
                .satisfies(day -> assertThat(day.calls()).isEqualTo(7));
        assertThat(room.grants().usage(large.number(), MARCH))
                .containsExactly(new Grants.DayUse(LocalDate.of(2026, 3, 2), Way.PAGE, 40, 20));
    }

    private boolean read(DataGrant grant, RecordKey key) {
        try {
            return room.reading()
                    .byKey(use(grant, Way.PAGE), key)
                    .map(record -> record.key().equals(KEY) && record.text(NAME).equals("张伟"))
                    .orElse(!key.equals(KEY));
        } catch (ProblemException used) {
            return false;
        }
    }

    private static boolean given(Future<Boolean> call) {
        try {
            return call.get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_system_reads_for_the_department_it_is_bound_to_until_it_is_shut_out() {
        assertThat(room.reading().authenticate("system-one", "secret-one")).isEmpty();
        assertThat(room.grants().bind("unknown", ASKER)).isEqualTo(Grants.BindOutcome.UNKNOWN);
        assertThat(room.grants().bind("system-one", ASKER)).isEqualTo(Grants.BindOutcome.BOUND);
        assertThat(room.grants().bind("system-one", HOLDER)).isEqualTo(Grants.BindOutcome.TAKEN);

        assertThat(room.reading().authenticate("system-one", "wrong")).isEmpty();
        assertThat(room.reading()
                        .authenticate("system-one", "secret-one")
                        .orElseThrow()
                        .department())
                .isEqualTo(MARKET);
        var grant = granted(wish(Set.of(NUMBER, NAME), Way.API));
        room.reading().byKey(use(grant, Way.API), KEY);

        room.systems().secrets.remove("system-one");
        room.tell(new ConnectedSystemChanged("system-one"));
        assertThat(room.reading().authenticate("system-one", "secret-one")).isEmpty();
    }

    @Test
    void a_correction_reaches_everybody_who_had_received_the_wrong_value() {
        var reader = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));
        var subscriber = granted(wish(Set.of(NUMBER, NAME), Way.SUBSCRIPTION));
        var others = granted(wish(Set.of(NUMBER, NAME), Way.PAGE));
        read(reader);
        var seen = room.reading().changesAfter(use(subscriber, Way.SUBSCRIPTION), 0, 10);
        var position = seen.getLast().position();

        var doubt = new Corrections.Doubt(PEOPLE, KEY, NAME, "张炜", "与身份证不一致");
        var request = room.registers.bean(Corrections.class).flag(doubt, ASKER);
        assertThat(read(others).underCheck()).containsExactly(NAME);
        room.registers.bean(Corrections.class).correct(request.id(), "张炜", MARCH, "已更正", HOLDER);

        assertThat(room.corrected().after(reader.number(), MARKET, 0, 10))
                .singleElement()
                .satisfies(each -> assertThat(each.item()).isEqualTo(NAME));
        assertThat(room.corrected().after(subscriber.number(), MARKET, 0, 10)).hasSize(1);
        assertThat(room.reading().changesAfter(use(subscriber, Way.SUBSCRIPTION), position, 10))
                .singleElement()
                .satisfies(each -> assertThat(each.text(NAME)).isEqualTo("张炜"));
        assertThat(room.corrected().after(reader.number(), new DepartmentId("370000.education"), 0, 10))
                .isEmpty();
    }
}
