package org.zhengtong.app.node.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkQuery;
import org.zhengtong.base.jobs.internal.WaitingWork;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.data.registers.Corrections;
import org.zhengtong.data.registers.RegistersFilled;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** What the people of a new demonstration have done on the data floor; nothing of it stays in the shared database. */
@PlatformTest
class DemoDataTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    DemoData demo;

    @Autowired
    ObjectProvider<DemoPart> parts;

    @Autowired
    Packs packs;

    @Autowired
    Accounts accounts;

    @Autowired
    Requests requests;

    @Autowired
    Grants grants;

    @Autowired
    Corrections corrections;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void on_a_working_day() {
        clock.set("2026-11-30T10:20");
        WaitingWork.run(platform, "registers");
    }

    private CurrentUser staff(String id) {
        var number = new StaffId(id);
        return accounts.findUser(accounts.ofStaff(List.of(number)).get(number)).orElseThrow();
    }

    private void played(Consumer<PackReader> seen) {
        var pack = packs.open("shandong");
        transaction.executeWithoutResult(rolledBack -> {
            rolledBack.setRollbackOnly();
            parts.stream()
                    .sorted(java.util.Comparator.comparingInt(DemoPart::order))
                    .forEach(part -> part.play(pack, demo.cast()));
            seen.accept(pack);
        });
    }

    private Set<SharingRequest.State> states(Requests.Box box, CurrentUser by) {
        return requests.search(new Requests.Query(box, "", null, null, 100), by).requests().stream()
                .map(SharingRequest::state)
                .collect(Collectors.toSet());
    }

    @Test
    void requests_stand_in_every_state_and_grants_were_used_for_weeks() {
        played(_ -> {
            var han = staff("jn-0204");
            var lu = staff("jn-1101");
            assertThat(states(Requests.Box.SENT, han))
                    .contains(SharingRequest.State.DRAFT, SharingRequest.State.WAITING, SharingRequest.State.GRANTED);
            assertThat(states(Requests.Box.INBOX, lu))
                    .contains(
                            SharingRequest.State.WAITING,
                            SharingRequest.State.GRANTED,
                            SharingRequest.State.REFUSED,
                            SharingRequest.State.DISPUTED);
            assertThat(states(Requests.Box.SENT, lu))
                    .contains(SharingRequest.State.RETURNED, SharingRequest.State.WITHDRAWN);
            assertThat(states(Requests.Box.DISPUTES, staff("jn-0904"))).contains(SharingRequest.State.DISPUTED);

            var today = LocalDate.of(2026, 11, 30);
            assertThat(grants.days(today.minusDays(30), today, Grants.Side.GIVEN, lu))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(day -> assertThat(day.day()).isBefore(today));
            var given = grants.search(new Grants.Query(Grants.Side.GIVEN, "", null, null, "", 50), han)
                    .grants();
            assertThat(given).extracting(DataGrant::state).contains(DataGrant.State.ACTIVE, DataGrant.State.SUSPENDED);
            assertThat(given).allSatisfy(grant -> assertThat(grant.grantedAt()).isBefore(clock.instant()));
        });
    }

    @Test
    void each_step_has_its_own_day_and_one_answer_is_late() {
        played(_ -> {
            var waiting = requests.search(
                            new Requests.Query(Requests.Box.INBOX, "", SharingRequest.State.WAITING, null, 100),
                            staff("jn-1101"))
                    .requests();
            assertThat(waiting).anyMatch(request -> request.overdue(LocalDate.of(2026, 11, 30)));
            waiting.forEach(request -> assertThat(requests.events(request.id()))
                    .isSortedAccordingTo(java.util.Comparator.comparing(Requests.Event::at)));
        });
    }

    @Test
    void doubts_are_open_and_answered_credit_entries_objected_to_and_repaired_and_sources_set_up() {
        played(_ -> {
            for (var id : List.of("jn-0204", "jn-1101")) {
                assertThat(corrections.inbox(staff(id), false, null, 50)).isNotEmpty();
                assertThat(corrections.inbox(staff(id), true, null, 50)).isNotEmpty();
            }
            assertThat(jdbc.sql("select state from registers.credit_request")
                            .query(String.class)
                            .list())
                    .contains("OPEN", "GRANTED", "REFUSED");
            assertThat(jobs.search(new WorkQuery(null, "registers.match", null, 10)))
                    .isNotEmpty();
            assertThat(jobs.search(new WorkQuery(null, "connectors.run", null, 10)))
                    .hasSizeGreaterThanOrEqualTo(4);
        });
    }

    @Test
    void nothing_is_played_where_no_made_up_history_is_wanted() {
        demo.begin(new RegistersFilled("shandong"));

        assertThat(jobs.search(new WorkQuery(null, DemoData.KIND, null, 10))).isEmpty();
    }
}
