package org.zhengtong.base.establishment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.establishment.EstablishmentProblem;
import org.zhengtong.base.establishment.IncomingFiles;
import org.zhengtong.base.establishment.internal.IncomingFileStore.Incoming;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.OrganizationEditing;
import org.zhengtong.base.organization.OrganizationEditing.WriteOutcome;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.TableCheck;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.sheets.SheetLines;
import org.zhengtong.base.sheets.UnreadableSheet;

@Service
class CheckedIncomingFiles implements IncomingFiles {

    private record Parsed(String encoding, List<TableRow> rows, List<CellFault> faults) {}

    private final IncomingFileStore files;
    private final HeadedRows heads;
    private final OrganizationEditing editing;
    private final Permissions permissions;

    CheckedIncomingFiles(
            IncomingFileStore files, HeadedRows heads, OrganizationEditing editing, Permissions permissions) {
        this.files = files;
        this.heads = heads;
        this.editing = editing;
        this.permissions = permissions;
    }

    @Override
    @Transactional
    public ReceiveOutcome receive(OrganizationTable table, String fileName, byte[] content, CurrentUser by) {
        permissions.require(by, OrganizationEditing.EDIT_ORGANIZATION);
        files.deleteOld();
        if (content.length > MOST_BYTES) {
            return new ReceiveOutcome.Unreadable(
                    "establishment.import.too-big", List.of(String.valueOf(MOST_BYTES / 1024 / 1024)));
        }
        try {
            parse(new Incoming(0, table, fileName, content));
        } catch (UnreadableSheet unreadable) {
            return new ReceiveOutcome.Unreadable(unreadable.key(), unreadable.args());
        }
        return new ReceiveOutcome.Received(files.keep(table, fileName, content, by.id()));
    }

    private Parsed parse(Incoming incoming) throws UnreadableSheet {
        var sheet = SheetLines.read(incoming.content(), MOST_ROWS);
        var read = heads.read(incoming.table(), sheet);
        return new Parsed(sheet.encoding(), filled(incoming.table(), read), read.faults());
    }

    /** Columns that the file does not have stay as they are. */
    private List<TableRow> filled(OrganizationTable table, HeadedRows.Read read) {
        var absent = table.columns().stream()
                .filter(column -> !read.columns().contains(column))
                .toList();
        if (absent.isEmpty()) {
            return read.rows();
        }
        var present = editing.rows(table, null).stream().collect(Collectors.toMap(TableRow::key, row -> row));
        var filled = new ArrayList<TableRow>();
        for (var row : read.rows()) {
            var known = present.get(row.key());
            filled.add(known == null ? row : filled(row, known, absent));
        }
        return filled;
    }

    private static TableRow filled(TableRow row, TableRow known, List<String> absent) {
        var whole = row;
        for (var column : absent) {
            whole = whole.with(column, known.text(column));
        }
        return whole;
    }

    @Override
    public Preview preview(long file, CurrentUser by) {
        var incoming = require(file, by);
        var parsed = parsed(incoming);
        var check = check(incoming.table(), parsed, by);
        var effects = check.refused()
                ? List.<org.zhengtong.base.organization.OrganizationChangeEffect.Line>of()
                : editing.foresee(check.shift());
        return new Preview(
                file,
                incoming.table(),
                incoming.fileName(),
                parsed.encoding(),
                parsed.rows().size(),
                check,
                effects);
    }

    private Incoming require(long file, CurrentUser by) {
        permissions.require(by, OrganizationEditing.EDIT_ORGANIZATION);
        return files.find(file, by.id()).orElseThrow(() -> new ProblemException(EstablishmentProblem.FILE_NOT_FOUND));
    }

    private Parsed parsed(Incoming incoming) {
        try {
            return parse(incoming);
        } catch (UnreadableSheet unreadable) {
            throw new IllegalStateException("A file that was readable before: " + incoming.id(), unreadable);
        }
    }

    private TableCheck check(OrganizationTable table, Parsed parsed, CurrentUser by) {
        var check = editing.check(table, parsed.rows());
        var faults = new ArrayList<>(parsed.faults());
        faults.addAll(check.faults());
        if (faults.isEmpty()) {
            faults.addAll(beyond(check, permissions.scopeOf(by, OrganizationEditing.EDIT_ORGANIZATION)));
        }
        return new TableCheck(
                faults, check.changes(), check.same(), check.shift(), check.departments(), check.version());
    }

    private static List<CellFault> beyond(TableCheck check, DataScope scope) {
        var faults = new ArrayList<CellFault>();
        for (var change : check.changes()) {
            var before = change.before();
            if (!scope.covers(department(change.after())) || before != null && !scope.covers(department(before))) {
                faults.add(new CellFault(
                        change.after().line(), "id", change.after().key(), "beyond_scope", List.of()));
            }
        }
        return faults;
    }

    private static DepartmentId department(TableRow row) {
        return switch (row.table()) {
            case DEPARTMENT -> new DepartmentId(row.key());
            case POST -> new PostId(row.key()).department();
            case STAFF -> new DepartmentId(row.text("department"));
        };
    }

    @Override
    @Transactional
    public WriteOutcome bringIn(long file, long version, CurrentUser by) {
        var incoming = require(file, by);
        var parsed = parsed(incoming);
        var check = check(incoming.table(), parsed, by);
        if (check.refused()) {
            return new WriteOutcome.Refused(check.faults());
        }
        var outcome = editing.write(incoming.table(), parsed.rows(), "", incoming.fileName(), version, by.actor());
        if (outcome instanceof WriteOutcome.Written || outcome instanceof WriteOutcome.NothingToWrite) {
            files.delete(file);
        }
        return outcome;
    }

    @Override
    @Transactional
    public void discard(long file, CurrentUser by) {
        files.delete(require(file, by).id());
    }
}
