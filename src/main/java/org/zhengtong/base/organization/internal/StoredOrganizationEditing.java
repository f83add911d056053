package org.zhengtong.base.organization.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationHistory.State;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.Reform;
import org.zhengtong.base.organization.TableCheck;
import org.zhengtong.base.organization.TableRow;

@Service
class StoredOrganizationEditing implements OrganizationEditing {

    private final TableStore store;
    private final RowWriting writing;
    private final ReformWork reforms;
    private final ChangeStore journal;
    private final Images images;
    private final ChangeNotice notice;
    private final TransactionOperations transactions;

    StoredOrganizationEditing(
            TableStore store,
            RowWriting writing,
            ReformWork reforms,
            ChangeStore journal,
            Images images,
            ChangeNotice notice,
            TransactionOperations transactions) {
        this.store = store;
        this.writing = writing;
        this.reforms = reforms;
        this.journal = journal;
        this.images = images;
        this.notice = notice;
        this.transactions = transactions;
    }

    @Override
    public List<TableRow> rows(OrganizationTable table, @Nullable DivisionCode within) {
        return store.all(table, within == null ? "" : within.prefix());
    }

    @Override
    public Optional<TableRow> find(OrganizationTable table, String key) {
        return Optional.ofNullable(store.find(table, List.of(key)).get(key));
    }

    @Override
    public TableCheck check(OrganizationTable table, List<TableRow> rows) {
        return writing.check(table, rows, false);
    }

    @Override
    @Transactional
    public WriteOutcome write(
            OrganizationTable table,
            List<TableRow> rows,
            String reason,
            @Nullable String file,
            long version,
            Actor by) {
        if (store.lockVersion() != version) {
            return new WriteOutcome.Overtaken();
        }
        var check = writing.check(table, rows, false);
        if (check.refused()) {
            return new WriteOutcome.Refused(check.faults());
        }
        if (check.changes().isEmpty()) {
            return new WriteOutcome.NothingToWrite();
        }
        var id = writing.write(file == null ? "EDIT" : "IMPORT", check, file == null ? reason : file, by);
        return new WriteOutcome.Written(id, check.changes().size());
    }

    @Override
    public Foresight foresee(Reform reform, LocalDate effectiveOn) {
        return reforms.foresee(reform, effectiveOn);
    }

    @Override
    public List<OrganizationChangeEffect.Line> foresee(OrganizationShift shift) {
        return reforms.lines(shift);
    }

    @Override
    @Transactional
    public PlanOutcome plan(Reform reform, LocalDate effectiveOn, String reason, Actor by) {
        store.lockVersion();
        var foresight = reforms.foresee(reform, effectiveOn);
        if (!foresight.possible()) {
            return new PlanOutcome.Impossible(foresight);
        }
        var subjects = reforms.subjects(reform, effectiveOn);
        var id = journal.plan(
                new ChangeStore.New(reform.kind(), effectiveOn, reason, images.reform(reform), subjects), by);
        notice.record(by, "plan_reform", id, reason, subjects);
        var due = !effectiveOn.isAfter(notice.today());
        if (due) {
            carryOut(id, reform, effectiveOn, by);
        }
        return new PlanOutcome.Planned(id, due);
    }

    private void carryOut(long id, Reform reform, LocalDate on, Actor by) {
        var subjects = reforms.subjects(reform, on);
        journal.inForce(id, reforms.carryOut(id, reform, on, by));
        notice.record(by, "reform", id, reform.kind(), subjects);
        notice.changed();
    }

    /** Each reform is a transaction of its own; one that cannot be done says why and is tried again. */
    @Override
    public int takeEffect() {
        var done = 0;
        for (var id : journal.due(notice.today())) {
            done += Boolean.TRUE.equals(transactions.execute(status -> takeEffect(id))) ? 1 : 0;
        }
        return done;
    }

    private boolean takeEffect(long id) {
        store.lockVersion();
        var change = journal.lock(id)
                .filter(stored -> stored.state() == State.PLANNED)
                .orElse(null);
        if (change == null) {
            return false;
        }
        var reform = images.reform(change.kind(), change.content());
        var foresight = reforms.foresee(reform, change.effectiveOn());
        if (foresight.possible()) {
            carryOut(id, reform, change.effectiveOn(), Actor.system("organization"));
            return true;
        }
        journal.block(id, reason(foresight));
        return false;
    }

    private static String reason(Foresight foresight) {
        return foresight.faults().isEmpty()
                ? foresight.lines().stream()
                        .filter(OrganizationChangeEffect.Line::blocking)
                        .map(OrganizationChangeEffect.Line::key)
                        .findFirst()
                        .orElse("")
                : foresight.faults().getFirst().textKey();
    }

    @Override
    @Transactional
    public boolean cancel(long change, Actor by) {
        var canceled = journal.end(change, State.PLANNED, State.CANCELED, by);
        if (canceled) {
            notice.record(by, "cancel_reform", change, "", List.of());
        }
        return canceled;
    }

    @Override
    @Transactional
    public UndoOutcome undo(long id, Actor by) {
        store.lockVersion();
        var change = journal.lock(id).orElse(null);
        if (change == null || change.state() != State.IN_FORCE || journal.overtaken(id)) {
            return new UndoOutcome.Overtaken();
        }
        if (List.of("MERGE", "SPLIT", "UNDO").contains(change.kind())) {
            return new UndoOutcome.Impossible(List.of());
        }
        var outcome = writing.restore(change, by);
        if (outcome instanceof UndoOutcome.Undone) {
            journal.end(id, State.IN_FORCE, State.UNDONE, by);
        }
        return outcome;
    }
}
