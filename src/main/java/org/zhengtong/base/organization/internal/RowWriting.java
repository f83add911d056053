package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.OrganizationEditing.UndoOutcome;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableCheck;
import org.zhengtong.base.organization.TableCheck.RowChange;
import org.zhengtong.base.organization.TableRow;

/** Checks and writes rows, with what follows for other rooms; inside the caller's transaction. */
@Component
class RowWriting {

    private final TableStore store;
    private final Divisions divisions;
    private final ChangeStore journal;
    private final Images images;
    private final ChangeEffects effects;
    private final SuccessionStore successions;
    private final ChangeNotice notice;

    RowWriting(
            TableStore store,
            Divisions divisions,
            ChangeStore journal,
            Images images,
            ChangeEffects effects,
            SuccessionStore successions,
            ChangeNotice notice) {
        this.store = store;
        this.divisions = divisions;
        this.journal = journal;
        this.images = images;
        this.effects = effects;
        this.successions = successions;
        this.notice = notice;
    }

    TableCheck check(OrganizationTable table, List<TableRow> given, boolean closing) {
        var rows = given.stream().map(RowFaults::normalized).toList();
        var version = notice.version();
        var present = store.find(table, rows.stream().map(TableRow::key).toList());
        var faults = new RowCheck(store, divisions, notice.today(), closing).faults(table, rows, present);
        var changes = changes(rows, present);
        var sound = faults.isEmpty();
        return new TableCheck(
                faults,
                changes,
                rows.size() - changes.size(),
                sound ? Shifts.of(table, changes, notice.today()) : OrganizationShift.nothing(notice.today()),
                sound ? Shifts.departments(changes) : java.util.Set.of(),
                version);
    }

    static List<RowChange> changes(List<TableRow> rows, Map<String, TableRow> present) {
        var changes = new ArrayList<RowChange>();
        for (var row : rows) {
            var before = present.get(row.key());
            if (before == null || !row.differences(before).isEmpty()) {
                changes.add(new RowChange(row, before));
            }
        }
        return changes;
    }

    /** Writes what was checked, as a change of this kind that is in force at once. */
    long write(String kind, TableCheck check, String reason, Actor by) {
        var rows = check.changes().stream().map(RowChange::after).toList();
        var subjects = Images.subjects(check.changes());
        var id = journal.plan(new ChangeStore.New(kind, notice.today(), reason, images.after(rows), subjects), by);
        store.write(rows.getFirst().table(), rows);
        effects.follow(check.shift(), by);
        journal.inForce(id, images.before(check.changes()));
        notice.record(by, kind.equals("IMPORT") ? "import" : "edit", id, reason, subjects);
        notice.changed();
        return id;
    }

    /** Puts rows back as they were and takes away what was added; nothing when something else needs it by now. */
    UndoOutcome restore(ChangeStore.Stored change, Actor by) {
        var before = java.util.Objects.requireNonNull(change.before());
        var added = images.added(before);
        for (var entry : added.entrySet()) {
            var needed = store.needed(entry.getKey(), entry.getValue());
            if (!needed.isEmpty()) {
                return new UndoOutcome.Impossible(needed.stream()
                        .map(key -> new CellFault(0, "id", key, "in_use", List.of(key)))
                        .toList());
            }
        }
        var touched = new ArrayList<RowChange>();
        var shift = new ArrayList<OrganizationShift>();
        images.restored(before).forEach((table, rows) -> {
            var present = store.find(table, rows.stream().map(TableRow::key).toList());
            var changes = changes(rows, present);
            shift.add(Shifts.of(table, changes, notice.today()));
            touched.addAll(changes);
            store.write(table, rows);
        });
        added.forEach((table, keys) -> {
            store.find(table, keys).values().forEach(row -> touched.add(new RowChange(row, row)));
            shift.add(gone(table, keys));
            store.delete(table, keys);
        });
        successions.forgetNames(change.id());
        shift.forEach(each -> effects.follow(each, by));
        return new UndoOutcome.Undone(undone(change, touched, by));
    }

    // Who was added and is taken away again gives up all posts.
    private OrganizationShift gone(OrganizationTable table, List<String> keys) {
        var leaving = table == OrganizationTable.STAFF
                ? store.find(table, keys).values().stream()
                        .map(row -> new RowChange(
                                row.with("posts", "")
                                        .with("left_on", notice.today().toString()),
                                row))
                        .toList()
                : List.<RowChange>of();
        return Shifts.of(table, leaving, notice.today());
    }

    private long undone(ChangeStore.Stored change, List<RowChange> touched, Actor by) {
        var subjects = Images.subjects(touched);
        var id = journal.plan(
                new ChangeStore.New("UNDO", notice.today(), "#" + change.id(), "{\"rows\":[]}", subjects), by);
        journal.inForce(id, "{\"rows\":[]}");
        notice.record(by, "undo", id, "#" + change.id(), subjects);
        notice.changed();
        return id;
    }
}
