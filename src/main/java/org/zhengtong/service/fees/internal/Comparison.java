package org.zhengtong.service.fees.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.fees.FeesProblem;
import org.zhengtong.service.fees.Money;
import org.zhengtong.service.fees.Reconciliation;

/** The front door of the daily comparison. */
@Service
class Comparison implements Reconciliation {

    static final String RECONCILE = "fees.reconcile";

    private final PaymentProvider provider;
    private final OrderStore orders;
    private final RefundStore refunds;
    private final ReconciliationStore store;
    private final Permissions permissions;
    private final Paying.Traces traces;
    private final TransactionTemplate transaction;

    Comparison(
            PaymentProvider provider,
            OrderStore orders,
            RefundStore refunds,
            ReconciliationStore store,
            Permissions permissions,
            Paying.Traces traces,
            PlatformTransactionManager transactions) {
        this.provider = provider;
        this.orders = orders;
        this.refunds = refunds;
        this.store = store;
        this.permissions = permissions;
        this.traces = traces;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public RunOutcome run(LocalDate day, CurrentUser by) {
        permissions.require(by, RECONCILE);
        var outcome = run(day);
        if (outcome == RunOutcome.DONE) {
            traces.record().write(AuditAction.of(by.actor(), "fees.reconcile", "day", day.toString()));
        }
        return outcome;
    }

    @Override
    public RunOutcome run(LocalDate day) {
        if (provider.off()) {
            return RunOutcome.OFF;
        }
        if (!day.isBefore(LocalDate.now(clock()))) {
            return RunOutcome.NOT_OVER;
        }
        var file = provider.statement(day);
        if (file.isEmpty()) {
            return RunOutcome.PROVIDER_AWAY;
        }
        var statement = Statement.read(file.get());
        if (statement.isEmpty()) {
            return RunOutcome.UNREADABLE;
        }
        transaction.executeWithoutResult(status -> compare(day, statement.get()));
        return RunOutcome.DONE;
    }

    private Clock clock() {
        return traces.clock();
    }

    private void compare(LocalDate day, Statement statement) {
        var theirs = new TreeMap<String, Money>();
        statement.lines().forEach(line -> theirs.put(line.number(), line.amount()));
        var ours = new TreeMap<String, Money>();
        orders.paidOn(day).forEach(order -> ours.put(order.number(), order.amount()));
        refunds.doneOn(day).forEach(refund -> ours.put(refund.order() + "-R", refund.amount()));
        store.forgetOpen(day);
        theirs.forEach((number, amount) -> {
            var mine = ours.get(number);
            if (mine == null) {
                store.add(day, Kind.BANK_ONLY, number, amount, null, clock().instant());
            } else if (!mine.equals(amount)) {
                store.add(day, Kind.AMOUNT, number, amount, mine, clock().instant());
            }
        });
        ours.forEach((number, amount) -> {
            if (!theirs.containsKey(number)) {
                store.add(day, Kind.OURS_ONLY, number, null, amount, clock().instant());
            }
        });
        store.save(new Day(day, clock().instant(), theirs.size(), sum(theirs), ours.size(), sum(ours)));
    }

    private static Money sum(TreeMap<String, Money> amounts) {
        return amounts.values().stream().reduce(Money.NONE, Money::plus);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Day> days(LocalDate before, int limit, CurrentUser staff) {
        permissions.require(staff, RECONCILE);
        return store.days(before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Difference> differences(boolean open, long before, int limit, CurrentUser staff) {
        permissions.require(staff, RECONCILE);
        return store.differences(open, before, limit);
    }

    @Override
    @Transactional
    public boolean settle(long difference, String note, CurrentUser staff) {
        permissions.require(staff, RECONCILE);
        var found = store.find(difference).orElseThrow(() -> new ProblemException(FeesProblem.DIFFERENCE_NOT_FOUND));
        var settled = store.settle(difference, note.strip(), staff.name(), clock().instant());
        if (settled) {
            traces.record()
                    .write(AuditAction.of(staff.actor(), "fees.settle_difference", "order", found.order())
                            .because(note.strip())
                            .with("kind", found.kind()));
        }
        return settled;
    }
}
