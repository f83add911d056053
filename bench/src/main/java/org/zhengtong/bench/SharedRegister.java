package org.zhengtong.bench;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.internal.source.JdbcRows;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.Requests.Draft;
import org.zhengtong.data.sharing.Requests.RequestOutcome;
import org.zhengtong.data.sharing.Requests.Verdict;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.Wish;

/**
 * A register of many people that one department keeps, loaded through the front door, with a grant that another department
 * asked for and got, and that department's system.
 *
 * @param clientId the system that may use the grant, with its secret
 */
record SharedRegister(DataGrant grant, CurrentUser consumer, String clientId, String secret) {

    static final String TABLE = "registers.bench_shared__current";
    private static final String CODE = "bench-shared";
    private static final String RESOURCE = "101002/000001";
    private static final int CALLS_A_DAY = 100_000_000;

    static SharedRegister make(Platform platform, int rows) {
        load(platform, rows);
        var accounts = platform.bean(Accounts.class);
        var consumer = staff(accounts, "jn-1201");
        var grant = grant(platform.bean(Requests.class), consumer, staff(accounts, "jn-1101"));
        var system = (ConnectedSystems.Outcome.Connected) platform.bean(ConnectedSystems.class)
                .connect(
                        staff(accounts, "jn-0901"),
                        new ConnectedSystems.Typed("信用修复系统", "https://credit.example.org/back", "", true));
        var clientId = system.system().clientId();
        if (platform.bean(Grants.class).bind(clientId, consumer) != Grants.BindOutcome.BOUND) {
            throw new IllegalStateException("The system was not bound");
        }
        return new SharedRegister(grant, consumer, clientId, system.secret());
    }

    private static void load(Platform platform, int rows) {
        BulkLoadSource.make(platform.database(), rows);
        var definition = BulkLoadSource.definition(CODE).replace("holder:", "resource: " + RESOURCE + "\nholder:");
        platform.bean(Registers.class).define(definition, Actor.system("bench"));
        var report = platform.bean(RegisterLoading.class)
                .load(
                        new LoadRequest(
                                new RegisterCode(CODE),
                                "first",
                                "bench.people",
                                Map.of(),
                                LocalDate.of(2026, 3, 1),
                                Actor.system("bench")),
                        new JdbcRows(platform.database(), "bench.people", BulkLoadBenchmark.COLUMNS, "number"));
        if (report.counts().written() != rows) {
            throw new IllegalStateException("Not what was to be loaded: " + report);
        }
    }

    private static CurrentUser staff(Accounts accounts, String number) {
        var id = new StaffId(number);
        return accounts.findUser(accounts.ofStaff(Set.of(id)).get(id)).orElseThrow();
    }

    private static DataGrant grant(Requests requests, CurrentUser consumer, CurrentUser provider) {
        var items = BulkLoadBenchmark.COLUMNS.stream().map(ItemName::new).collect(Collectors.toSet());
        var wish = new Wish(
                "信用修复时核对身份",
                "社会信用管理条例",
                items,
                java.util.List.of(),
                CALLS_A_DAY,
                LocalDate.now().plusYears(1),
                Set.of(Way.API),
                "");
        var draft = (RequestOutcome.Done) requests.save(new Draft(0, 0, RESOURCE.replace('/', '-'), wish), consumer);
        var id = draft.request().id();
        if (!(requests.send(id, consumer) instanceof RequestOutcome.Done)) {
            throw new IllegalStateException("The request was not sent");
        }
        var verdict = new Verdict.Grant(items, Map.of(), CALLS_A_DAY, "");
        return ((RequestOutcome.Granted) requests.answer(id, verdict, provider)).grant();
    }

    /** Calls that were counted under the grant. */
    long calls(Platform platform) {
        return platform.bean(Grants.class).usage(grant.number(), LocalDate.EPOCH).stream()
                .mapToLong(Grants.DayUse::calls)
                .sum();
    }
}
