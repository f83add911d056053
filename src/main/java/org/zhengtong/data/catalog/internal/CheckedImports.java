package org.zhengtong.data.catalog.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.sheets.UnreadableSheet;
import org.zhengtong.data.catalog.Catalog;
import org.zhengtong.data.catalog.CatalogDraft;
import org.zhengtong.data.catalog.CatalogImports;
import org.zhengtong.data.catalog.CatalogProblem;
import org.zhengtong.data.catalog.CatalogRule;
import org.zhengtong.data.catalog.Provider;
import org.zhengtong.data.catalog.RuleFinding;
import org.zhengtong.data.catalog.internal.check.EntryColumns;
import org.zhengtong.data.catalog.internal.check.EntryReader;
import org.zhengtong.data.catalog.internal.check.MetadataCheck;
import org.zhengtong.data.catalog.internal.check.NameKey;

@Service
class CheckedImports implements CatalogImports {
    private final IncomingEntryStore files;
    private final EntryFile reader;
    private final Rules rules;
    private final DraftStore drafts;
    private final Departments departments;
    private final Permissions permissions;
    private final Acts acts;

    CheckedImports(
            IncomingEntryStore files,
            EntryFile reader,
            Rules rules,
            DraftStore drafts,
            Departments departments,
            Permissions permissions,
            Acts acts) {
        this.files = files;
        this.reader = reader;
        this.rules = rules;
        this.drafts = drafts;
        this.departments = departments;
        this.permissions = permissions;
        this.acts = acts;
    }

    /** A file with its entries and everything that was found. */
    private record Checked(
            IncomingEntryStore.Incoming incoming,
            EntryFile.Read read,
            List<EntryReader.Entry> good,
            List<EntryReader.Entry> bad,
            List<CellFinding> findings) {}

    @Override
    public List<String> columns() {
        return EntryColumns.ALL;
    }

    @Override
    @Transactional
    public ReceiveOutcome receive(String fileName, byte[] content, CurrentUser by) {
        permissions.require(by, Catalog.COMPILE_RESOURCE);
        if (content.length > MOST_BYTES) {
            return new ReceiveOutcome.Unreadable(
                    "catalog.import.too-big", List.of(String.valueOf(MOST_BYTES / 1024 / 1024)));
        }
        try {
            read(content, by);
        } catch (UnreadableSheet unreadable) {
            return new ReceiveOutcome.Unreadable(unreadable.key(), unreadable.args());
        }
        var department = by.department() == null ? "" : by.department().value();
        return new ReceiveOutcome.Received(files.keep(fileName, content, department, by.id(), acts.now()));
    }

    private EntryFile.Read read(byte[] content, CurrentUser by) throws UnreadableSheet {
        var division = by.department() == null ? "" : by.department().division().value();
        return reader.read(content, rules.lists().fieldsOf(division));
    }

    @Override
    public Preview preview(long file, CurrentUser by) {
        var checked = check(file, by);
        return new Preview(
                file,
                checked.incoming().fileName(),
                checked.read().sheet().encoding(),
                checked.read().rows().size(),
                checked.good().size() + checked.bad().size(),
                checked.good().size(),
                checked.read().unknown(),
                checked.findings());
    }

    private Checked check(long file, CurrentUser by) {
        permissions.require(by, Catalog.COMPILE_RESOURCE);
        var incoming = files.find(file, by.id()).orElseThrow(() -> new ProblemException(CatalogProblem.FILE_NOT_FOUND));
        try {
            return check(incoming, read(incoming.content(), by), by);
        } catch (UnreadableSheet unreadable) {
            throw new IllegalStateException("A file that was readable before: " + file, unreadable);
        }
    }

