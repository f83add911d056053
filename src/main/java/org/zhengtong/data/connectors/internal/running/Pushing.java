package org.zhengtong.data.connectors.internal.running;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Source;
import org.zhengtong.data.connectors.SourceKind;
import org.zhengtong.data.connectors.internal.Digests;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.connectors.internal.store.TakenStore;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;

/** Rows that a department's system pushes: each request is loaded once, however often it comes. */
@Component
public class Pushing {

    /** So many rows fit into one request. */
    public static final int MOST_ROWS = 1_000;

    private final SourceStore sources;
    private final ContractStore contracts;
    private final TakenStore taken;
    private final RunStore runs;
    private final Doors doors;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<String> working = ConcurrentHashMap.newKeySet();

    Pushing(
            SourceStore sources,
            ContractStore contracts,
            TakenStore taken,
            RunStore runs,
            Doors doors,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sources = sources;
        this.contracts = contracts;
        this.taken = taken;
        this.runs = runs;
        this.doors = doors;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The register's doors. */
    @Component
    static final class Doors {

        private final Registers registers;
        private final RegisterLoading loading;

        Doors(Registers registers, RegisterLoading loading) {
            this.registers = registers;
            this.loading = loading;
        }
    }

    /**
     * What came.
     *
     * @param number by which the sender knows it; the same number is loaded once
     * @param content as it came, for comparing
     */
    public record Request(String number, byte[] content, List<Map<String, @Nullable String>> rows) {}

    /** What became of a request, row by row. */
    public record Answer(LoadReport load, List<RegisterLoading.SetAsideRow> setAside) {}

    /** The contract, if this key opens it. Who has the wrong key hears nothing of contracts. */
    public Contract require(long id, String key) {
        var contract = contracts.find(id).orElseThrow(Pushing::wrongKey);
        var source = sources.find(contract.source()).orElseThrow(Pushing::wrongKey);
        var digest = source.kind() == SourceKind.PUSH ? sources.secret(source.id()) : null;
        if (digest == null || contract.paused() || !MessageDigest.isEqual(digest, Digests.of(key))) {
            throw wrongKey();
        }
        return contract;
    }

    private static ProblemException wrongKey() {
        return new ProblemException(ConnectorsProblem.WRONG_KEY);
    }

    /** Loads a request, or says again what became of it. */
    public Answer push(Contract contract, Request request) {
        if (request.rows().size() > MOST_ROWS) {
            throw new ProblemException(ConnectorsProblem.TOO_LARGE, MOST_ROWS);
        }
        var name = contract.id() + " " + request.number();
        if (!working.add(name)) {
            throw new ProblemException(ConnectorsProblem.BUSY);
        }
        try {
            var digest = java.util.HexFormat.of()
                    .formatHex(Digests.of(new String(request.content(), StandardCharsets.ISO_8859_1)));
            if (!taken.request(contract.id(), request.number(), digest, clock.instant())
                    .equals(digest)) {
                throw new ProblemException(ConnectorsProblem.REQUEST_DIFFERS);
            }
            return load(contract, request);
        } finally {
            working.remove(name);
        }
    }

    private Answer load(Contract contract, Request request) {
        var source = sources.find(contract.source()).orElseThrow();
        var register = doors.registers.require(contract.register());
        var rows = PushedRows.of(request.rows());
        var report = doors.loading.load(
                new LoadRequest(
                        contract.register(),
                        "connectors push " + contract.id() + " " + request.number(),
                        contract.name(),
                        items(register, source.department(), rows.columns()),
                        LocalDate.now(clock),
                        Actor.system("connectors")),
                rows);
        if (taken.runOf(contract.id(), request.number()).isEmpty()) {
            keep(contract, source, request.number(), report);
        }
        return new Answer(report, doors.loading.setAside(report.id(), 0, MOST_ROWS));
    }

    /** Members of the rows are items by their names: the key, and those that the department is the source of. */
    private Map<ItemName, String> items(RegisterDefinition register, DepartmentId department, List<String> names) {
        var today = LocalDate.now(clock);
        var unknown = new LinkedHashSet<>(names);
        var items = new LinkedHashMap<ItemName, String>();
        for (var item : register.items().keySet()) {
            var mine = item.equals(register.facts().key())
                    || register.sourceOf(item, today).equals(department);
            if (mine && unknown.remove(item.value())) {
                items.put(item, item.value());
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(ConnectorsProblem.NOT_ITEMS, String.join(", ", unknown));
        }
        return items;
    }

    private void keep(Contract contract, Source source, String request, LoadReport report) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            var run = runs.insert(contract.id(), null, LocalDate.now(clock), now, source.name());
            runs.loaded(run, report.id(), report.counts());
            runs.move(run, Run.State.DONE, now);
            taken.ran(contract.id(), request, run);
            contracts.advance(contract.id(), "", now, report.counts().read() > 0);
        });
    }
}