    private Checked check(IncomingEntryStore.Incoming incoming, EntryFile.Read read, CurrentUser by) {
        var scope = permissions.scopeOf(by, Catalog.COMPILE_RESOURCE);
        var known = new HashMap<String, Provider>();
        var entries = new EntryReader(
                        rules.lists(), acts.today(), name -> known.computeIfAbsent(name, each -> provider(each, by)))
                .read(read.rows());
        var ground =
                rules.groundOf(entries.stream().map(EntryReader.Entry::metadata).toList());
        var checked = new Checked(incoming, read, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var names = new HashMap<String, Integer>();
        for (var entry : entries) {
            var findings = new ArrayList<>(entry.findings());
            findings.addAll(MetadataCheck.check(entry.metadata(), ground));
            findings.addAll(beyond(entry, scope));
            findings.addAll(twice(entry, names));
            findings.forEach(finding -> checked.findings().add(located(entry, finding)));
            var blocked = findings.stream().anyMatch(RuleFinding::blocking);
            (blocked ? checked.bad() : checked.good()).add(entry);
        }
        return checked;
    }

    private Provider provider(String name, CurrentUser by) {
        var own = by.department();
        if (name.isEmpty() && own != null) {
            var department = departments.require(own);
            return new Provider(own, department.name(), department.creditCode().value());
        }
        return departments.search(name, null, 20).stream()
                .filter(each -> each.name().equals(name) || each.shortName().equals(name))
                .findFirst()
                .map(each ->
                        new Provider(each.id(), each.name(), each.creditCode().value()))
                .orElse(new Provider(null, name, ""));
    }

    private static List<RuleFinding> beyond(EntryReader.Entry entry, DataScope scope) {
        var provider = entry.metadata().provider();
        return provider.department() == null || !scope.covers(provider.department())
                ? List.of(RuleFinding.of(CatalogRule.PROVIDER_BEYOND, "provider", provider.name()))
                : List.of();
    }

    private static List<RuleFinding> twice(EntryReader.Entry entry, HashMap<String, Integer> names) {
        var sheet = entry.metadata();
        var key = NameKey.of(sheet.provider().name()) + "|" + NameKey.of(sheet.name());
        var before = sheet.name().isBlank() ? null : names.putIfAbsent(key, entry.line("name"));
        return before == null ? List.of() : List.of(RuleFinding.of(CatalogRule.NAME_TWICE_IN_FILE, "name", before));
    }

    private static CellFinding located(EntryReader.Entry entry, RuleFinding finding) {
        var column = EntryColumns.ofField(finding.field());
        var line = entry.line(finding.field());
        var value = entry.rows().stream()
                .filter(row -> row.line() == line)
                .findFirst()
                .map(row -> row.cell(column))
                .orElse("");
        return new CellFinding(line, column, value, finding);
    }

    @Override
    @Transactional
    public int takeGood(long file, CurrentUser by) {
        var good = check(file, by).good();
        for (var entry : good) {
            var department =
                    java.util.Objects.requireNonNull(entry.metadata().provider().department());
            drafts.add(
                    new DraftStore.NewDraft(
                            null, department, CatalogDraft.Purpose.PUBLICATION, 0, entry.metadata(), ""),
                    by,
                    acts.now());
        }
        acts.record("catalog.import_entries", file + ": " + good.size(), by);
        return good.size();
    }

    @Override
    public BadRows badRows(long file, CurrentUser by) {
        var checked = check(file, by);
        var lines = checked.bad().stream()
                .flatMap(entry -> entry.rows().stream())
                .map(EntryReader.Row::line)
                .collect(Collectors.toCollection(HashSet::new));
        var rows = new TreeMap<Integer, List<String>>();
        checked.read().sheet().lines().stream()
                .filter(line -> lines.contains(line.number()))
                .forEach(line -> rows.put(line.number(), line.cells()));
        var findings = new LinkedHashMap<Integer, List<CellFinding>>();
        checked.findings().stream()
                .filter(each -> each.finding().blocking())
                .forEach(each -> findings.computeIfAbsent(each.line(), _ -> new ArrayList<>())
                        .add(each));
        return new BadRows(checked.read().sheet().lines().getFirst().cells(), rows, findings);
    }

    @Override
    @Transactional
    public void discard(long file, CurrentUser by) {
        permissions.require(by, Catalog.COMPILE_RESOURCE);
        files.find(file, by.id()).ifPresent(found -> files.delete(found.id()));
    }
}
